import type { Database } from 'better-sqlite3';
import type { LessonSummary } from '../lan-server/contract/api.ts';
import type { Identity } from '../lan-server/contract/frames.ts';
import type { Play } from '../lan-server/contract/play.ts';
import type { LateReason } from '../lan-server/contract/late.ts';
import type { CountedAnswer, LessonRecord, LessonsPort } from '../lan-server/ports.ts';
import type { Answer, Question } from '../lan-server/questions/index.ts';
import { prepareAttendance, prepareDeviceAnswers } from './attendance-rows.ts';
import type { Follow } from './follow.ts';
import { afterPlace, wantedOrNull, placeValues, teachFolding } from './list-rows.ts';
import { coTaughtLesson } from './relations.ts';

/** Of a lesson, whoever asks. */
export const bareColumns = `
  lessons.id, title, subject, code, status, started_at AS startedAt, ended_at AS endedAt, questions, seats`;
const summaryColumns = `${bareColumns},
  CASE WHEN owner_id = $teacherId THEN NULL ELSE (SELECT name FROM teachers WHERE teachers.id = owner_id) END AS sharedBy`;

/** An answer as report tables hold it, for `answerOf`. */
export const answerColumns = `a.question_id AS questionId, round, seat_id AS seatId, answer, credit, is_right AS right, at,
  tapped_at AS tappedAt, late_ms AS lateMs, sure`;

/** Whose they are, or who was invited to them. */
const mayBeSeen = `(owner_id = $teacherId OR ${coTaughtLesson})`;

type SummaryRow = Omit<LessonSummary, 'sharedBy'> & { sharedBy: string | null };

type QuestionRow = { question: string; rounds: number; skipped: number };
type SeatRow = { seatId: string; number: number; name: string | null; removed: number };
export type AnswerRow = {
  questionId: string;
  round: number;
  seatId: string;
  answer: string;
  credit: number | null;
  right: number | null;
  at: number;
  tappedAt: number | null;
  lateMs: number | null;
  sure: number | null;
};
export type LateRow = {
  questionId: string;
  round: number;
  seatId: string;
  answer: string;
  tappedAt: number;
  at: number;
  reason: LateReason;
};

/** Lessons as reports read them: with everything that is on disk. */
export function createLessons(db: Database, { catchUp }: Pick<Follow, 'catchUp'>): LessonsPort {
  teachFolding(db);
  const summaries = db.prepare<[object], SummaryRow>(
    `SELECT ${summaryColumns} FROM lesson_summaries JOIN lessons ON lessons.id = lesson_id
     WHERE ${mayBeSeen}
       AND ($ended IS NULL OR (status = 'ended') = $ended)
       AND ($from IS NULL OR started_at >= $from) AND ($to IS NULL OR started_at < $to)
       AND ($classId IS NULL OR class_id = $classId)
       AND ($q IS NULL OR holds(title, $q))
       AND ($subject IS NULL OR folded(subject) = folded($subject))
       AND ${afterPlace('started_at', 'lessons.id')}
     ORDER BY started_at DESC, lessons.id LIMIT $limit`,
  );
  type Asked = { teacherId: string; id: string };
  const summary = db.prepare<[Asked], SummaryRow & { identity: Identity }>(
    `SELECT ${summaryColumns}, identity FROM lesson_summaries JOIN lessons ON lessons.id = lesson_id
     WHERE ${mayBeSeen} AND lessons.id = $id`,
  );
  const questions = db.prepare<[string], QuestionRow>(
    'SELECT question, rounds, skipped FROM lesson_questions WHERE lesson_id = ? ORDER BY position',
  );
  const seats = db.prepare<[string], SeatRow>(
    `SELECT seats.seat_id AS seatId, number, name, removed FROM seats
     LEFT JOIN seat_names ON seat_names.lesson_id = seats.lesson_id AND seat_names.seat_id = seats.seat_id
     WHERE seats.lesson_id = ? ORDER BY number`,
  );
  // Answers of earlier rounds stay stored; the last round is the one that counts.
  const answersWhere = (rounds: string) =>
    db.prepare<[string], AnswerRow>(
      `SELECT ${answerColumns}
       FROM counted_answers AS a JOIN lesson_questions AS q
         ON q.lesson_id = a.lesson_id AND q.question_id = a.question_id AND ${rounds}
       WHERE a.lesson_id = ? ORDER BY position, round, at, seat_id`,
    );
  const answers = answersWhere('q.rounds = a.round');
  const earlier = answersWhere('q.rounds > a.round');

  const tooLate = db.prepare<[string], LateRow>(
    `SELECT question_id AS questionId, round, seat_id AS seatId, answer, tapped_at AS tappedAt, at, reason
     FROM late_answers WHERE lesson_id = ? ORDER BY seq`,
  );

  const attendance = prepareAttendance(db);
  const deviceAnswers = prepareDeviceAnswers(db);
  const play = db
    .prepare<[string], string | null>(
      "SELECT json_extract(event, '$.settings.play') FROM journal WHERE lesson_id = ? AND seq = 1 AND json_valid(event)",
    )
    .pluck();

  const record = db.transaction((teacherId: string, id: string): LessonRecord | null => {
    const row = summary.get({ teacherId, id });
    if (!row) return null;
    const { identity, ...rest } = row;
    return {
      summary: summaryOf(rest),
      identity,
      questions: questions.all(id).map(({ question, rounds, skipped }) => ({
        question: JSON.parse(question) as Question,
        rounds,
        skipped: skipped === 1,
      })),
      seats: seats.all(id).map(({ seatId, number, name, removed }) => ({
        seatId,
        number,
        name,
        removed: removed === 1,
      })),
      answers: answers.all(id).map(answerOf),
      earlier: earlier.all(id).map(answerOf),
      play: JSON.parse(play.get(id) ?? '{}') as Partial<Play>,
      ...(identity === 'roster' && { attendance: attendance(id) }),
      deviceAnswers: deviceAnswers(id),
      tooLate: tooLate.all(id).map((row) => ({ ...row, answer: JSON.parse(row.answer) as Answer })),
    };
  });

  return {
    async list(teacherId, { after, limit, status, from, to, classId, subject, q }) {
      catchUp();
      return summaries
        .all({
          teacherId,
          ended: status === undefined ? null : Number(status === 'ended'),
          from: from ?? null,
          to: to ?? null,
          classId: classId ?? null,
          q: wantedOrNull(q),
          subject: wantedOrNull(subject),
          ...placeValues(after),
          limit,
        })
        .map(summaryOf);
    },
    async summary(teacherId, id) {
      catchUp();
      const row = summary.get({ teacherId, id });
      if (!row) return null;
      const { identity: _, ...rest } = row;
      return summaryOf(rest);
    },
    async record(teacherId, id) {
      catchUp();
      return record(teacherId, id);
    },
  };
}

function summaryOf({ sharedBy, ...row }: SummaryRow): LessonSummary {
  return sharedBy === null ? row : { ...row, sharedBy };
}

/** A row of the reports' tables as the ports have it. */
export function answerOf(row: AnswerRow): CountedAnswer {
  return {
    questionId: row.questionId,
    round: row.round,
    seatId: row.seatId,
    answer: JSON.parse(row.answer) as Answer,
    credit: row.credit,
    right: row.right === null ? null : row.right === 1,
    at: row.at,
    late:
      row.tappedAt === null || row.lateMs === null
        ? null
        : { tappedAt: row.tappedAt, byMs: row.lateMs },
    sure: row.sure === null ? null : row.sure === 1,
  };
}
