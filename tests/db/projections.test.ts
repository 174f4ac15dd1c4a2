import { readdirSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createJournal } from '../../db/journal.ts';
import { createLessons } from '../../db/lessons.ts';
import { openDatabase } from '../../db/open.ts';
import { createFollow } from '../../db/follow.ts';
import { createPeople } from '../../db/people.ts';
import { createProjections } from '../../db/projections.ts';
import { createRebuild } from '../../db/rebuild.ts';
import { fold } from '../../lan-server/lesson/evolve.ts';
import type { LessonState } from '../../lan-server/lesson/state.ts';
import type { LessonEvent, StoredEvent } from '../../lan-server/ports.ts';
import { kindOf } from '../../lan-server/questions/index.ts';
import { play, steps } from './any-lesson.ts';
import type { Step } from './any-lesson.ts';
import {
  choiceQuestion,
  everyKind,
  openedStore,
  startLesson,
  startedEvent,
  teacher,
  temporaryFolder,
} from './lesson-events.ts';

const tables = ['late_answers', 'lesson_summaries', 'seats', 'lesson_questions', 'counted_answers'];

function everythingIn(db: Database, lessonId: string): unknown {
  return tables.map((table) =>
    db.prepare(`SELECT * FROM ${table} WHERE lesson_id = ? ORDER BY 1, 2, 3, 4`).all(lessonId),
  );
}

/** The record of a lesson as its folded state tells it. */
function recordOf(state: LessonState) {
  return {
    questions: state.order.map((id) => {
      const asked = state.asked.get(id);
      return {
        question: asked?.question,
        rounds: asked?.round,
        skipped: asked?.progress.phase === 'skipped',
      };
    }),
    seats: [...state.seats.values()].map(({ id, number, removed }) => ({
      seatId: id,
      number,
      name: null,
      removed,
    })),
    answers: new Set(
      [...state.asked.values()].flatMap(({ question, round, answers }) =>
        [...answers].map(([seatId, { answer, at, late, sure }]) => {
          const grade = kindOf(question).grade(question, answer);
          return {
            questionId: question.id,
            round,
            seatId,
            answer,
            credit: grade?.credit ?? null,
            right: grade?.right ?? null,
            at,
            late: late ?? null,
            sure: sure ?? null,
          };
        }),
      ),
    ),
    seated: state.seated,
    status: state.status,
  };
}

