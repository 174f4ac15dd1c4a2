import type { Database } from 'better-sqlite3';
import type { AttendanceMark } from '../lan-server/contract/attendance.ts';
import type { AttendanceRow, DeviceAnswer } from '../lan-server/ports.ts';
import type { Answer } from '../lan-server/questions/index.ts';

type Row = {
  seatId: string;
  name: string | null;
  arrivedAt: number | null;
  status: AttendanceMark;
  minutes: number | null;
  mark: string | null;
};

/** Who of a lesson's list was there, by name. The report tables must have followed the journal. */
export function prepareAttendance(db: Database): (lessonId: string) => AttendanceRow[] {
  const rows = db.prepare<[string], Row>(
    `SELECT attendance.seat_id AS seatId, seat_names.name, arrived_at AS arrivedAt, status, minutes, mark
     FROM attendance LEFT JOIN seat_names
       ON seat_names.lesson_id = attendance.lesson_id AND seat_names.seat_id = attendance.seat_id
     WHERE attendance.lesson_id = ? ORDER BY seat_names.name IS NULL, seat_names.name, attendance.seat_id`,
  );
  return (lessonId) =>
    rows.all(lessonId).map(({ mark, ...row }) => ({ ...row, marked: mark !== null }));
}

/** What the devices of students with several said in the last round of each question, where they differ. */
export function prepareDeviceAnswers(db: Database): (lessonId: string) => DeviceAnswer[] {
  const rows = db.prepare<[string], Omit<DeviceAnswer, 'answer'> & { answer: string }>(
    `SELECT d.question_id AS questionId, d.round, d.seat_id AS seatId, by_device AS device, answer, at
     FROM device_answers AS d JOIN lesson_questions AS q
       ON q.lesson_id = d.lesson_id AND q.question_id = d.question_id AND q.rounds = d.round
     WHERE d.lesson_id = ? AND (SELECT COUNT(DISTINCT answer) FROM device_answers AS o
       WHERE o.lesson_id = d.lesson_id AND o.question_id = d.question_id AND o.round = d.round
         AND o.seat_id = d.seat_id) > 1
     ORDER BY position, d.seat_id, by_device`,
  );
  return (lessonId) =>
    rows.all(lessonId).map((row) => ({ ...row, answer: JSON.parse(row.answer) as Answer }));
}
