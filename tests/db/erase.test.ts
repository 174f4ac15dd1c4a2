import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createErasing } from '../../db/erase.ts';
import { createFollow } from '../../db/follow.ts';
import { createJournal } from '../../db/journal.ts';
import { createLessons } from '../../db/lessons.ts';
import { openDatabase } from '../../db/open.ts';
import { createPeople } from '../../db/people.ts';
import { createProjections } from '../../db/projections.ts';
import { createRebuild } from '../../db/rebuild.ts';
import { withoutPeople } from '../../lan-server/lesson/erase.ts';
import { fold } from '../../lan-server/lesson/evolve.ts';
import type { LessonState } from '../../lan-server/lesson/state.ts';
import { createErasure } from '../../lan-server/people/erasure.ts';
import { createRetention, noticeMs } from '../../lan-server/people/retention.ts';
import type { LessonEvent, LessonRecord } from '../../lan-server/ports.ts';
import type { Rewrite } from '../../lan-server/ports/privacy.ts';
import { kindOf, questionKinds } from '../../lan-server/questions/index.ts';
import type { Question } from '../../lan-server/questions/index.ts';
import { resultsOf } from '../../lan-server/reports/results.ts';
import { play, steps } from './any-lesson.ts';
import type { Step } from './any-lesson.ts';
import { entry, everyKind, startedEvent, teacher, temporaryFolder } from './lesson-events.ts';

let devices = 0;
const rewrite: Rewrite = (events, seats, mentions) =>
  withoutPeople(events, seats, () => `other-device-${(devices += 1)}`, mentions);

async function opened(dataDir = temporaryFolder()) {
  const db = openDatabase(dataDir);
  if ('refused' in db) throw new Error(db.refused);
  const projections = createProjections(db);
  const follow = createFollow(db, projections);
  const rebuild = createRebuild(db, projections);
  rebuild.ifOutdated();
  const erase = createErasing(db, follow, rebuild);
  const people = createPeople(db);
  if ((await people.teacher()) === null) await people.createTeacher({ ...teacher, createdAt: 1 });
  return {
    dataDir,
    db,
    erase,
    journal: createJournal(db, follow),
    lessons: createLessons(db, follow),
  };
}
type Opened = Awaited<ReturnType<typeof opened>>;

/** All that a report says of the class as a whole, and of each seat in numbers. */
function statisticsOf(record: LessonRecord | null) {
  if (!record) throw new Error('the lesson is gone');
  const { questions, students, maxPoints, tooLate } = resultsOf(record);
  return {
    summary: record.summary,
    questions: questions.map(({ answered, right, meanCredit, confidence, votes, rounds }) => ({
      answered,
      right,
      meanCredit,
      confidence,
      votes,
      rounds,
    })),
    students: students.map(({ points, removed, answers }) => ({
      points,
      removed,
      credits: answers.map((answer) => answer && [answer.credit, answer.right]),
    })),
    tooLate: tooLate.map(({ reason, round, seatId }) => ({ reason, round, seatId })),
    maxPoints,
  };
}

/** What the folded journal counts. */
function countsOf(state: LessonState) {
  return {
    seated: state.seated,
    status: state.status,
    asked: [...state.asked.values()].map((asked) => ({
      progress: asked.progress.phase,
      round: asked.round,
      answered: asked.answered,
      right: asked.right,
      confidence: asked.confidence,
      first: asked.first && [asked.first.answered, asked.first.right],
      flow: asked.flow,
      credits: [...asked.answers].map(([seatId, { answer }]) => [
        seatId,
        kindOf(asked.question).grade(asked.question, answer),
      ]),
    })),
    points: [...state.seats.values()].map(({ points, streak, removed }) => [
      points,
      streak,
      removed,
    ]),
  };
}

/** All bytes of all files, also of those that SQLite keeps beside its own. */
function bytesIn(folder: string): string {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((file) => statSync(file).isFile())
    .map((file) => readFileSync(file).toString('latin1'))
    .join('\n');
}

const open = (questionId: string): LessonEvent => ({
  type: 'questionOpened',
  questionId,
  round: 1,
  closesAt: null,
  totalMs: null,
});
const marker = 'Xochiquetzal';
const typed: Question[] = [
  { ...questionKinds.opentext.blank('question-open'), text: 'Why?' },
  { ...questionKinds.wordcloud.blank('question-word'), text: 'A word' },
  { ...questionKinds.shorttext.blank('question-shrt'), text: 'Name it', accepted: ['Osmosis'] },
];

