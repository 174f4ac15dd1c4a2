import type { Database } from 'better-sqlite3';
import type { Relation } from '../lan-server/contract/rights.ts';
import type { ClassPlace, PlannedSettings } from '../lan-server/contract/schedule.ts';
import type {
  ClassDevice,
  PlannedBefore,
  PlannedRecord,
  PlannedRow,
  SchedulePort,
} from '../lan-server/ports.ts';

type Row = Omit<PlannedRow, 'lesson' | 'byItself' | 'before'> & {
  lesson: string;
  byItself: number;
  before: string | null;
  quizId: string | null;
};
type RecordRow = Row & {
  quizTitle: string | null;
  className: string | null;
  sectionName: string | null;
  ownerName: string;
  series: number;
};

const columns = `p.id, p.plan_id AS planId, p.owner_id AS ownerId, p.class_id AS classId, p.section_id AS sectionId,
  p.quiz_id AS quizId, p.lesson, p.by_itself AS byItself, p.day, p.time, p.zone, p.minutes, p.starts_at AS startsAt,
  p.ends_at AS endsAt, p.state, p.asks_again_at AS asksAgainAt, p.lesson_id AS lessonId, p.act, p.before`;
const recordColumns = `${columns}, quizzes.title AS quizTitle, classes.name AS className, sections.name AS sectionName,
  teachers.name AS ownerName,
  EXISTS (SELECT 1 FROM planned_lessons AS other WHERE other.plan_id = p.plan_id AND other.id <> p.id) AS series`;
const withNames = `planned_lessons AS p JOIN teachers ON teachers.id = p.owner_id
  LEFT JOIN quizzes ON quizzes.id = p.quiz_id LEFT JOIN classes ON classes.id = p.class_id
  LEFT JOIN sections ON sections.id = p.section_id`;
/** Classes that a teacher owns or co-teaches. */
const ownClasses = `SELECT id FROM classes WHERE owner_id = $teacherId
  UNION SELECT class_id FROM class_teachers WHERE teacher_id = $teacherId`;

