import type { Database } from 'better-sqlite3';
import type { AttendanceCorrection, ListedStudent, RostersPort } from '../lan-server/ports.ts';
import { prepareAttendance } from './attendance-rows.ts';
import type { Follow } from './follow.ts';

const columns = `students.id AS studentId, students.name, students.number, students.avatar, students.pin`;
const enrolledNow = `students JOIN enrolments ON enrolments.student_id = students.id
  AND enrolments.to_at IS NULL AND students.archived_at IS NULL`;

/** Lists of names, whose the devices are, and who was there. */
export function createRosters(db: Database, { catchUp }: Pick<Follow, 'catchUp'>): RostersPort {
  const enrolled = db.prepare<[string, string | null, string | null], ListedStudent>(
    `SELECT ${columns} FROM ${enrolledNow} WHERE enrolments.class_id = ? AND (? IS NULL OR enrolments.section_id = ?)
     ORDER BY students.name, students.id`,
  );
  const byCode = db.prepare<[string], { classId: string; name: string; subject: string }>(
    'SELECT id AS classId, name, subject FROM classes WHERE code = ? AND archived_at IS NULL',
  );
  const ofLesson = db.prepare<[string], ListedStudent>(
    `SELECT ${columns} FROM seat_students JOIN students ON students.id = seat_students.student_id
     WHERE seat_students.lesson_id = ? ORDER BY students.name, students.id`,
  );
  const deviceStudent = db.prepare<[string, string], ListedStudent>(
    `SELECT ${columns} FROM ${enrolledNow} JOIN student_devices AS d
       ON d.student_id = students.id AND d.class_id = enrolments.class_id
     WHERE d.device = ? AND d.class_id = ?`,
  );
  const otherDevice = db
    .prepare<[string, string, string], number>(
      'SELECT 1 FROM student_devices WHERE student_id = ? AND class_id = ? AND device <> ? LIMIT 1',
    )
    .pluck();
  const remember = db.prepare<[string, string, string, number, number]>(
    `INSERT INTO student_devices (device, class_id, student_id, since, last_seen_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET last_seen_at = excluded.last_seen_at,
       since = CASE student_id WHEN excluded.student_id THEN since ELSE excluded.since END,
       student_id = excluded.student_id`,
  );
  const forget = db.prepare<[string, string]>(
    'DELETE FROM student_devices WHERE device = ? AND class_id = ?',
  );
  const forgetOthers = db.prepare<[string, string, string]>(
    'DELETE FROM student_devices WHERE student_id = ? AND class_id = ? AND device <> ?',
  );
  const makeStudent = db.prepare<[string, string, string, number]>(
    'INSERT INTO students (id, name, avatar, created_at) VALUES (?, ?, ?, ?)',
  );
  const enrol = db.prepare<[string, string, string, string | null, number]>(
    'INSERT INTO enrolments (id, student_id, class_id, section_id, from_at) VALUES (?, ?, ?, ?, ?)',
  );
  const attendance = prepareAttendance(db);
  const corrections = db.prepare<[string], AttendanceCorrection>(
    `SELECT seat_id AS seatId, mark, minutes, teachers.name AS by, at FROM attendance_corrections
     LEFT JOIN teachers ON teachers.id = by_id WHERE lesson_id = ? ORDER BY seq`,
  );
  const transaction = db.transaction((work: () => void) => work());

  return {
    enrolled: ({ classId, sectionId }) => enrolled.all(classId, sectionId, sectionId),
    classByCode: (code) => byCode.get(code) ?? null,
    ofLesson: (lessonId) => ofLesson.all(lessonId),
    deviceStudent: (device, classId) => deviceStudent.get(device, classId) ?? null,
    hasOtherDevice: (studentId, classId, device) =>
      otherDevice.get(studentId, classId, device) !== undefined,
    remember: (device, classId, studentId, at) =>
      void remember.run(device, classId, studentId, at, at),
    forget: (device, classId) => void forget.run(device, classId),
    handOver(studentId, classId, device, at) {
      transaction.immediate(() => {
        if (forgetOthers.run(studentId, classId, device).changes > 0)
          remember.run(device, classId, studentId, at, at);
      });
    },
    enrol({ studentId, name, avatar }, { classId, sectionId }, at) {
      transaction.immediate(() => {
        makeStudent.run(studentId, name, avatar, at);
        // One student has one first enrolment: its id can be the student's own.
        enrol.run(studentId, studentId, classId, sectionId, at);
      });
    },
    attendance(lessonId) {
      catchUp();
      return {
        students: attendance(lessonId),
        corrections: corrections.all(lessonId),
      };
    },
  };
}
