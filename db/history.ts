import type { Database } from 'better-sqlite3';
import type { LessonSummary } from '../lan-server/contract/api.ts';
import type { Identity } from '../lan-server/contract/frames.ts';
import type {
  AttendanceOf,
  HistoryPort,
  KeptStudent,
  SeatRecord,
} from '../lan-server/ports/history.ts';
import type { Answer, Question } from '../lan-server/questions/index.ts';
import type { Follow } from './follow.ts';
import { answerColumns, answerOf, bareColumns } from './lessons.ts';
import type { AnswerRow, LateRow } from './lessons.ts';
import { coTaughtLesson } from './relations.ts';

/** One student across lessons, read from the report tables. */
export function createHistory(
  db: Database,
  { catchUp }: Pick<Follow, 'catchUp'>,
  attendanceOf: AttendanceOf,
): HistoryPort {
  type StudentRow = Omit<KeptStudent, 'hasPin' | 'enrolments' | 'devices'> & { hasPin: number };
  const student = db.prepare<[string], StudentRow>(
    `SELECT id, name, number, avatar, pin IS NOT NULL AS hasPin, created_at AS createdAt, archived_at AS archivedAt
     FROM students WHERE id = ?`,
  );
  const enrolments = db.prepare<[string], KeptStudent['enrolments'][number]>(
    `SELECT classes.name AS className, sections.name AS sectionName, from_at AS "from", to_at AS "to"
     FROM enrolments AS e JOIN classes ON classes.id = e.class_id LEFT JOIN sections ON sections.id = e.section_id
     WHERE student_id = ? ORDER BY from_at, e.id`,
  );
  const devices = db.prepare<[string], KeptStudent['devices'][number]>(
    `SELECT classes.name AS className, since, last_seen_at AS lastSeenAt
     FROM student_devices AS d JOIN classes ON classes.id = d.class_id WHERE student_id = ? ORDER BY since`,
  );

  type LessonRow = LessonSummary & {
    identity: Identity;
    seatId: string;
    className: string | null;
  };
  // A lesson is read by whom relations.ts would let read it.
  const lessons = db.prepare<
    [
      {
        studentId: string;
        teacherId: string | null;
        released: number;
        classId: string | null;
        most: number;
      },
    ],
    LessonRow
  >(
    `SELECT ${bareColumns}, identity, st.seat_id AS seatId,
       (SELECT name FROM classes WHERE classes.id = lessons.class_id) AS className
     FROM seat_students AS st JOIN lesson_summaries AS s ON s.lesson_id = st.lesson_id
     JOIN lessons ON lessons.id = st.lesson_id
     WHERE st.student_id = $studentId
       AND ($teacherId IS NULL OR lessons.owner_id = $teacherId OR ${coTaughtLesson})
       AND ($classId IS NULL OR lessons.class_id = $classId)
       AND ($released = 0 OR (status = 'ended' AND EXISTS
         (SELECT 1 FROM released_results AS r WHERE r.lesson_id = st.lesson_id)))
     ORDER BY started_at DESC, lessons.id LIMIT $most`,
  );
  const questions = db.prepare<[string], { question: string; rounds: number; skipped: number }>(
    'SELECT question, rounds, skipped FROM lesson_questions WHERE lesson_id = ? ORDER BY position',
  );
  const answersWhere = (rounds: string) =>
    db.prepare<[string, string], AnswerRow>(
      `SELECT ${answerColumns} FROM counted_answers AS a JOIN lesson_questions AS q
         ON q.lesson_id = a.lesson_id AND q.question_id = a.question_id AND ${rounds}
       WHERE a.lesson_id = ? AND a.seat_id = ? ORDER BY position, round`,
    );
  const answers = answersWhere('q.rounds = a.round');
  const earlier = answersWhere('q.rounds > a.round');
  const tooLate = db.prepare<[string, string], LateRow>(
    `SELECT question_id AS questionId, round, seat_id AS seatId, answer, tapped_at AS tappedAt, at, reason
     FROM late_answers WHERE lesson_id = ? AND seat_id = ? ORDER BY seq`,
  );
  const posts = db.prepare<[string, string], { text: string; at: number }>(
    `SELECT json_extract(event, '$.text') AS text, at FROM journal
     WHERE lesson_id = ? AND json_valid(event) AND json_extract(event, '$.type') = 'posted'
       AND json_extract(event, '$.seatId') = ? ORDER BY seq`,
  );
  // The hash stands nowhere but in the events in which the device came.
  const sat = db
    .prepare<[string, string], string>(
      'SELECT event FROM journal WHERE lesson_id = ? AND instr(event, ?) > 0 AND json_valid(event)',
    )
    .pluck();
  const hasList = db.prepare<[string]>('SELECT 1 FROM seat_students WHERE lesson_id = ? LIMIT 1');
  const isReleased = db.prepare<[string]>('SELECT 1 FROM released_results WHERE lesson_id = ?');
  const release = db.prepare<[string, number]>(
    'INSERT INTO released_results (lesson_id, released_at) VALUES (?, ?) ON CONFLICT DO NOTHING',
  );
  const takeBack = db.prepare<[string]>('DELETE FROM released_results WHERE lesson_id = ?');

  const cameIn = (lessonId: string, seatId: string, answered: boolean): SeatRecord['came'] => {
    const row = attendanceOf(lessonId).find((one) => one.seatId === seatId);
    if (row) return { status: row.status, minutes: row.minutes };
    // Of a lesson of which no list is known: who answered was there.
    return { status: answered ? 'present' : 'absent', minutes: null };
  };

  const recordOf = (
    { seatId, className, identity, ...summary }: LessonRow,
    withPosts: boolean,
  ): SeatRecord => {
    const given = answers.all(summary.id, seatId).map(answerOf);
    return {
      lessonId: summary.id,
      seatId,
      className,
      record: {
        summary,
        identity,
        questions: questions.all(summary.id).map(({ question, rounds, skipped }) => ({
          question: JSON.parse(question) as Question,
          rounds,
          skipped: skipped === 1,
        })),
        answers: given,
        tooLate: tooLate
          .all(summary.id, seatId)
          .map((row) => ({ ...row, answer: JSON.parse(row.answer) as Answer })),
      },
      earlier: earlier.all(summary.id, seatId).map(answerOf),
      posts: withPosts ? posts.all(summary.id, seatId) : [],
      came: cameIn(summary.id, seatId, given.length > 0),
    };
  };

  return {
    async student(id) {
      const row = student.get(id);
      if (!row) return null;
      return {
        ...row,
        hasPin: row.hasPin === 1,
        enrolments: enrolments.all(id),
        devices: devices.all(id),
      };
    },
    async lessonsOf(
      studentId,
      { teacherId, classId, released = false, newest = 2000, posts = false },
    ) {
      catchUp();
      const asked = {
        studentId,
        teacherId,
        classId: classId ?? null,
        released: Number(released),
        most: newest,
      };
      return lessons
        .all(asked)
        .map((row) => recordOf(row, posts))
        .toReversed();
    },
    satOn: (lessonId, seatId, device) =>
      sat
        .all(lessonId, device)
        .map((event) => JSON.parse(event) as { type?: string; seatId?: string; device?: string })
        .some(
          (event) =>
            event.type !== 'seatClaimed' && event.seatId === seatId && event.device === device,
        ),
    async released(lessonId) {
      return {
        released: isReleased.get(lessonId) !== undefined,
        list: hasList.get(lessonId) !== undefined,
      };
    },
    async release(lessonId, at) {
      if (at === null) takeBack.run(lessonId);
      else release.run(lessonId, at);
    },
  };
}