describe('the report tables', () => {
  test('for any lesson they say what its folded journal says, and a rebuild writes the same', async () => {
    const dataDir = temporaryFolder();
    const db = openDatabase(dataDir);
    if ('refused' in db) throw new Error(db.refused);
    const projections = createProjections(db);
    const follow = createFollow(db, projections);
    const journal = createJournal(db, follow);
    const lessons = createLessons(db, follow);
    const rebuild = createRebuild(db, projections);
    await createPeople(db).createTeacher({ ...teacher, createdAt: 1 });
    let run = 0;
    let tooLate = 0;
    let counted = 0;

    await fc.assert(
      fc.asyncProperty(steps, async (script) => {
        run += 1;
        const lessonId = `lesson-${run}`;
        const joins: Step[] = [1, 2, 3].map((a) => ({ do: 'join', a, b: 0, c: 0 }));
        const batches = play(lessonId, everyKind, [...joins, ...script]);
        const [first, ...rest] = batches;
        journal.create(
          { lessonId, ownerId: teacher.id, quizId: null },
          { lessonId, events: first ?? [], names: [] },
        );
        for (const events of rest) journal.commit([{ lessonId, events, names: [] }]);

        const expected = recordOf(fold(batches.flat()));
        const record = await lessons.record(teacher.id, lessonId);
        expect(record?.questions).toEqual(expected.questions);
        expect(record?.seats).toEqual(expected.seats);
        expect(new Set(record?.answers)).toEqual(expected.answers);
        const kept = batches.flat().filter(({ event }) => event.type === 'answerTooLate');
        tooLate += kept.length;
        counted += [...expected.answers].filter(({ late }) => late !== null).length;
        expect(record?.tooLate.map(({ reason, at, answer }) => ({ reason, at, answer }))).toEqual(
          kept.map(({ at, event }) =>
            event.type === 'answerTooLate'
              ? { reason: event.reason, at, answer: event.answer }
              : null,
          ),
        );
        expect(record?.summary).toMatchObject({
          seats: expected.seated,
          questions: expected.questions.length,
          status: expected.status,
        });

        const live = everythingIn(db, lessonId);
        rebuild.lesson(lessonId);
        expect(everythingIn(db, lessonId)).toEqual(live);
      }),
      { numRuns: 60 },
    );
    db.close();
    // The lessons made up here have late answers of both sorts.
    expect(tooLate).toBeGreaterThan(20);
    expect(counted).toBeGreaterThan(0);
    expect(readdirSync(dataDir)).toEqual(['chalkbox.db']);
  });

  test('tables written by older rules are rebuilt when the program starts', async () => {
    const dataDir = temporaryFolder();
    const opened = openDatabase(dataDir);
    if ('refused' in opened) throw new Error(opened.refused);
    const projections = createProjections(opened);
    await createPeople(opened).createTeacher({ ...teacher, createdAt: 1 });
    const follow = createFollow(opened, projections);
    createJournal(opened, follow).create(
      { lessonId: 'lesson-1', ownerId: teacher.id, quizId: null },
      {
        lessonId: 'lesson-1',
        names: [],
        events: [
          { seq: 1, at: 1, event: startedEvent('lesson-1', [choiceQuestion('question-1')]) },
        ],
      },
    );
    opened.exec(`UPDATE lesson_summaries SET title = 'wrong'`);
    createRebuild(opened, projections).ifOutdated();
    expect(await createLessons(opened, follow).summary(teacher.id, 'lesson-1')).toMatchObject({
      title: 'Osmosis',
    });
    // Written by today's rules: nothing to do, not even at a wrong row.
    opened.exec(`UPDATE lesson_summaries SET title = 'later'`);
    createRebuild(opened, projections).ifOutdated();
    expect(await createLessons(opened, follow).summary(teacher.id, 'lesson-1')).toMatchObject({
      title: 'later',
    });
    opened.close();
  });

  test('a damaged row keeps one lesson’s tables as they were; the others are rebuilt, and the program starts', async () => {
    const dataDir = temporaryFolder();
    const store = openedStore(dataDir);
    await store.people.createTeacher({ ...teacher, createdAt: 1 });
    for (const lessonId of ['lesson-1', 'lesson-2']) startLesson(store, { lessonId });
    store.close();
    const db = openDatabase(dataDir);
    if ('refused' in db) throw new Error(db.refused);
    db.exec(`UPDATE journal SET event = substr(event, 1, 9) WHERE lesson_id = 'lesson-1' AND seq = 3;
      UPDATE lesson_summaries SET title = 'older rules';
      UPDATE meta SET value = '0' WHERE key = 'projections'`);
    db.close();

    const again = openedStore(dataDir);
    expect(again.notRebuilt).toEqual(['lesson-1']);
    expect(await again.lessons.record(teacher.id, 'lesson-1')).toMatchObject({
      summary: { title: 'older rules' },
      seats: [{ seatId: 'seat-1' }, { seatId: 'seat-2' }],
    });
    expect((await again.lessons.record(teacher.id, 'lesson-2'))?.summary.title).toBe('Osmosis');
    const events = again.journal.read('lesson-1');
    expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    expect(events[2]?.event).toEqual({ type: 'unreadable' });
  });

  test('a key set later grades the answers of all rounds anew, and taking it away leaves none graded', async () => {
    const db = openDatabase(temporaryFolder());
    if ('refused' in db) throw new Error(db.refused);
    const follow = createFollow(db, createProjections(db));
    const journal = createJournal(db, follow);
    const lessons = createLessons(db, follow);
    await createPeople(db).createTeacher({ ...teacher, createdAt: 1 });
    const event = (seq: number, event: LessonEvent): StoredEvent => ({ seq, at: seq, event });
    const answer = (seatId: string, round: number, picked: number): LessonEvent => ({
      type: 'answered',
      seatId,
      questionId: 'question-1',
      round,
      answer: { picked },
      commandId: `command-${seatId}${round}`,
    });
    const open = (round: number): LessonEvent => ({
      type: 'questionOpened',
      questionId: 'question-1',
      round,
      closesAt: null,
      totalMs: null,
    });
    const lessonId = 'lesson-1';
    journal.create(
      { lessonId, ownerId: teacher.id, quizId: null },
      {
        lessonId,
        names: [],
        events: [
          event(1, startedEvent(lessonId, [choiceQuestion('question-1')])),
          event(2, { type: 'seatTaken', seatId: 'seat-1', device: 'd' }),
          event(3, open(1)),
          event(4, answer('seat-1', 1, 1)),
          event(5, open(2)),
          event(6, answer('seat-1', 2, 0)),
        ],
      },
    );
    const graded = () => {
      follow.catchUp();
      return db.prepare('SELECT round, credit, is_right FROM counted_answers ORDER BY round').all();
    };
    expect(graded()).toEqual([
      { round: 1, credit: 1, is_right: 1 },
      { round: 2, credit: 0, is_right: 0 },
    ]);
    const record = await lessons.record(teacher.id, lessonId);
    expect(record?.answers).toMatchObject([{ round: 2, answer: { picked: 0 }, right: false }]);

    journal.commit([
      {
        lessonId,
        names: [],
        events: [event(7, { type: 'keySet', questionId: 'question-1', key: { right: 0 } })],
      },
    ]);
    expect(graded()).toEqual([
      { round: 1, credit: 0, is_right: 0 },
      { round: 2, credit: 1, is_right: 1 },
    ]);
    journal.commit([
      {
        lessonId,
        names: [],
        events: [event(8, { type: 'keySet', questionId: 'question-1', key: null })],
      },
    ]);
    expect(graded()).toEqual([
      { round: 1, credit: null, is_right: null },
      { round: 2, credit: null, is_right: null },
    ]);
    db.close();
  });
});
