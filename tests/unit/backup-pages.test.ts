import { describe, expect, test } from 'vitest';
import { backupIdSchema } from '../../lan-server/contract/backups.ts';
import type { Backup, Backups } from '../../lan-server/contract/backups.ts';
import {
  isTooOld,
  madeAtOf,
  newestGood,
  offeredOf,
  withCopies,
} from '../../renderer/teacher/backups/copies.ts';
import { needsOf } from '../../renderer/teacher/home/needs.ts';

const now = new Date(2026, 10, 21, 9, 0).getTime();
const day = 86_400_000;

function backup(ago: number, more: Partial<Backup> = {}): Backup {
  return {
    id: `20261121-0900${String(ago).padStart(2, '0')}-daily-abcdef`,
    place: 'local',
    reason: 'daily',
    madeAt: now - ago * day,
    bytes: 1000,
    contents: { quizzes: 1, lessons: 2, seats: 3 },
    programVersion: '0.1.0',
    flaw: null,
    own: true,
    ...more,
  };
}
function state(backups: Backup[], more: Partial<Backups> = {}): Backups {
  return {
    backups,
    offered: null,
    daily: { lastAt: null, nextAt: now + day, problem: null },
    folder: null,
    job: null,
    ...more,
  };
}

describe('the list of backups', () => {
  test('shows copies of one backup in one row and restores from the laptop, wherever it was listed first', () => {
    const rows = withCopies([backup(1, { place: 'folder' }), backup(1), backup(2)]);
    expect(rows.map(({ place, places }) => ({ place, places }))).toEqual([
      { place: 'local', places: ['folder', 'local'] },
      { place: 'local', places: ['local'] },
    ]);
  });

  test('keeps a copy that is damaged here apart from the one that is good there', () => {
    const rows = withCopies([backup(1, { flaw: 'damaged' }), backup(1, { place: 'folder' })]);
    expect(rows.map(({ flaw, place }) => ({ flaw, place }))).toEqual([
      { flaw: 'damaged', place: 'local' },
      { flaw: null, place: 'folder' },
    ]);
    const { id } = backup(1);
    const offered = offeredOf(
      state([backup(1, { flaw: 'damaged' }), backup(1, { place: 'folder' })], {
        offered: { id, place: 'folder' },
      }),
    );
    expect(offered?.place).toBe('folder');
  });

  test('counts only a good one of this laptop as the last', () => {
    const good = backup(4);
    expect(
      newestGood([backup(1, { flaw: 'incomplete' }), backup(2, { own: false }), good, backup(6)]),
    ).toBe(good);
    expect(newestGood([])).toBeNull();
  });

  test('reads the moment from a name', () => {
    const id = backupIdSchema.parse('20261121-090507-safety-abc123');
    expect(madeAtOf(id)).toBe(new Date(2026, 10, 21, 9, 5, 7).getTime());
  });
});

describe('home asks for attention to backups', () => {
  const needs = (backups: Backups, quizAge = 0) =>
    needsOf(
      [],
      [
        {
          id: 'quiz-1234',
          title: '',
          subject: '',
          questions: 1,
          unready: 0,
          updatedAt: now - quizAge * day,
          usedAt: null,
        },
      ],
      backups,
      now,
    ).map((need) => need.is);

  test('not while a good one is at most a week old', () => {
    expect(isTooOld(backup(7), now)).toBe(false);
    expect(needs(state([backup(7)]))).toEqual([]);
  });

  test('when the last good one is older, even if broken ones are newer', () => {
    expect(needs(state([backup(1, { flaw: 'damaged' }), backup(8)]))).toEqual(['backup-old']);
  });

  test('when there has long been something to keep and nothing keeps it', () => {
    expect(needs(state([]), 0)).toEqual([]);
    expect(needs(state([]), 2)).toEqual(['backup-old']);
  });

  test('when the last one failed, once, and when the stick is missing', () => {
    const folder = { path: '/media/stick', problem: 'missing', freeBytes: null } as const;
    const daily = { lastAt: null, nextAt: null, problem: 'full' } as const;
    expect(needs(state([backup(9)], { daily, folder }))).toEqual([
      'backup-failed',
      'folder-not-ready',
    ]);
  });
});