/** A class of one student and another, enrolled; a lesson with a list of names in which both wrote. */
function teach({ db, journal }: Opened, lessonId = 'lesson-0001', endedAt = 5000): void {
  db.exec(`
    INSERT INTO classes (id, owner_id, name, subject, code, created_at) VALUES ('class-01', '${teacher.id}', '7b', '', 'ABCDE', 1) ON CONFLICT DO NOTHING;
    INSERT INTO students (id, name, number, avatar, created_at) VALUES
      ('student-1', '${marker} Ruiz', '${marker}-77', 'fox', 1), ('student-2', 'Ben', NULL, 'owl', 1) ON CONFLICT DO NOTHING;
    INSERT INTO enrolments (id, student_id, class_id, from_at) VALUES
      ('enrol-1', 'student-1', 'class-01', 1), ('enrol-2', 'student-2', 'class-01', 1) ON CONFLICT DO NOTHING;
    INSERT INTO student_devices (device, class_id, student_id, since, last_seen_at) VALUES
      ('hash-of-${marker}', 'class-01', 'student-1', 1, 1) ON CONFLICT DO NOTHING;
  `);
  const answer = (seatId: string, questionId: string, given: object): LessonEvent =>
    ({
      type: 'answered',
      seatId,
      questionId,
      round: 1,
      answer: given,
      commandId: `c-${seatId}-${questionId}-${JSON.stringify(given).length}`,
    }) as LessonEvent;
  const [mine, other] = ['seat-0001', 'seat-0002'];
  const events: LessonEvent[] = [
    startedEvent(lessonId, typed),
    { type: 'seatTaken', seatId: mine, device: `device-${marker}` },
    { type: 'seatTaken', seatId: other, device: 'device-of-ben' },
    { type: 'deviceJoined', seatId: mine, device: `second-${marker}` },
    { type: 'seatClaimed', seatId: mine, device: `claim-${marker}` },
    { type: 'claimEnded', device: `claim-${marker}`, because: 'refused' },
    {
      type: 'deviceLetIn',
      seatId: mine,
      device: `third-${marker}`,
      instead: [`second-${marker}`],
    },
    open('question-open'),
    answer(mine, 'question-open', { text: `I am ${marker}` }),
    answer(mine, 'question-open', { text: `No, I, ${marker}, think again` }),
    answer(other, 'question-open', { text: 'Ben thinks' }),
    open('question-word'),
    answer(mine, 'question-word', { words: [marker, 'water'] }),
    open('question-shrt'),
    answer(mine, 'question-shrt', { text: 'osmozis' }),
    answer(other, 'question-shrt', { text: 'Ben guesses' }),
    {
      type: 'posted',
      postId: 'post-0001',
      seatId: mine,
      text: `${marker} asks`,
      standing: 'shown',
    },
  ];
  journal.create(
    { lessonId, ownerId: teacher.id, quizId: null },
    entry(lessonId, 1, events, [
      { seatId: mine, name: `${marker} Ruiz` },
      { seatId: other, name: 'Ben' },
    ]),
  );
  journal.commit([
    {
      lessonId,
      events: [{ seq: events.length + 1, at: endedAt, event: { type: 'ended' } }],
      names: [],
    },
  ]);
  db.prepare('INSERT INTO seat_students VALUES (?, ?, ?), (?, ?, ?)').run(
    lessonId,
    mine,
    'student-1',
    lessonId,
    other,
    'student-2',
  );
}

const serviceOn = ({ erase }: Opened, lessonsRun = () => false, now = () => 9000) =>
  createErasure({
    erase,
    rewrite,
    lessonsRun,
    forget() {},
    now,
    log: { info() {}, warn() {}, error() {} },
  });

const rowsOf = (db: Database, sql: string): unknown[] => db.prepare(sql).all();

