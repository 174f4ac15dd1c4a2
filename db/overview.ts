import type { Database } from 'better-sqlite3';
import type { OverviewPort } from '../lan-server/ports/overview.ts';
import type { Follow } from './follow.ts';
import { coTaughtLesson } from './relations.ts';

const readable = `(lessons.owner_id = $teacherId OR ${coTaughtLesson})`;

/** Lessons that are over, in a few figures each. */
export function createOverview(db: Database, { catchUp }: Pick<Follow, 'catchUp'>): OverviewPort {
  type Outcome = { lessonId: string; took: number; right: number | null };
  const outcomes = db.prepare<[{ teacherId: string; most: number }], Outcome>(
    `WITH newest AS (SELECT lessons.id FROM lesson_summaries AS s JOIN lessons ON lessons.id = s.lesson_id
       WHERE status = 'ended' AND ${readable} ORDER BY started_at DESC LIMIT $most)
     SELECT newest.id AS lessonId, COUNT(DISTINCT a.seat_id) AS took, AVG(a.is_right) AS "right"
     FROM newest LEFT JOIN counted_answers AS a ON a.lesson_id = newest.id
       AND a.round = (SELECT rounds FROM lesson_questions AS q WHERE q.lesson_id = a.lesson_id AND q.question_id = a.question_id)
       AND EXISTS (SELECT 1 FROM seats WHERE seats.lesson_id = a.lesson_id AND seats.seat_id = a.seat_id AND removed = 0)
     GROUP BY newest.id`,
  );
  type WeakAsked = {
    teacherId: string;
    since: number;
    below: number;
    least: number;
    most: number;
  };
  type Weak = {
    lessonId: string;
    questionId: string;
    text: string;
    right: number;
    endedAt: number;
  };
  const weak = db.prepare<[WeakAsked], Weak>(
    `SELECT q.lesson_id AS lessonId, q.question_id AS questionId, json_extract(q.question, '$.text') AS text,
       AVG(a.is_right) AS "right", s.ended_at AS endedAt
     FROM lesson_summaries AS s JOIN lessons ON lessons.id = s.lesson_id
     JOIN lesson_questions AS q ON q.lesson_id = s.lesson_id
     JOIN counted_answers AS a ON a.lesson_id = q.lesson_id AND a.question_id = q.question_id AND a.round = q.rounds
     JOIN seats ON seats.lesson_id = a.lesson_id AND seats.seat_id = a.seat_id AND removed = 0
     WHERE status = 'ended' AND s.ended_at >= $since AND q.skipped = 0 AND ${readable}
       AND NOT EXISTS (SELECT 1 FROM lesson_questions AS later JOIN lesson_summaries AS ls ON ls.lesson_id = later.lesson_id
         JOIN lessons AS other ON other.id = later.lesson_id
         WHERE later.question_id = q.question_id AND later.rounds > 0 AND ls.started_at > s.started_at
           AND other.class_id IS lessons.class_id AND other.owner_id = lessons.owner_id)
     GROUP BY q.lesson_id, q.question_id
     HAVING COUNT(a.is_right) >= $least AND AVG(a.is_right) < $below
     ORDER BY "right", endedAt DESC LIMIT $most`,
  );
  const lists = db.prepare<
    [{ teacherId: string; since: number }],
    { classId: string; className: string; lessonId: string }
  >(
    `SELECT classes.id AS classId, classes.name AS className, lessons.id AS lessonId
     FROM lesson_summaries AS s JOIN lessons ON lessons.id = s.lesson_id JOIN classes ON classes.id = lessons.class_id
     WHERE status = 'ended' AND s.identity = 'roster' AND s.started_at >= $since AND classes.archived_at IS NULL AND ${readable}
       AND NOT EXISTS (SELECT 1 FROM anonymous_lessons AS an WHERE an.lesson_id = lessons.id AND an.at IS NOT NULL)
     ORDER BY classes.name, classes.id, s.started_at DESC`,
  );
  const studentsIn = db.prepare<[string], { seatId: string; studentId: string; name: string }>(
    `SELECT seat_id AS seatId, students.id AS studentId, students.name
     FROM seat_students AS st JOIN students ON students.id = st.student_id
     WHERE st.lesson_id = ? AND students.archived_at IS NULL`,
  );

  return {
    async outcomes(teacherId, most) {
      catchUp();
      return outcomes.all({ teacherId, most });
    },
    async weak(teacherId, of) {
      catchUp();
      return weak.all({ teacherId, ...of });
    },
    async listLessons(teacherId, since) {
      catchUp();
      const byClass = Map.groupBy(lists.all({ teacherId, since }), ({ classId }) => classId);
      return [...byClass.values()].flatMap((rows) => {
        const [first] = rows;
        if (!first) return [];
        const { classId, className } = first;
        return [{ classId, className, lessonIds: rows.map(({ lessonId }) => lessonId) }];
      });
    },
    async studentsIn(lessonId) {
      return studentsIn.all(lessonId);
    },
  };
}