/** Plans and their occurrences; and who hears of a lesson outside it. */
export function createSchedule(db: Database): SchedulePort {
  const insert = db.prepare<[Row]>(
    `INSERT INTO planned_lessons (id, plan_id, owner_id, class_id, section_id, quiz_id, lesson, by_itself, day, time, zone,
       minutes, starts_at, ends_at, state, asks_again_at, lesson_id, act, before)
     VALUES ($id, $planId, $ownerId, $classId, $sectionId, $quizId, $lesson, $byItself, $day, $time, $zone,
       $minutes, $startsAt, $endsAt, $state, $asksAgainAt, $lessonId, $act, $before)`,
  );
  // Only the transaction that stores the lesson's first event starts one, and nothing else takes that back.
  const update = db.prepare<[Row]>(
    `UPDATE planned_lessons SET class_id = $classId, section_id = $sectionId, quiz_id = $quizId, lesson = $lesson,
       by_itself = $byItself, day = $day, time = $time, minutes = $minutes, starts_at = $startsAt, ends_at = $endsAt,
       state = $state, asks_again_at = $asksAgainAt, act = $act, before = $before
     WHERE id = $id AND state <> 'started' AND $state <> 'started'`,
  );
  const get = db.prepare<[string], RecordRow>(
    `SELECT ${recordColumns} FROM ${withNames} WHERE p.id = ?`,
  );
  const ofTeacher = db.prepare<
    [{ teacherId: string; from: number; to: number; limit: number }],
    RecordRow
  >(
    `SELECT ${recordColumns} FROM ${withNames}
     WHERE p.ends_at > $from AND p.starts_at < $to
       AND (p.owner_id = $teacherId OR p.class_id IN (${ownClasses}))
     ORDER BY p.starts_at, p.id LIMIT $limit`,
  );
  const ofClass = db.prepare<
    [{ teacherId: string | null; classId: string; from: number; to: number; limit: number }],
    RecordRow
  >(
    `SELECT ${recordColumns} FROM ${withNames}
     WHERE p.class_id = $classId AND p.ends_at > $from AND p.starts_at < $to
       AND ($teacherId IS NULL OR p.owner_id = $teacherId OR p.class_id IN (${ownClasses}))
     ORDER BY p.starts_at, p.id LIMIT $limit`,
  );
  const following = db.prepare<[{ id: string }], Row>(
    `SELECT ${columns} FROM planned_lessons AS p JOIN planned_lessons AS first ON first.id = $id
     WHERE p.plan_id = first.plan_id AND p.starts_at >= first.starts_at AND p.state = 'planned'
     ORDER BY p.starts_at`,
  );
  const changedBy = db.prepare<[string], Row>(
    `SELECT ${columns} FROM planned_lessons AS p WHERE p.act = ? ORDER BY p.starts_at`,
  );
  const toLookAt = db.prepare<[{ now: number }], Row>(
    `SELECT ${columns} FROM planned_lessons AS p WHERE p.state = 'planned' AND p.starts_at <= $now
     UNION ALL SELECT ${columns} FROM planned_lessons AS p WHERE p.state = 'missed' AND p.starts_at > $now
     ORDER BY startsAt, id`,
  );
  const nextMoment = db
    .prepare<[{ now: number }], number | null>(
      `SELECT min(at) FROM (
         SELECT min(starts_at) AS at FROM planned_lessons WHERE state = 'planned' AND starts_at > $now
         UNION ALL SELECT min(ends_at) FROM planned_lessons
           WHERE state = 'planned' AND starts_at <= $now AND ends_at > $now
         UNION ALL SELECT min(asks_again_at) FROM planned_lessons
           WHERE state = 'planned' AND starts_at <= $now AND asks_again_at > $now)`,
    )
    .pluck();
  const lessonsOf = db
    .prepare<[string], string>(
      `SELECT lesson_id FROM planned_lessons WHERE plan_id = ? AND lesson_id IS NOT NULL
       ORDER BY starts_at DESC LIMIT 10`,
    )
    .pluck();
  const extend = db.prepare<[{ id: string; minutes: number }]>(
    `UPDATE planned_lessons SET minutes = minutes + $minutes, ends_at = ends_at + $minutes * 60000
     WHERE id = $id AND state IN ('planned', 'started')`,
  );
  const planned = db.prepare<[number], Row>(
    `SELECT ${columns} FROM planned_lessons AS p WHERE p.state = 'planned' AND p.ends_at > ?`,
  );
  const relationTo = db
    .prepare<[{ teacherId: string; classId: string }], Relation>(
      `SELECT CASE WHEN owner_id = $teacherId THEN 'owner'
         WHEN EXISTS (SELECT 1 FROM class_teachers WHERE class_id = $classId AND teacher_id = $teacherId)
         THEN 'coTeacher' ELSE 'none' END
       FROM classes WHERE id = $classId AND archived_at IS NULL`,
    )
    .pluck();
  const section = db
    .prepare<[string, string], number>('SELECT 1 FROM sections WHERE id = ? AND class_id = ?')
    .pluck();
  const place = db.prepare<
    [string],
    {
      ownerId: string;
      ownerName: string;
      classId: string | null;
      className: string | null;
      sectionId: string | null;
      sectionName: string | null;
      plannedId: string | null;
      endsAt: number | null;
      byItself: number | null;
    }
  >(
    `SELECT lessons.owner_id AS ownerId, teachers.name AS ownerName, classes.id AS classId, classes.name AS className,
       sections.id AS sectionId, sections.name AS sectionName, p.id AS plannedId, p.ends_at AS endsAt, p.by_itself AS byItself
     FROM lessons JOIN teachers ON teachers.id = lessons.owner_id LEFT JOIN classes ON classes.id = lessons.class_id
       LEFT JOIN sections ON sections.id = lessons.section_id LEFT JOIN planned_lessons AS p ON p.lesson_id = lessons.id
     WHERE lessons.id = ?`,
  );
  const teachersOf = db
    .prepare<[{ lessonId: string }], string>(
      `SELECT owner_id FROM lessons WHERE id = $lessonId
       UNION SELECT teacher_id FROM lesson_teachers WHERE lesson_id = $lessonId
       UNION SELECT classes.owner_id FROM lessons JOIN classes ON classes.id = lessons.class_id WHERE lessons.id = $lessonId
       UNION SELECT class_teachers.teacher_id FROM lessons
         JOIN class_teachers ON class_teachers.class_id = lessons.class_id WHERE lessons.id = $lessonId`,
    )
    .pluck();
  const deviceWhere = (which: string) =>
    db.prepare<[{ device: string; which: string }], ClassDevice>(
      `SELECT classes.id AS classId, classes.name AS className, sections.id AS sectionId,
         sections.name AS sectionName, student_devices.student_id AS studentId
       FROM student_devices JOIN classes ON classes.id = student_devices.class_id
         JOIN enrolments ON enrolments.student_id = student_devices.student_id
           AND enrolments.class_id = classes.id AND enrolments.to_at IS NULL
         LEFT JOIN sections ON sections.id = enrolments.section_id
       WHERE student_devices.device = $device AND classes.archived_at IS NULL AND ${which} = $which`,
    );
  const deviceByCode = deviceWhere('classes.code');
  const deviceByClass = deviceWhere('classes.id');

  return {
    async insert(rows) {
      db.transaction(() => {
        for (const row of rows) insert.run(asRow(row));
      }).immediate();
    },
    async get(id) {
      const row = get.get(id);
      return row ? asRecord(row) : null;
    },
    async list({ teacherId, classId, ...range }) {
      if (classId !== undefined)
        return ofClass.all({ ...range, classId, teacherId: teacherId ?? null }).map(asRecord);
      return ofTeacher.all({ ...range, teacherId: teacherId ?? '' }).map(asRecord);
    },
    following: async (id) => following.all({ id }).map(asPlanned),
    changedBy: async (act) => changedBy.all(act).map(asPlanned),
    async update(rows) {
      db.transaction(() => {
        for (const row of rows) update.run(asRow(row));
      }).immediate();
    },
    toLookAt: async (now) => toLookAt.all({ now }).map(asPlanned),
    nextMoment: async (now) => nextMoment.get({ now }) ?? null,
    lessonsOf: async (planId) => lessonsOf.all(planId),
    extend: async (id, minutes) => extend.run({ id, minutes }).changes > 0,
    planned: async (now) => planned.all(now).map(asPlanned),
    async classRelation(teacherId, classId, sectionId) {
      if (sectionId !== null && section.get(sectionId, classId) === undefined) return null;
      return relationTo.get({ teacherId, classId }) ?? null;
    },
    async relation(teacherId, { ownerId, classId }) {
      if (ownerId === teacherId) return 'owner';
      const relation = classId === null ? undefined : relationTo.get({ teacherId, classId });
      return relation === undefined || relation === 'none' ? 'none' : 'coTeacher';
    },
    async placeOf(lessonId) {
      const row = place.get(lessonId);
      if (!row) return null;
      const { plannedId, endsAt } = row;
      return {
        ownerId: row.ownerId,
        ownerName: row.ownerName,
        class: classPlace(row),
        teachers: teachersOf.all({ lessonId }),
        planned:
          plannedId === null || endsAt === null
            ? null
            : { id: plannedId, endsAt, byItself: row.byItself === 1 },
      };
    },
    async classDevice(device, by) {
      const row =
        'code' in by
          ? deviceByCode.get({ device, which: by.code })
          : deviceByClass.get({ device, which: by.classId });
      return row ?? null;
    },
  };
}

