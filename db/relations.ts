import type { Database } from 'better-sqlite3';
import type { Subject } from '../lan-server/contract/rights.ts';
import type { CoTeacher, RelationsPort, Shared } from '../lan-server/ports.ts';

/** Lessons that `$teacherId` was invited to, by themselves or by the class that they were given to. */
export const coTaughtLesson = `(
  EXISTS (SELECT 1 FROM lesson_teachers AS lt WHERE lt.lesson_id = lessons.id AND lt.teacher_id = $teacherId)
  OR EXISTS (SELECT 1 FROM classes WHERE classes.id = lessons.class_id AND classes.owner_id = $teacherId)
  OR EXISTS (SELECT 1 FROM class_teachers AS ct WHERE ct.class_id = lessons.class_id AND ct.teacher_id = $teacherId))`;

const coTaughtClass = `EXISTS
  (SELECT 1 FROM class_teachers AS ct WHERE ct.class_id = classes.id AND ct.teacher_id = $teacherId)`;

/** Planned lessons of classes that `$teacherId` teaches. */
const coTaughtPlan = `(
  EXISTS (SELECT 1 FROM classes WHERE classes.id = p.class_id AND classes.owner_id = $teacherId)
  OR EXISTS (SELECT 1 FROM class_teachers AS ct WHERE ct.class_id = p.class_id AND ct.teacher_id = $teacherId))`;

/** Who somebody is to quizzes, classes, lessons and students. */
export function createRelations(db: Database): RelationsPort {
  type Asked = { id: string; teacherId: string };
  type Found = { owns: number; coTeaches: number };
  const found = {
    quiz: db.prepare<[Asked], Found>(
      `SELECT owner_id = $teacherId AS owns, 0 AS coTeaches FROM quizzes WHERE id = $id`,
    ),
    class: db.prepare<[Asked], Found>(
      `SELECT owner_id = $teacherId AS owns, ${coTaughtClass} AS coTeaches FROM classes WHERE id = $id`,
    ),
    lesson: db.prepare<[Asked], Found>(
      `SELECT owner_id = $teacherId AS owns, ${coTaughtLesson} AS coTeaches FROM lessons WHERE id = $id`,
    ),
    plan: db.prepare<[Asked], Found>(
      `SELECT owner_id = $teacherId AS owns, ${coTaughtPlan} AS coTeaches FROM planned_lessons AS p WHERE p.id = $id`,
    ),
    student: db.prepare<[Asked], Found>(
      `SELECT coalesce(max(classes.owner_id = $teacherId), 0) AS owns, coalesce(max(${coTaughtClass}), 0) AS coTeaches
       FROM enrolments JOIN classes ON classes.id = enrolments.class_id WHERE enrolments.student_id = $id`,
    ),
  } as const satisfies Record<Subject, unknown>;

  const tables = {
    class: { objects: 'classes', invited: 'class_teachers', key: 'class_id' },
    lesson: { objects: 'lessons', invited: 'lesson_teachers', key: 'lesson_id' },
  } as const;
  const statements = (kind: keyof typeof tables) => {
    const { objects, invited, key } = tables[kind];
    return {
      owner: db.prepare<[string], { id: string; name: string }>(
        `SELECT teachers.id, teachers.name FROM ${objects} AS o JOIN teachers ON teachers.id = o.owner_id WHERE o.id = ?`,
      ),
      list: db.prepare<[string], CoTeacher>(
        `SELECT teachers.id, teachers.name, added_at AS addedAt
         FROM ${invited} JOIN teachers ON teachers.id = teacher_id WHERE ${key} = ? ORDER BY teachers.name, teachers.id`,
      ),
      add: db.prepare<[string, string, number]>(
        `INSERT INTO ${invited} (${key}, teacher_id, added_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`,
      ),
      remove: db.prepare<[string, string]>(
        `DELETE FROM ${invited} WHERE ${key} = ? AND teacher_id = ?`,
      ),
    };
  };
  const of = { class: statements('class'), lesson: statements('lesson') };
  const at = (shared: Shared) =>
    'class' in shared
      ? { ...of.class, objectId: shared.class }
      : { ...of.lesson, objectId: shared.lesson };

  return {
    relationTo(teacherId, subject, id) {
      const row = found[subject].get({ id, teacherId });
      if (!row) return 'none';
      if (row.owns === 1) return 'owner';
      return row.coTeaches === 1 ? 'coTeacher' : 'none';
    },
    ownerOf(shared) {
      const { owner, objectId } = at(shared);
      return owner.get(objectId) ?? null;
    },
    coTeachers(shared) {
      const { list, objectId } = at(shared);
      return list.all(objectId);
    },
    addCoTeacher(shared, teacherId, addedAt) {
      const { add, objectId } = at(shared);
      add.run(objectId, teacherId, addedAt);
    },
    removeCoTeacher(shared, teacherId) {
      const { remove, objectId } = at(shared);
      return remove.run(objectId, teacherId).changes > 0;
    },
  };
}
