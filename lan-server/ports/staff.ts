import type { TeacherId } from '../contract/ids.ts';
import type { School } from '../contract/school.ts';

/** The school's settings; as `defaultSchool` where nothing was said yet. */
export type SchoolPort = {
  settings(): School;
  save(school: School): void;
};

/** What a one-time code is for: getting in again, or getting in for the first time. */
export type SignInCodeKind = 'recovery' | 'invitation';

/** One-time codes, by the SHA-256 of each. */
export type SignInCodesPort = {
  /** These take the place of all earlier ones of the same kind. `expiresAt` null: they hold until they are used. */
  replace(
    teacherId: TeacherId,
    kind: SignInCodeKind,
    codes: { hashes: string[]; madeAt: number; expiresAt: number | null },
  ): void;
  /** Whether this was one of the teacher's codes that still held; it holds no more, nor does an invitation beside it. */
  take(teacherId: TeacherId, hash: string, now: number): boolean;
  /** How many of a kind still hold, and when they were made; null where none were ever made. */
  left(
    teacherId: TeacherId,
    kind: SignInCodeKind,
    now: number,
  ): { left: number; madeAt: number } | null;
  /** None of the teacher's codes holds any more. */
  drop(teacherId: TeacherId): void;
};
