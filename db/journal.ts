import type { Database } from 'better-sqlite3';
import type { ClassId, LessonId, SeatId, SectionId } from '../lan-server/contract/ids.ts';
import type { JournalPort, LessonEntry, LessonOrigin, SeatStudent } from '../lan-server/ports.ts';
import type { Follow } from './follow.ts';
import { storedEvent } from './journal-row.ts';
import type { JournalRow } from './journal-row.ts';
import type { Quiet } from './quiet.ts';

/** The journal of all lessons. Synchronous: it stands between a tap and its tick. */
export function createJournal(
  db: Database,
  follow: Follow,
  { wrote }: Pick<Quiet, 'wrote'> = { wrote() {} },
): JournalPort {
  const append = db.prepare<[string, number, number, string]>(
    'INSERT INTO journal (lesson_id, seq, at, event) VALUES (?, ?, ?, ?)',
  );
  const setName = db.prepare<[string, string, string]>(
    `INSERT INTO seat_names (lesson_id, seat_id, name) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET name = excluded.name`,
  );
  const insertLesson = db.prepare<[Omit<LessonOrigin, 'planned'> & { at: number }]>(
    `INSERT INTO lessons (id, owner_id, quiz_id, class_id, section_id, alive_at)
     VALUES ($lessonId, $ownerId, $quizId, $classId, $sectionId, $at)`,
  );
  const startPlanned = db.prepare<[{ id: string; lessonId: string; endsAt: number }]>(
    `UPDATE planned_lessons SET state = 'started', lesson_id = $lessonId, ends_at = $endsAt
     WHERE id = $id AND state = 'planned'`,
  );
  const setStudent = db.prepare<[string, string, string]>(
    `INSERT INTO seat_students (lesson_id, seat_id, student_id) VALUES (?, ?, ?)`,
  );
  const given = db.prepare<[string], { classId: ClassId | null; sectionId: SectionId | null }>(
    'SELECT class_id AS classId, section_id AS sectionId FROM lessons WHERE id = ?',
  );
  const students = db.prepare<[string], SeatStudent>(
    `SELECT seat_id AS seatId, student_id AS studentId FROM seat_students WHERE lesson_id = ?`,
  );
  const useQuiz = db.prepare<[number, string]>('UPDATE quizzes SET used_at = ? WHERE id = ?');
  const events = db.prepare<[string], JournalRow>(
    'SELECT seq, at, event FROM journal WHERE lesson_id = ? ORDER BY seq',
  );
  const names = db.prepare<[string], { seatId: SeatId; name: string }>(
    'SELECT seat_id AS seatId, name FROM seat_names WHERE lesson_id = ?',
  );
  const unfinished = db.prepare<[], { lessonId: LessonId; ownerId: string; aliveAt: number }>(
    `SELECT lessons.id AS lessonId, owner_id AS ownerId, alive_at AS aliveAt
     FROM lesson_summaries JOIN lessons ON lessons.id = lesson_id
     WHERE status <> 'ended' ORDER BY started_at, lesson_id`,
  );
  const ended = db.prepare<[number], { lessonId: LessonId; ownerId: string; endedAt: number }>(
    `SELECT lessons.id AS lessonId, owner_id AS ownerId, ended_at AS endedAt
     FROM lesson_summaries JOIN lessons ON lessons.id = lesson_id
     WHERE status = 'ended' AND ended_at >= ? ORDER BY started_at, lesson_id`,
  );
  const alive = db.prepare<[number, string]>('UPDATE lessons SET alive_at = ? WHERE id = ?');

  const write = (entry: LessonEntry): void => {
    const { lessonId, events, names, students = [] } = entry;
    for (const { seq, at, event } of events) append.run(lessonId, seq, at, JSON.stringify(event));
    for (const { seatId, name } of names) setName.run(lessonId, seatId, name);
    for (const { seatId, studentId } of students) setStudent.run(lessonId, seatId, studentId);
    follow.within(entry);
  };

  const transaction = db.transaction((work: () => void) => work());

  /** One transaction; if it does not hold, what the report tables' writer remembers of these lessons is not true either. */
  const inOne = (entries: LessonEntry[], work: () => void): void => {
    try {
      const from = performance.now();
      transaction.immediate(work);
      const events = entries.reduce((sum, entry) => sum + entry.events.length, 0);
      for (const entry of entries) follow.committed(entry);
      wrote(events, performance.now() - from);
    } catch (error) {
      for (const { lessonId } of entries) follow.undone(lessonId);
      throw error;
    }
  };

  return {
    commit(entries) {
      inOne(entries, () => {
        for (const entry of entries) write(entry);
      });
    },
    create({ planned, ...lesson }, entry) {
      const { lessonId, quizId } = lesson;
      const at = entry.events[0]?.at ?? 0;
      inOne([entry], () => {
        insertLesson.run({ classId: null, sectionId: null, ...lesson, at });
        if (quizId !== null) useQuiz.run(at, quizId);
        if (planned && startPlanned.run({ ...planned, lessonId }).changes === 0)
          throw new Error('this occurrence is not planned any more');
        write(entry);
      });
    },
    read: (lessonId) => events.all(lessonId).map(storedEvent),
    names: (lessonId) => names.all(lessonId),
    roll(lessonId) {
      const { classId = null, sectionId = null } = given.get(lessonId) ?? {};
      return {
        given: classId === null ? null : { classId, sectionId },
        students: students.all(lessonId),
      };
    },
    unfinished: () => unfinished.all(),
    endedSince: (since) => ended.all(since),
    touch(lessonIds, now) {
      transaction.immediate(() => {
        for (const lessonId of lessonIds) alive.run(now, lessonId);
      });
    },
  };
}
