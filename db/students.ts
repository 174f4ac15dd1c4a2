import { randomBytes } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { ClassStudent, Enrolment, Student } from '../lan-server/contract/classes.ts';
import type {
  PeopleChange,
  RosterStudent,
  StudentClass,
  StudentsPort,
} from '../lan-server/ports.ts';
import { createMerge } from './merge-students.ts';

const byName = new Intl.Collator('und', { numeric: true, sensitivity: 'base' });

/** By name as people sort; two of one name by their number, then by id, so that the order never changes by itself. */
function sorted<S extends { name: string; number: string | null }>(
  students: S[],
  id: (student: S) => string,
): S[] {
  return students.toSorted(
    (a, b) =>
      byName.compare(a.name, b.name) ||
      byName.compare(a.number ?? '', b.number ?? '') ||
      (id(a) < id(b) ? -1 : 1),
  );
}

/** Students and their enrolments. */
export function createStudents(db: Database): StudentsPort {
  const ofClass = (archived: string) =>
    db.prepare<[string], ClassStudent>(
      `SELECT s.id, name, number, avatar, pin, archived_at AS archivedAt, section_id AS sectionId, from_at AS since
       FROM enrolments JOIN students AS s ON s.id = student_id
       WHERE class_id = ? AND to_at IS NULL AND archived_at IS ${archived}`,
    );
  const present = ofClass('NULL');
  const archived = ofClass('NOT NULL');
  const former = db.prepare<[string, string], { sectionId: string | null; toAt: number | null }>(
    `SELECT section_id AS sectionId, to_at AS toAt FROM enrolments WHERE class_id = ? AND student_id = ?
     ORDER BY to_at IS NULL DESC, to_at DESC, rowid DESC LIMIT 1`,
  );
  const roster = db.prepare<[{ classId: string; sectionId: string | null }], RosterStudent>(
    `SELECT student_id AS studentId, name, number, avatar, pin
     FROM enrolments JOIN students ON students.id = student_id
     WHERE class_id = $classId AND to_at IS NULL AND archived_at IS NULL AND ($sectionId IS NULL OR section_id = $sectionId)`,
  );
  // Of a bare column beside max(), SQLite gives the value of the row that holds the maximum.
  const elsewhere = db.prepare<
    [{ classId: string; teacherId: string; every: number }],
    { studentId: string; name: string; number: string | null; where: string }
  >(
    `SELECT s.id AS studentId, s.name, s.number, c.name AS "where", max(e.from_at)
     FROM students AS s JOIN enrolments AS e ON e.student_id = s.id JOIN classes AS c ON c.id = e.class_id
     WHERE s.archived_at IS NULL
       AND ($every OR c.owner_id = $teacherId
         OR EXISTS (SELECT 1 FROM class_teachers WHERE class_id = c.id AND teacher_id = $teacherId))
       AND NOT EXISTS (SELECT 1 FROM enrolments WHERE student_id = s.id AND class_id = $classId AND to_at IS NULL)
     GROUP BY s.id ORDER BY s.id`,
  );
  const one = db.prepare<[string], Student>(
    'SELECT id, name, number, avatar, pin, archived_at AS archivedAt FROM students WHERE id = ?',
  );
  const classesOf = db.prepare<
    [{ studentId: string; teacherId: string }],
    Omit<StudentClass, 'now'> & { now: number }
  >(
    `SELECT c.id AS classId, max(e.to_at IS NULL) AS now,
       CASE WHEN c.owner_id = $teacherId THEN 'owner' WHEN ct.teacher_id IS NOT NULL THEN 'coTeacher' ELSE 'none' END AS relation
     FROM enrolments AS e JOIN classes AS c ON c.id = e.class_id
     LEFT JOIN class_teachers AS ct ON ct.class_id = c.id AND ct.teacher_id = $teacherId
     WHERE e.student_id = $studentId GROUP BY c.id`,
  );
  const enrolments = db.prepare<[string], Enrolment>(
    `SELECT e.class_id AS classId, classes.name AS className, section_id AS sectionId, sections.name AS sectionName,
       from_at AS "from", to_at AS "to"
     FROM enrolments AS e JOIN classes ON classes.id = e.class_id LEFT JOIN sections ON sections.id = section_id
     WHERE student_id = ? ORDER BY from_at DESC, e.rowid DESC`,
  );
  const merge = createMerge(db);
  const step = createSteps(db);
  const applying = db.transaction((changes: readonly PeopleChange[], at: number) => {
    for (const change of changes) step(change, at);
  });

  return {
    async ofClass(classId, wanted) {
      return sorted((wanted ? archived : present).all(classId), ({ id }) => id);
    },
    async formerOf(classId, studentIds) {
      return studentIds.flatMap((studentId) => {
        const last = former.get(classId, studentId);
        return last && last.toAt !== null ? [{ studentId, sectionId: last.sectionId }] : [];
      });
    },
    async rosterOf(classId, sectionId) {
      return sorted(roster.all({ classId, sectionId }), ({ studentId }) => studentId);
    },
    async elsewhere(classId, teacherId, all) {
      return elsewhere
        .all({ classId, teacherId, every: all ? 1 : 0 })
        .map(({ studentId, name, number, where }) => ({ studentId, name, number, where }));
    },
    async get(studentId) {
      return one.get(studentId) ?? null;
    },
    async classesOf(studentId, teacherId) {
      return classesOf.all({ studentId, teacherId }).map((row) => ({ ...row, now: row.now === 1 }));
    },
    async enrolments(studentId) {
      return enrolments.all(studentId);
    },
    async merge(keepId, goneId, name, at) {
      return merge(keepId, goneId, name, at);
    },
    async apply(changes, at) {
      applying.immediate(changes, at);
    },
  };
}

