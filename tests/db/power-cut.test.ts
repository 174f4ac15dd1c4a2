import { copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LessonEntry } from '../../lan-server/ports.ts';
import { play, steps } from './any-lesson.ts';
import type { Step } from './any-lesson.ts';
import { longEnough, soakMs } from '../support/soak.ts';
import { everyKind, openedStore, teacher, temporaryFolder } from './lesson-events.ts';

/** SQLite's file format: the write-ahead log's head, and the head of each page in it. */
const walHead = 32;
const frameHead = 24;

const tables = ['journal', 'seat_names', 'lesson_summaries', 'seats', 'counted_answers'];

/** Everything that belongs to lessons, as it stands in a file. */
function contentsOf(dataDir: string): string {
  const db = new Database(join(dataDir, 'chalkbox.db'));
  try {
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    return JSON.stringify(tables.map((table) => db.prepare(`SELECT * FROM ${table}`).all()));
  } finally {
    db.close();
  }
}

type Written = {
  dataDir: string;
  pageSize: number;
  /** Where the write-ahead log ends after each commit, and what the file held then. */
  commits: { end: number; contents: string }[];
};

/** So much happens in a lesson that its commits fill many pages. */
const lively = (seed: number) => fc.sample(steps, { numRuns: 20, seed }).flat().slice(0, 110);

/** Two lessons, committed turn by turn in groups as the room does it; the file stays open, as in a running program. */
async function writeLessons(scripts: [Step[], Step[]], groups: number[]): Promise<Written> {
  const dataDir = temporaryFolder();
  const store = openedStore(dataDir);
  await store.people.createTeacher({ ...teacher, createdAt: 1 });
  const wal = join(dataDir, 'chalkbox.db-wal');
  const commits: Written['commits'] = [];
  const note = () => {
    const copy = temporaryFolder();
    for (const name of ['chalkbox.db', 'chalkbox.db-wal'])
      copyFileSync(join(dataDir, name), join(copy, name));
    commits.push({ end: statSync(wal).size, contents: contentsOf(copy) });
  };
  note();
  const waiting: LessonEntry[] = [];
  for (const [index, script] of scripts.entries()) {
    const lessonId = `lesson-${index + 1}`;
    const [first, ...rest] = play(lessonId, everyKind, script);
    store.journal.create(
      { lessonId, ownerId: teacher.id, quizId: null },
      { lessonId, events: first ?? [], names: [] },
    );
    note();
    for (const events of rest) {
      const names = events.flatMap(({ event }) =>
        event.type === 'seatTaken' ? [{ seatId: event.seatId, name: event.seatId }] : [],
      );
      waiting.push({ lessonId, events, names });
    }
  }
  for (let turn = 0; waiting.length > 0; turn += 1) {
    store.journal.commit(waiting.splice(0, groups[turn % groups.length]));
    note();
  }
  const header = readFileSync(join(dataDir, 'chalkbox.db'));
  return { dataDir, pageSize: header.readUInt16BE(16), commits };
}

/** The folder as a power cut leaves it, with this write-ahead log. */
function cutOff({ dataDir }: Written, wal: Buffer): string {
  const copy = temporaryFolder();
  copyFileSync(join(dataDir, 'chalkbox.db'), join(copy, 'chalkbox.db'));
  writeFileSync(join(copy, 'chalkbox.db-wal'), wal);
  return copy;
}

test(
  'wherever the write-ahead log is cut off, exactly the commits before are there, each whole',
  async () => {
    const enough = longEnough(1, 0.02);
    // Each leaves its folders until the end.
    for (let round = 0; round < 20 && !enough(round); round += 1)
      await cutOffEverywhere(3 + 2 * round);
  },
  60_000 + soakMs(1),
);

async function cutOffEverywhere(seed: number): Promise<void> {
  const written = await writeLessons([lively(seed), lively(seed + 1)], [1, 5, 2, 9]);
  const { commits, pageSize } = written;
  const wal = readFileSync(join(written.dataDir, 'chalkbox.db-wal'));
  expect(commits.length).toBeGreaterThan(12);
  expect(new Set(commits.map(({ contents }) => contents)).size).toBe(commits.length);

  const frame = frameHead + pageSize;
  const cuts = commits.flatMap(({ end }, index) => {
    const from = commits[index - 1]?.end ?? end;
    const frames = (end - from) / frame;
    expect(Number.isInteger(frames)).toBe(true);
    // In each frame of the commit: before it, in its head, in its page; and the whole.
    return [
      ...Array.from({ length: frames }, (_, place) => from + place * frame).flatMap((at) => [
        at,
        at + frameHead - 1,
        at + frameHead + Math.floor(pageSize / 2),
      ]),
      end - 1,
      end,
    ].filter((at) => at >= walHead && at >= (commits[0]?.end ?? 0));
  });
  const heldAt = (at: number) => commits.findLast(({ end }) => end <= at)?.contents;
  for (const at of new Set(cuts))
    expect(
      contentsOf(cutOff(written, wal.subarray(0, at))) === heldAt(at),
      `seed ${seed}, cut at ${at}`,
    ).toBe(true);
}

test('a disk that wrote the last commit in part or in another order loses that commit and no other', async () => {
  const written = await writeLessons([lively(5), lively(6)], [40]);
  const wal = readFileSync(join(written.dataDir, 'chalkbox.db-wal'));
  const last = written.commits.at(-1);
  const before = written.commits.at(-2);
  if (!last || !before) throw new Error('too few commits');
  const frame = frameHead + written.pageSize;
  const frames = (last.end - before.end) / frame;
  expect(frames).toBeGreaterThan(1);
  for (let place = 0; place < frames; place += 1) {
    for (const fill of [0x00, 0xff]) {
      const torn = Buffer.from(wal.subarray(0, last.end));
      const from = before.end + place * frame;
      torn.fill(fill, from + frameHead, from + frame);
      expect(contentsOf(cutOff(written, torn)) === before.contents, `frame ${place}`).toBe(true);
    }
  }
  expect(contentsOf(cutOff(written, wal)) === last.contents).toBe(true);
});