function classPlace(row: {
  classId: string | null;
  className: string | null;
  sectionId: string | null;
  sectionName: string | null;
}): ClassPlace | null {
  const { classId, className, sectionId, sectionName } = row;
  if (classId === null || className === null) return null;
  return { id: classId, name: className, sectionId, sectionName };
}

function asRow(row: PlannedRow): Row {
  return {
    id: row.id,
    planId: row.planId,
    ownerId: row.ownerId,
    classId: row.classId,
    sectionId: row.sectionId,
    quizId: row.lesson.quizId,
    lesson: JSON.stringify(row.lesson),
    byItself: row.byItself ? 1 : 0,
    day: row.day,
    time: row.time,
    zone: row.zone,
    minutes: row.minutes,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    state: row.state,
    asksAgainAt: row.asksAgainAt,
    lessonId: row.lessonId,
    act: row.act,
    before: row.before && JSON.stringify(row.before),
  };
}

function asPlanned(row: Row): PlannedRow {
  const { quizId: _, ...rest } = row;
  return {
    ...rest,
    lesson: JSON.parse(row.lesson) as PlannedSettings,
    byItself: row.byItself === 1,
    before: row.before === null ? null : (JSON.parse(row.before) as PlannedBefore),
  };
}

function asRecord(row: RecordRow): PlannedRecord {
  const { quizTitle, className, sectionName, ownerName, series, ...rest } = row;
  return {
    ...asPlanned(rest),
    quizTitle,
    ownerName,
    series: series === 1,
    class: classPlace({ ...rest, className, sectionName }),
  };
}
