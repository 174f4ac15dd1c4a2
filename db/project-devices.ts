import type { Database } from 'better-sqlite3';
import type { LessonId, QuestionId, SeatId } from '../lan-server/contract/ids.ts';
import type { Answer } from '../lan-server/questions/index.ts';

/** Writes what each device of a student with several has said. */
export function createDeviceProjection(db: Database) {
  // What the seat's first device said before there was another one did not say whose it was.
  const first = db.prepare<[string, string, number, string]>(
    `INSERT INTO device_answers (lesson_id, question_id, round, seat_id, by_device, answer, at)
     SELECT lesson_id, question_id, round, seat_id, 0, answer, at FROM counted_answers
     WHERE lesson_id = ? AND question_id = ? AND round = ? AND seat_id = ?
       AND NOT EXISTS (SELECT 1 FROM device_answers AS d WHERE d.lesson_id = counted_answers.lesson_id
         AND d.question_id = counted_answers.question_id AND d.round = counted_answers.round
         AND d.seat_id = counted_answers.seat_id)`,
  );
  const write = db.prepare<[string, string, number, string, number, string, number]>(
    `INSERT INTO device_answers (lesson_id, question_id, round, seat_id, by_device, answer, at)
     VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET answer = excluded.answer, at = excluded.at`,
  );
  return {
    said(
      lessonId: LessonId,
      said: { questionId: QuestionId; round: number; seatId: SeatId; answer: Answer; by: number },
      at: number,
    ): void {
      const { questionId, round, seatId, answer, by } = said;
      first.run(lessonId, questionId, round, seatId);
      write.run(lessonId, questionId, round, seatId, by, JSON.stringify(answer), at);
    },
  };
}