describe('erasing', () => {
  test('any student of any lesson leaves its statistics, grades and points as they were, in tables and fold', async () => {
    const all = await opened();
    const { erase, journal, lessons, db } = all;
    let run = 0;
    let changedAnswers = 0;
    await fc.assert(
      fc.asyncProperty(steps, fc.nat(5), fc.boolean(), async (script, who, whole) => {
        run += 1;
        const lessonId = `lesson-${run}`;
        const joins: Step[] = [1, 2, 3].map((a) => ({ do: 'join', a, b: 0, c: 0 }));
        const [first, ...rest] = play(lessonId, everyKind, [...joins, ...script]);
        journal.create(
          { lessonId, ownerId: teacher.id, quizId: null },
          { lessonId, events: first ?? [], names: [] },
        );
        for (const events of rest) journal.commit([{ lessonId, events, names: [] }]);
        const before = journal.read(lessonId);
        const state = fold(before);
        const seats = [...state.seats.keys()];
        const chosen = whole ? null : [seats[who % seats.length] ?? ''];
        const statistics = statisticsOf(await lessons.record(teacher.id, lessonId));

        await erase.eraseSeats(lessonId, chosen, 99_000, rewrite);

        const after = journal.read(lessonId);
        expect(after.map(({ seq, at, event }) => [seq, at, event.type])).toEqual([
          ...before.map(({ seq, at, event }) => [seq, at, event.type]),
          [before.length + 1, 99_000, 'seatsErased'],
        ]);
        expect(countsOf(fold(after))).toEqual(countsOf(state));
        expect(statisticsOf(await lessons.record(teacher.id, lessonId))).toEqual(statistics);
        changedAnswers += after.filter(
          ({ event }, place) =>
            event.type === 'answered' &&
            JSON.stringify(event) !== JSON.stringify(before[place]?.event),
        ).length;

        // Once more: nothing is left to do.
        await erase.eraseSeats(lessonId, chosen, 99_001, (...given) => {
          const again = rewrite(...given).filter(
            ({ event }) => event.type !== 'seatTaken' && event.type !== 'deviceJoined',
          );
          expect(again).toEqual([]);
          return again;
        });
      }),
      { numRuns: 60 },
    );
    db.close();
    expect(changedAnswers).toBeGreaterThan(0);
  });

  test('leaves no byte of a student in any file, and everything of the others', async () => {
    const all = await opened();
    const { db, dataDir, lessons, erase } = all;
    teach(all);
    teach(all, 'lesson-0002');
    db.pragma('wal_checkpoint(PASSIVE)');
    expect(bytesIn(dataDir)).toContain(marker);
    const before = statisticsOf(await lessons.record(teacher.id, 'lesson-0001'));

    expect(await serviceOn(all).student('student-1')).toBeUndefined();

    expect(bytesIn(dataDir)).not.toContain(marker);
    expect(bytesIn(dataDir)).not.toContain('osmozis');
    expect(bytesIn(dataDir)).toContain('Ben guesses');
    expect(erase.needsCleaning()).toBe(false);
    const record = await lessons.record(teacher.id, 'lesson-0001');
    expect(statisticsOf(record)).toEqual(before);
    expect(record?.seats.map(({ name }) => name)).toEqual([null, 'Ben']);
    // The misspelt answer was right, and still is; the word cloud has lost its words alone.
    expect(record?.answers.map(({ seatId, answer, credit }) => [seatId, answer, credit])).toEqual(
      expect.arrayContaining([
        ['seat-0001', { text: 'Osmosis' }, 1],
        ['seat-0001', { text: '—' }, null],
        ['seat-0001', { words: [] }, null],
        ['seat-0002', { text: 'Ben guesses' }, 0],
      ]),
    );
    for (const table of ['students', 'enrolments', 'seat_students'])
      expect(JSON.stringify(rowsOf(db, `SELECT * FROM ${table}`))).not.toContain('student-1');
    expect(rowsOf(db, 'SELECT * FROM student_devices')).toEqual([]);
    expect(rowsOf(db, 'SELECT name FROM students')).toEqual([{ name: 'Ben' }]);
    db.close();
    expect(bytesIn(dataDir)).not.toContain(marker);
  });

  test('waits for the end of a lesson that runs, and goes on where it was interrupted', async () => {
    const all = await opened();
    const { db, dataDir } = all;
    teach(all);
    teach(all, 'lesson-0002');
    expect(await serviceOn(all, () => true).student('student-1')).toEqual({
      rejected: 'lesson_runs',
    });
    expect(rowsOf(db, 'SELECT * FROM seat_students')).toHaveLength(4);
    let asked = 0;
    // A lesson begins after the first of the two was erased.
    const begins = () => (asked += 1) > 1;
    expect(await serviceOn(all, begins).student('student-1')).toEqual({ rejected: 'lesson_runs' });
    expect(rowsOf(db, `SELECT * FROM seat_students WHERE student_id = 'student-1'`)).toHaveLength(
      1,
    );
    db.close();

    // The program was ended meanwhile.
    const again = await opened(dataDir);
    expect(again.erase.needsCleaning()).toBe(true);
    expect(await serviceOn(again).student('student-1')).toBeUndefined();
    expect(bytesIn(dataDir)).not.toContain(marker);
    again.db.close();
  });

  test('takes the texts out of a lesson whose journal is damaged, and its tables stay', async () => {
    const all = await opened();
    const { db, dataDir, lessons } = all;
    teach(all);
    await lessons.record(teacher.id, 'lesson-0001');
    // The start with the questions, and one of the answers.
    db.exec(`UPDATE journal SET event = substr(event, 1, 20) WHERE seq = 1;
      UPDATE journal SET event = substr(event, 1, length(event) - 1) WHERE seq = 9`);
    const before = statisticsOf(await lessons.record(teacher.id, 'lesson-0001'));
    expect(await serviceOn(all).student('student-1')).toBeUndefined();
    expect(bytesIn(dataDir)).not.toContain(marker);
    expect(statisticsOf(await lessons.record(teacher.id, 'lesson-0001'))).toEqual(before);
    db.close();
  });
});

