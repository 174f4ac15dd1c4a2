import { cpSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../db/index.ts';
import {
  answered,
  choiceQuestion,
  entry,
  openedStore,
  startLesson,
  teacher,
  temporaryFolder,
} from './lesson-events.ts';

describe('the journal', () => {
  let store: Store;
  beforeEach(async () => {
    store = openedStore();
    await store.people.createTeacher({ ...teacher, createdAt: 1 });
  });

  test('what was committed is read back in order, also after the file was opened again', async () => {
    const dataDir = temporaryFolder();
    const before = openedStore(dataDir);
    await before.people.createTeacher({ ...teacher, createdAt: 1 });
    const { lessonId, nextSeq } = startLesson(before);
    before.journal.commit([entry(lessonId, nextSeq, [answered('seat-1', 1)])]);
    const written = before.journal.read(lessonId);
    before.close();

    const after = openedStore(dataDir);
    expect(after.journal.read(lessonId)).toEqual(written);
    expect(written.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
    expect(written.at(-1)?.event).toMatchObject({ type: 'answered', answer: { picked: 1 } });
    expect(after.journal.names(lessonId)).toContainEqual({
      seatId: 'seat-1',
      name: 'Name of seat-1',
    });
  });

  test('a commit that fails in its last event leaves nothing of any lesson in it', async () => {
    const first = startLesson(store);
    const second = startLesson(store, { lessonId: 'lesson-2' });
    const before = await store.lessons.record(teacher.id, first.lessonId);
    const names = store.journal.names(first.lessonId);

    expect(() =>
      store.journal.commit([
        entry(
          first.lessonId,
          first.nextSeq,
          [answered('seat-1', 1)],
          [{ seatId: 'seat-1', name: 'Changed' }],
        ),
        // A place that is taken.
        entry(second.lessonId, second.nextSeq - 1, [answered('seat-1', 1)]),
      ]),
    ).toThrow(/UNIQUE/);

    expect(await store.lessons.record(teacher.id, first.lessonId)).toEqual(before);
    expect(store.journal.read(first.lessonId)).toHaveLength(first.nextSeq - 1);
    expect(store.journal.names(first.lessonId)).toEqual(names);
  });

  test('a key set in a commit that failed does not grade the next answer', async () => {
    const { lessonId, nextSeq } = startLesson(store);
    expect(() =>
      store.journal.commit([
        entry(lessonId, nextSeq, [
          { type: 'keySet', questionId: 'question-1', key: { right: 2 } },
          { type: 'lessonPaused' },
        ]),
        entry(lessonId, nextSeq, [answered('seat-2', 2)]),
      ]),
    ).toThrow(/UNIQUE/);
    store.journal.commit([entry(lessonId, nextSeq, [answered('seat-1', 1)])]);
    const record = await store.lessons.record(teacher.id, lessonId);
    expect(record?.answers).toMatchObject([{ seatId: 'seat-1', credit: 1, right: true }]);
    expect(record?.summary.status).toBe('live');
  });

  test('an event that has no place in the reports is told, and keeps nothing after it out of them', async () => {
    const misfits: [string, number][] = [];
    store.onMisfit((lessonId, seq) => misfits.push([lessonId, seq]));
    const { lessonId, nextSeq } = startLesson(store);
    store.journal.commit([entry(lessonId, nextSeq, [answered('seat-nobody', 1)])]);
    store.journal.commit([
      entry(lessonId, nextSeq + 1, [answered('seat-1', 1), { type: 'ended' }]),
    ]);
    const record = await store.lessons.record(teacher.id, lessonId);
    expect(record?.answers).toMatchObject([{ seatId: 'seat-1', right: true }]);
    expect(record?.summary.status).toBe('ended');
    expect(misfits).toEqual([[lessonId, nextSeq]]);
  });

  test('a program that ended before the reports had followed writes what is missing when they are asked for', async () => {
    const dataDir = temporaryFolder();
    const before = openedStore(dataDir);
    await before.people.createTeacher({ ...teacher, createdAt: 1 });
    const { lessonId, nextSeq } = startLesson(before);
    before.journal.commit([
      entry(lessonId, nextSeq, [answered('seat-1', 1), answered('seat-2', 0)]),
    ]);
    // As after a power cut: the file as it is now, without the program's farewell.
    const cut = temporaryFolder();
    cpSync(dataDir, cut, { recursive: true });
    const raw = new Database(join(cut, 'chalkbox.db'));
    expect(raw.prepare('SELECT COUNT(*) FROM counted_answers').pluck().get()).toBe(0);
    raw.close();

    const after = openedStore(cut);
    expect((await after.lessons.record(teacher.id, lessonId))?.answers).toHaveLength(2);
    expect(await after.lessons.record(teacher.id, lessonId)).toEqual(
      await before.lessons.record(teacher.id, lessonId),
    );
  });

  test('two events cannot take the same place in a lesson', () => {
    const { lessonId, nextSeq } = startLesson(store);
    store.journal.commit([entry(lessonId, nextSeq, [answered('seat-1', 1)])]);
    expect(() => store.journal.commit([entry(lessonId, nextSeq, [answered('seat-2', 1)])])).toThrow(
      /UNIQUE/,
    );
  });

  test('unfinished lessons are told oldest first with their owner and last sign of life', () => {
    const { lessonId, nextSeq } = startLesson(store);
    startLesson(store, { lessonId: 'lesson-2' });
    store.journal.touch([lessonId], 77_000);
    expect(store.journal.unfinished()).toEqual([
      { lessonId, ownerId: teacher.id, aliveAt: 77_000 },
      { lessonId: 'lesson-2', ownerId: teacher.id, aliveAt: 1001 },
    ]);
    store.journal.commit([entry(lessonId, nextSeq, [{ type: 'ended' }])]);
    expect(store.journal.unfinished()).toMatchObject([{ lessonId: 'lesson-2' }]);
  });

  test('names stand in no event and in no other table', async () => {
    const { lessonId } = startLesson(store);
    const journal = JSON.stringify(store.journal.read(lessonId));
    expect(journal).not.toContain('Name of');
    const record = await store.lessons.record(teacher.id, lessonId);
    expect(record?.seats.map(({ name }) => name)).toEqual(['Name of seat-1', 'Name of seat-2']);
  });

  test('forty answers in one commit take a few milliseconds, also in a lesson of a thousand seats', () => {
    const { lessonId, nextSeq } = startLesson(store, { seats: 1000 });
    const times = Array.from({ length: 9 }, (_, batch) => {
      const events = Array.from({ length: 40 }, (_, index) =>
        answered(`seat-${batch * 40 + index + 1}`, index % 3),
      );
      const before = performance.now();
      store.journal.commit([entry(lessonId, nextSeq + batch * 40, events)]);
      return performance.now() - before;
    });
    // The median, so that one slow moment of the machine says nothing; generous for a slow disk.
    expect(times.sort((a, b) => a - b)[4]).toBeLessThan(60);
  });

  test('a quiz that a lesson was started from says when it was used', async () => {
    const quiz = {
      id: 'quiz-01',
      title: 'Osmosis',
      subject: '',
      questions: [choiceQuestion('question-1')],
      revision: 1,
      createdAt: 5,
      updatedAt: 5,
    };
    await store.quizzes.insert(teacher.id, quiz);
    store.journal.create(
      { lessonId: 'lesson-1', ownerId: teacher.id, quizId: quiz.id },
      entry('lesson-1', 1, [{ type: 'ended' }]),
    );
    const listed = await store.quizzes.list(teacher.id, { after: null, limit: 9 });
    expect(listed).toMatchObject([{ id: quiz.id, usedAt: 1001 }]);
  });
});
