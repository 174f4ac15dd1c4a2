import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../db/index.ts';
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
  for (let seq = 2; seq <= 1500; seq += 1) {
    const taken = { type: 'seatTaken', seatId: `seat-${seq}`, device: `device-${seq}` } as const;
    store.journal.commit([{ lessonId, events: [{ seq, at: seq, event: taken }], names: [] }]);
  }
  // SQLite by itself would have begun with the thousandth page.
  expect(size()).toBe(before);
  await expect.poll(size).toBeGreaterThan(before);
  expect(store.journal.read(lessonId)).toHaveLength(1500);
});