describe('how long names are kept', () => {
  test('a lesson is announced a week before, then made anonymous as a whole; what was taken back stays', async () => {
    const day = 86_400_000;
    const all = await opened();
    const { db, dataDir, lessons, erase } = all;
    teach(all, 'lesson-0001', 100 * day);
    teach(all, 'lesson-0002', 130 * day);
    let now = 131 * day;
    let days: number | null = null;
    let runs = false;
    const retention = createRetention({
      days: async () => days,
      erase,
      erasure: serviceOn(
        all,
        () => runs,
        () => now,
      ),
      lessonsRun: () => runs,
      now: () => now,
      log: { info() {}, warn() {}, error() {} },
    });
    await retention.look();
    expect(await retention.coming()).toEqual([]);

    days = 30;
    await retention.look();
    // It has been due for a day, but nobody has seen that yet.
    expect(await retention.coming()).toMatchObject([
      { lessonId: 'lesson-0001', seats: 2, goesAt: now + noticeMs },
    ]);
    now += noticeMs - 1;
    await retention.look();
    expect(rowsOf(db, 'SELECT * FROM seat_names')).toHaveLength(4);
    now += 1;
    runs = true;
    await retention.look();
    expect(rowsOf(db, 'SELECT * FROM seat_names')).toHaveLength(4);
    runs = false;
    const before = statisticsOf(await lessons.record(teacher.id, 'lesson-0001'));
    await retention.look();
    expect(rowsOf(db, 'SELECT lesson_id FROM seat_names')).toEqual([
      { lesson_id: 'lesson-0002' },
      { lesson_id: 'lesson-0002' },
    ]);
    expect(statisticsOf(await lessons.record(teacher.id, 'lesson-0001'))).toEqual(before);
    expect(erase.needsCleaning()).toBe(false);

    now = 155 * day;
    await retention.look();
    expect(await retention.coming()).toMatchObject([
      { lessonId: 'lesson-0002', goesAt: 162 * day },
    ]);
    days = null;
    await retention.look();
    now = 400 * day;
    await retention.look();
    expect(rowsOf(db, 'SELECT * FROM seat_names')).toHaveLength(2);
    // Said anew: the notice begins anew.
    days = 30;
    await retention.look();
    expect(rowsOf(db, 'SELECT * FROM seat_names')).toHaveLength(2);
    now += noticeMs;
    await retention.look();
    expect(rowsOf(db, 'SELECT * FROM seat_names')).toEqual([]);
    expect(bytesIn(dataDir)).not.toContain(`I am ${marker}`);
    db.close();
  });
});
