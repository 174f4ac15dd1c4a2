import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { createMerge } from '../../db/merge-students.ts';
import { migrate } from '../../db/migrate.ts';

/** Two students, Ann and Anne, in one class, with a lesson that both sat in and one of Anne's alone. */
function school(status: 'live' | 'ended') {
  const db = new Database(':memory:');
  onTestFinished(() => void db.close());
  db.pragma('foreign_keys = ON');
  migrate(db);
  db.exec(`
    INSERT INTO teachers (id, name, language, password_hash, created_at) VALUES ('t', 'T', NULL, NULL, 1);
    INSERT INTO classes (id, owner_id, name, subject, code, created_at) VALUES ('c1', 't', '9B', '', 'AAAAAA', 1), ('c2', 't', '9C', '', 'BBBBBB', 1);
    INSERT INTO students (id, name, number, avatar, pin, created_at) VALUES ('keep', 'Ann', NULL, 'x', NULL, 1), ('gone', 'Anne', '17', 'y', '1234', 2);
    INSERT INTO enrolments (id, student_id, class_id, section_id, from_at, to_at) VALUES
      ('e1', 'keep', 'c1', NULL, 10, NULL), ('e2', 'gone', 'c1', NULL, 20, NULL), ('e3', 'gone', 'c2', NULL, 5, 9);
    INSERT INTO lessons (id, owner_id, quiz_id, alive_at) VALUES ('both', 't', NULL, 1), ('alone', 't', NULL, 1);
    INSERT INTO lesson_summaries (lesson_id, title, subject, code, identity, status, started_at, ended_at, questions, seats)
      VALUES ('both', '', '', '1111', 'roster', '${status}', 1, 2, 1, 2), ('alone', '', '', '2222', 'roster', 'ended', 1, 2, 1, 1);
    INSERT INTO seats (lesson_id, seat_id, number, removed) VALUES ('both', 's-keep', 1, 0), ('both', 's-gone', 2, 0), ('alone', 's-one', 1, 0);
    INSERT INTO lesson_questions (lesson_id, question_id, position, question, rounds, skipped) VALUES ('both', 'q', 1, '{}', 1, 0);
    INSERT INTO counted_answers (lesson_id, question_id, round, seat_id, answer, credit, is_right, at) VALUES ('both', 'q', 1, 's-gone', '{}', 1, 1, 5);
    INSERT INTO seat_students (lesson_id, seat_id, student_id) VALUES ('both', 's-keep', 'keep'), ('both', 's-gone', 'gone'), ('alone', 's-one', 'gone');
    INSERT INTO student_devices (device, class_id, student_id, since, last_seen_at) VALUES ('d', 'c1', 'gone', 1, 1);
  `);
  return db;
}

test('all that is known of two students is one’s: times in classes, seats, devices', () => {
  const db = school('ended');
  expect(createMerge(db)('keep', 'gone', 'Anne', 100)).toEqual({ sharedLessons: 1 });
  expect(db.prepare('SELECT id, name, number, pin, avatar FROM students').all()).toEqual([
    { id: 'keep', name: 'Anne', number: '17', pin: '1234', avatar: 'x' },
  ]);
  expect(
    db.prepare('SELECT id, student_id AS who, to_at AS "to" FROM enrolments ORDER BY id').all(),
  ).toEqual([
    { id: 'e1', who: 'keep', to: null },
    { id: 'e2', who: 'keep', to: 100 },
    { id: 'e3', who: 'keep', to: 9 },
  ]);
  // Of the lesson that both sat in, the seat with the answers is theirs.
  expect(
    db
      .prepare('SELECT seat_id AS seat FROM seat_students WHERE student_id = ? ORDER BY seat')
      .all('keep'),
  ).toEqual([{ seat: 's-gone' }, { seat: 's-one' }]);
  expect(db.prepare('SELECT student_id AS who FROM student_devices').all()).toEqual([
    { who: 'keep' },
  ]);
  expect(db.pragma('foreign_key_check')).toEqual([]);
});

test('nothing is merged while one of them sits in a lesson', () => {
  const db = school('live');
  expect(createMerge(db)('keep', 'gone', 'Anne', 100)).toBeNull();
  expect(db.prepare('SELECT count(*) AS n FROM students').get()).toEqual({ n: 2 });
});
