import { randomBytes } from 'node:crypto';
import { reject } from '../contract/rejections.ts';
import type { Rejection } from '../contract/rejections.ts';
import { readSignInCode, signInCodeFrom } from '../contract/staff.ts';
import type {
  NewCodes,
  CodesState,
  NewTeacher,
  StaffChange,
  StaffChanged,
  StaffMember,
} from '../contract/staff.ts';
import type { PeoplePort, SessionRow, SignInCodesPort, TeacherRow } from '../ports.ts';
import type { Passwords } from './passwords.ts';
import { tokenHash } from './tokens.ts';

/** How long an invitation holds, ms. */
export const invitationMs = 14 * 24 * 60 * 60_000;
/** Codes of a recovery sheet. */
const sheetCodes = 10;

export type StaffRoom = {
  /** In the order of their names; those who have left last. */
  list(): Promise<StaffMember[]>;
  add(by: SessionRow, wanted: NewTeacher): Promise<StaffChanged | Rejection>;
  /** `last_admin` where nobody would be left to look after the laptop. Whoever is let go is signed out everywhere. */
  change(by: SessionRow, id: string, wanted: StaffChange): Promise<StaffChanged | Rejection>;
  /** One's own recovery sheet: how much of it is left. */
  codes(teacher: TeacherRow): CodesState;
  /** A new sheet; the earlier one holds no more. */
  makeCodes(by: SessionRow, teacher: TeacherRow): NewCodes | Rejection;
};

/** Who teaches on this laptop: rules, no tables. Whether somebody may ask at all, the doors have looked up before. */
export function createStaff({
  people,
  codes,
  passwords,
  onSignedOut,
  now,
  newId,
}: {
  people: PeoplePort;
  codes: SignInCodesPort;
  passwords: Passwords;
  onSignedOut: (tokenHashes: string[]) => void;
  now: () => number;
  newId: () => string;
}): StaffRoom {
  const memberOf = (row: TeacherRow): StaffMember => ({
    id: row.id,
    name: row.name,
    role: row.role,
    hasPassword: row.passwordHash !== null,
    hasPin: row.pinHash !== null,
    invited: (codes.left(row.id, 'invitation', now())?.left ?? 0) > 0,
    leftAt: row.leftAt,
  });

  /** What another way in writes; an invitation's code is told besides. */
  const secretsOf = async (way: NewTeacher['way']) => ({
    passwordHash: way.by === 'password' ? await passwords.hash(way.password) : null,
    pinHash: way.by === 'pin' ? await passwords.hash(way.pin) : null,
  });

  const newCode = () => {
    const code = signInCodeFrom(randomBytes(40));
    return { code, hash: tokenHash(readSignInCode(code) ?? '') };
  };

  const invite = (teacherId: string, way: NewTeacher['way']): string | null => {
    codes.drop(teacherId);
    if (way.by !== 'invitation') return null;
    const { code, hash } = newCode();
    const madeAt = now();
    codes.replace(teacherId, 'invitation', {
      hashes: [hash],
      madeAt,
      expiresAt: madeAt + invitationMs,
    });
    return code;
  };

  // Two changes at once could each leave an admin to the other: one after the other.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work);
    turn = done.catch(() => {});
    return done;
  };

  const active = async () => (await people.teachers()).filter(({ leftAt }) => leftAt === null);

  return {
    async list() {
      const members = (await people.teachers()).map(memberOf);
      return members.toSorted(
        (a, b) =>
          Number(a.leftAt !== null) - Number(b.leftAt !== null) || a.name.localeCompare(b.name),
      );
    },
    add: (by, { name, role, way }) =>
      inTurn(async () => {
        if (by.via !== 'laptop') return reject('laptop_only');
        const before = await active();
        const [only] = before;
        // So far nobody had to say who sits at the laptop.
        if (only && before.length === 1) await people.claimSessions(only.id);
        const row: TeacherRow = {
          id: newId(),
          name,
          role,
          language: null,
          leftAt: null,
          ...(await secretsOf(way)),
        };
        await people.createTeacher({ ...row, createdAt: now() });
        const code = invite(row.id, way);
        return { teacher: memberOf(row), code };
      }),
    change: (by, id, { name, role, left, way }) =>
      inTurn(async () => {
        if (by.via !== 'laptop') return reject('laptop_only');
        const row = await people.teacherById(id);
        if (!row) return reject('not_found');
        const after: TeacherRow = {
          ...row,
          ...(name === undefined ? {} : { name }),
          ...(role === undefined ? {} : { role }),
          ...(left === undefined ? {} : { leftAt: left ? (row.leftAt ?? now()) : null }),
          ...(way === undefined ? {} : await secretsOf(way)),
        };
        const others = (await active()).filter((one) => one.id !== id);
        const admins = [...others, after].filter((one) => one.role === 'admin' && !one.leftAt);
        if (admins.length === 0) return reject('last_admin');
        const { id: _id, ...change } = after;
        await people.updateTeacher(id, change);
        const code = way === undefined ? null : invite(id, way);
        if (after.leftAt !== null) codes.drop(id);
        if (after.leftAt !== null || way !== undefined)
          onSignedOut(await people.endSessionsOf(id, by.tokenHash));
        return { teacher: memberOf(after), code };
      }),
    codes: (teacher) => ({ sheet: codes.left(teacher.id, 'recovery', now()) }),
    makeCodes(by, teacher) {
      if (by.via !== 'laptop') return reject('laptop_only');
      const made = Array.from({ length: sheetCodes }, newCode);
      const madeAt = now();
      codes.replace(teacher.id, 'recovery', {
        hashes: made.map(({ hash }) => hash),
        madeAt,
        expiresAt: null,
      });
      return { codes: made.map(({ code }) => code), madeAt };
    },
  };
}
