import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../db/index.ts';
import { openDatabase } from '../../db/open.ts';
import { createQuiet } from '../../db/quiet.ts';
import { choiceQuestion, teacher, temporaryFolder } from './lesson-events.ts';

test('what was written goes from the log into the file when nobody writes, and not before', async () => {
  const dataDir = temporaryFolder();
  const store = openStore({ dataDir, quietMs: 50 });
  if ('refused' in store) throw new Error(store.detail);
  onTestFinished(() => store.close());
  await store.people.createTeacher({ ...teacher, createdAt: 1 });
  const lessonId = 'lesson-0001';
  const settings = { identity: 'nickname', changes: true } as const;
  const lesson = { lessonId, title: '', subject: '', code: '1234', settings };
  const event = { type: 'started', ...lesson, questions: [choiceQuestion('first-1')] } as const;
  store.journal.create(
    { lessonId, ownerId: teacher.id, quizId: null },
    {
      lessonId,
      events: [{ seq: 1, at: 1, event: { ...event, questions: [...event.questions] } }],
      names: [],
    },
  );
  const size = () => statSync(join(dataDir, 'chalkbox.db')).size;
  const before = size();
  // Three hundred events in few commits: less than the thousand pages at which SQLite would begin by itself.
  for (let commit = 0; commit < 20; commit += 1) {
    const events = Array.from({ length: 15 }, (_, index) => {
      const seq = 2 + commit * 15 + index;
      const event = { type: 'seatTaken', seatId: `seat-${seq}`, device: `device-${seq}` } as const;
      return { seq, at: seq, event };
    });
    store.journal.commit([{ lessonId, events, names: [] }]);
  }
  expect(size()).toBe(before);
  await expect.poll(size).toBeGreaterThan(before);
  expect(store.journal.read(lessonId)).toHaveLength(301);
});

test('a disk whose commits are slow is spared flushes within a commit, until it is quick again', () => {
  const db = openDatabase(temporaryFolder());
  if (!('pragma' in db)) throw new Error('not opened');
  onTestFinished(() => void db.close());
  const quiet = createQuiet(db, { maybe() {} });
  onTestFinished(() => quiet.stop());
  const pages = () => db.pragma('wal_autocheckpoint', { simple: true });
  for (let commit = 0; commit < 100; commit += 1) quiet.wrote(1, 0.5);
  // One slow commit is no slow disk.
  quiet.wrote(1, 40);
  expect(pages()).toBe(1000);
  for (let commit = 0; commit < 50; commit += 1) quiet.wrote(1, 8);
  expect(pages()).toBe(16_000);
  for (let commit = 0; commit < 100; commit += 1) quiet.wrote(1, 0.5);
  expect(pages()).toBe(1000);
});
