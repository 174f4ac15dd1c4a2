import { randomBytes } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { Section } from '../lan-server/contract/classes.ts';
import type { SectionId } from '../lan-server/contract/ids.ts';
import type { ClassesPort, ClassRow } from '../lan-server/ports.ts';
import { isTaken } from './taken.ts';

/** Who is in a class now: the one condition that counts, lists and rosters share. */
const presentIn = (classId: string) =>
  `FROM enrolments JOIN students ON students.id = student_id
   WHERE class_id = ${classId} AND to_at IS NULL AND students.archived_at IS NULL`;

const classColumns = `
  SELECT c.id, c.owner_id AS ownerId, teachers.name AS ownerName, c.name, subject, code, c.created_at AS createdAt,
    c.archived_at AS archivedAt,
    CASE WHEN c.owner_id = $teacherId THEN 'owner' WHEN ct.teacher_id IS NOT NULL THEN 'coTeacher' ELSE 'none' END AS relation,
    (SELECT count(*) ${presentIn('c.id')}) AS students,
    (SELECT count(*) FROM sections WHERE class_id = c.id AND removed_at IS NULL) AS sections
  FROM classes AS c JOIN teachers ON teachers.id = c.owner_id
  LEFT JOIN class_teachers AS ct ON ct.class_id = c.id AND ct.teacher_id = $teacherId`;

/** Classes and their sections. */
export function createClasses(db: Database): ClassesPort {
  const mine = db.prepare<[{ teacherId: string }], ClassRow>(
    `${classColumns} WHERE c.owner_id = $teacherId OR ct.teacher_id IS NOT NULL`,
  );
  const every = db.prepare<[{ teacherId: string }], ClassRow>(classColumns);
  const one = db.prepare<[{ teacherId: string; classId: string }], ClassRow>(
    `${classColumns} WHERE c.id = $classId`,
  );
  const byCode = db.prepare<[string], { id: string; name: string }>(
    'SELECT id, name FROM classes WHERE code = ? AND archived_at IS NULL',
  );
  const insert = db.prepare(
    `INSERT INTO classes (id, owner_id, name, subject, code, created_at)
     VALUES ($id, $ownerId, $name, $subject, $code, $createdAt)`,
  );
  const change = db.prepare<[string | null, string | null, string]>(
    'UPDATE classes SET name = ifnull(?, name), subject = ifnull(?, subject) WHERE id = ?',
  );
  const setCode = db.prepare<[string, string]>('UPDATE classes SET code = ? WHERE id = ?');
  const setArchived = db.prepare<[number | null, string]>(
    'UPDATE classes SET archived_at = ? WHERE id = ?',
  );

  const sections = db.prepare<[string], Section>(
    `SELECT id, name, (SELECT count(*) ${presentIn('s.class_id')} AND section_id = s.id) AS students
     FROM sections AS s WHERE class_id = ? AND removed_at IS NULL ORDER BY position, id`,
  );
  const insertSection = db.prepare(
    `INSERT INTO sections (id, class_id, name, position)
     VALUES ($id, $classId, $name, (SELECT ifnull(max(position), 0) + 1 FROM sections WHERE class_id = $classId))`,
  );
  const rename = db.prepare<[string, string]>('UPDATE sections SET name = ? WHERE id = ?');
  const place = db.prepare<[number, string]>('UPDATE sections SET position = ? WHERE id = ?');
  const remove = db.prepare<[number, string]>('UPDATE sections SET removed_at = ? WHERE id = ?');
  const inSection = db.prepare<[string], { id: string; studentId: string; classId: string }>(
    `SELECT id, student_id AS studentId, class_id AS classId FROM enrolments
     WHERE section_id = ? AND to_at IS NULL`,
  );
  const end = db.prepare<[number, string]>('UPDATE enrolments SET to_at = ? WHERE id = ?');
  const begin = db.prepare(
    `INSERT INTO enrolments (id, student_id, class_id, section_id, from_at)
     VALUES ($id, $studentId, $classId, $to, $at)`,
  );
  const removal = db.transaction((sectionId: SectionId, to: SectionId | null, at: number) => {
    for (const { id, studentId, classId } of inSection.all(sectionId)) {
      end.run(at, id);
      begin.run({ id: randomBytes(8).toString('hex'), studentId, classId, to, at });
    }
    remove.run(at, sectionId);
  });
  const ordering = db.transaction((order: readonly SectionId[]) => {
    for (const [position, sectionId] of order.entries()) place.run(position, sectionId);
  });

  return {
    async list(teacherId, all) {
      const byName = new Intl.Collator('und', { numeric: true });
      return (all ? every : mine)
        .all({ teacherId })
        .toSorted((a, b) => byName.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
    },
    async get(classId, teacherId) {
      return one.get({ classId, teacherId }) ?? null;
    },
    async byCode(code) {
      return byCode.get(code) ?? null;
    },
    async insert(row) {
      return !isTaken(() => insert.run(row));
    },
    async change(classId, { name, subject }) {
      change.run(name ?? null, subject ?? null, classId);
    },
    async setCode(classId, code) {
      return !isTaken(() => setCode.run(code, classId));
    },
    async setArchived(classId, at) {
      setArchived.run(at, classId);
    },
    async sections(classId) {
      return sections.all(classId);
    },
    async insertSection(section) {
      insertSection.run(section);
    },
    async renameSection(sectionId, name) {
      rename.run(name, sectionId);
    },
    async orderSections(order) {
      ordering.immediate(order);
    },
    async removeSection(sectionId, to, at) {
      removal.immediate(sectionId, to, at);
    },
  };
}
