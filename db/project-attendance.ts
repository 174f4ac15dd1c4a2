import type { Database } from 'better-sqlite3';
import { attendanceOf } from '../lan-server/contract/attendance.ts';
import type { AttendanceMark } from '../lan-server/contract/attendance.ts';
import { defaultPlay } from '../lan-server/contract/play.ts';
import type { LessonId, SeatId } from '../lan-server/contract/ids.ts';
import type { LessonEvent } from '../lan-server/ports.ts';

type Marked = Extract<LessonEvent, { type: 'attendanceMarked' }>;

type Row = {
  askedAt: number | null;
  arrivedAt: number | null;
  mark: AttendanceMark | null;
  minutes: number | null;
};

/** Writes who was there: of seats that are on a list; of others it does nothing. */
export function createAttendanceProjection(db: Database) {
  const insert = db.prepare<[string, string, number | null, number | null]>(
    `INSERT INTO attendance (lesson_id, seat_id, asked_at, arrived_at, status) VALUES (?, ?, ?, ?, 'absent')
     ON CONFLICT DO NOTHING`,
  );
  const known = db.prepare<[string, string], Row>(
    `SELECT asked_at AS askedAt, arrived_at AS arrivedAt, mark, mark_minutes AS minutes
     FROM attendance WHERE lesson_id = ? AND seat_id = ?`,
  );
  const write = db.prepare<
    [
      number | null,
      number | null,
      string | null,
      number | null,
      string,
      number | null,
      string,
      string,
    ]
  >(
    `UPDATE attendance SET asked_at = ?, arrived_at = ?, mark = ?, mark_minutes = ?, status = ?, minutes = ?
     WHERE lesson_id = ? AND seat_id = ?`,
  );
  const lesson = db.prepare<[string], { startedAt: number; graceMinutes: number | null }>(
    `SELECT started_at AS startedAt,
       (SELECT json_extract(event, '$.settings.play.graceMinutes') FROM journal
        WHERE journal.lesson_id = lesson_summaries.lesson_id AND seq = 1 AND json_valid(event)) AS graceMinutes
     FROM lesson_summaries WHERE lesson_id = ?`,
  );
  const correct = db.prepare<
    [string, number, string, string | null, number | null, string | null, number]
  >(
    `INSERT INTO attendance_corrections (lesson_id, seq, seat_id, mark, minutes, by_id, at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const takenBefore = db
    .prepare<[string, number, string], number>(
      `SELECT at FROM journal WHERE lesson_id = ? AND seq < ? AND json_valid(event)
         AND json_extract(event, '$.type') = 'seatTaken' AND json_extract(event, '$.seatId') = ?`,
    )
    .pluck();
  const guest = db
    .prepare<[string, string], number>(
      'SELECT removed FROM seats WHERE lesson_id = ? AND seat_id = ?',
    )
    .pluck();

  function change(lessonId: LessonId, seatId: SeatId, next: (before: Row) => Partial<Row>): void {
    const before = known.get(lessonId, seatId);
    const of = lesson.get(lessonId);
    if (!before || !of) return;
    const row = { ...before, ...next(before) };
    const { status, minutes } = attendanceOf({
      startedAt: of.startedAt,
      arrivedAt: row.arrivedAt,
      graceMinutes: of.graceMinutes ?? defaultPlay.graceMinutes,
      marked: row.mark === null ? null : { mark: row.mark, minutes: row.minutes },
    });
    write.run(row.askedAt, row.arrivedAt, row.mark, row.minutes, status, minutes, lessonId, seatId);
  }

  return {
    /** Seats that are on the list from this event on; a guest's was taken before. */
    list(lessonId: LessonId, seats: readonly SeatId[], seq: number) {
      for (const seatId of seats) {
        const since = seq === 1 ? null : (takenBefore.get(lessonId, seq, seatId) ?? null);
        insert.run(lessonId, seatId, since, null);
        if (since !== null && guest.get(lessonId, seatId) === 0)
          change(lessonId, seatId, () => ({ arrivedAt: since }));
      }
    },
    taken(lessonId: LessonId, seatId: SeatId, at: number, waits: boolean) {
      change(lessonId, seatId, ({ arrivedAt }) => ({
        askedAt: at,
        ...(!waits && arrivedAt === null && { arrivedAt: at }),
      }));
    },
    /** Let in: there since the asking. */
    restored(lessonId: LessonId, seatId: SeatId) {
      change(lessonId, seatId, ({ askedAt, arrivedAt }) => ({ arrivedAt: arrivedAt ?? askedAt }));
    },
    marked(
      lessonId: LessonId,
      seq: number,
      { seatId, mark, minutes = null, by }: Omit<Marked, 'minutes'> & { minutes?: number | null },
      at: number,
    ) {
      change(lessonId, seatId, () => ({ mark, minutes }));
      correct.run(lessonId, seq, seatId, mark, minutes, by, at);
    },
  };
}