/** What each step does to the tables; within a transaction. */
function createSteps(db: Database): (change: PeopleChange, at: number) => void {
  const insert = db.prepare(
    `INSERT INTO students (id, name, number, avatar, pin, created_at)
     VALUES ($id, $name, $number, $avatar, $pin, $at)`,
  );
  const one = db.prepare<[string], Pick<Student, 'name' | 'number' | 'pin' | 'avatar'>>(
    'SELECT name, number, pin, avatar FROM students WHERE id = ?',
  );
  const set = db.prepare(
    'UPDATE students SET name = $name, number = $number, pin = $pin, avatar = $avatar WHERE id = $studentId',
  );
  const insertSection = db.prepare(
    `INSERT INTO sections (id, class_id, name, position)
     VALUES ($id, $classId, $name, (SELECT ifnull(max(position), 0) + 1 FROM sections WHERE class_id = $classId))`,
  );
  const current = db.prepare<[string, string], { id: string; sectionId: string | null }>(
    `SELECT id, section_id AS sectionId FROM enrolments WHERE student_id = ? AND class_id = ? AND to_at IS NULL`,
  );
  const begin = db.prepare(
    `INSERT INTO enrolments (id, student_id, class_id, section_id, from_at)
     VALUES ($id, $studentId, $classId, $sectionId, $at)`,
  );
  const end = db.prepare<[number, string]>('UPDATE enrolments SET to_at = ? WHERE id = ?');
  const archive = db.prepare<[number | null, string]>(
    'UPDATE students SET archived_at = ? WHERE id = ?',
  );
  const forgetTimes = db.prepare<[string, string]>(
    'DELETE FROM enrolments WHERE student_id = ? AND class_id = ?',
  );
  const forgetStudent = db.prepare<[string]>('DELETE FROM students WHERE id = ?');
  const forgetSection = db.prepare<[string]>('DELETE FROM sections WHERE id = ?');

  const leave = (studentId: string, classId: string, at: number) => {
    const before = current.get(studentId, classId);
    if (before) end.run(at, before.id);
  };
  const unmake = db.transaction((studentId: string, classId: string) => {
    forgetTimes.run(studentId, classId);
    forgetStudent.run(studentId);
  });

  return (change, at) => {
    switch (change.do) {
      case 'makeStudent':
        insert.run({ ...change.student, at });
        return;
      case 'changeStudent': {
        const before = one.get(change.studentId);
        if (before) set.run({ ...before, ...change.change, studentId: change.studentId });
        return;
      }
      case 'makeSection':
        insertSection.run(change.section);
        return;
      case 'enrol': {
        const { studentId, classId, sectionId } = change;
        const before = current.get(studentId, classId);
        if (before?.sectionId === sectionId) return;
        if (before) end.run(at, before.id);
        const id = randomBytes(8).toString('hex');
        begin.run({ id, studentId, classId, sectionId, at });
        return;
      }
      case 'leave':
        leave(change.studentId, change.classId, at);
        return;
      case 'archive':
        archive.run(change.archived ? at : null, change.studentId);
        return;
      case 'unmakeStudent':
        if (isInUse(() => unmake(change.studentId, change.classId)))
          leave(change.studentId, change.classId, at);
        return;
      case 'unmakeSection':
        isInUse(() => forgetSection.run(change.sectionId));
        return;
      default:
        change satisfies never;
    }
  };
}

/** Does it, or nothing of it and true, where another table still names the row. */
function isInUse(write: () => void): boolean {
  try {
    write();
    return false;
  } catch (error) {
    if ((error as { code?: unknown }).code === 'SQLITE_CONSTRAINT_FOREIGNKEY') return true;
    throw error;
  }
}
