/**
 * Several teachers on one laptop, and the classes that they teach. Names of students stand here and in `seat_names` alone; `seat_students`
 * is the one bridge between a lesson's seats and them, so that erasing a student leaves every lesson whole.
 */
export const sql = `
  ALTER TABLE teachers ADD COLUMN role TEXT NOT NULL DEFAULT 'admin' CHECK (role IN ('admin', 'teacher'));
  ALTER TABLE teachers ADD COLUMN pin_hash TEXT;
  -- Set: may not sign in any more; what they own stays.
  ALTER TABLE teachers ADD COLUMN left_at INTEGER;

  -- Null: the laptop's own window before somebody has said who sits there.
  ALTER TABLE sessions ADD COLUMN teacher_id TEXT REFERENCES teachers (id);
  UPDATE sessions SET teacher_id = (SELECT id FROM teachers ORDER BY created_at, id LIMIT 1);

  -- One row; what it holds is parsed by the contract's schema.
  CREATE TABLE school (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    settings TEXT NOT NULL
  ) STRICT;

  CREATE TABLE classes (
    id TEXT PRIMARY KEY,
    owner_id TEXT NOT NULL REFERENCES teachers (id),
    name TEXT NOT NULL,
    subject TEXT NOT NULL,
    -- What students type to reach the class's page.
    code TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    archived_at INTEGER
  ) STRICT;
  CREATE INDEX classes_by_owner ON classes (owner_id);

  CREATE TABLE sections (
    id TEXT PRIMARY KEY,
    class_id TEXT NOT NULL REFERENCES classes (id),
    name TEXT NOT NULL,
    position INTEGER NOT NULL,
    -- Set: no section any more, but still the name of one in histories.
    removed_at INTEGER
  ) STRICT;
  CREATE INDEX sections_by_class ON sections (class_id, position);

  CREATE TABLE students (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    -- The school's own number; tells two of one name apart.
    number TEXT,
    -- What the generated picture is drawn from.
    avatar TEXT NOT NULL,
    -- Digits that only this student knows, and their teachers, who give them out.
    pin TEXT,
    created_at INTEGER NOT NULL,
    archived_at INTEGER
  ) STRICT;
  CREATE INDEX students_by_number ON students (number);

  -- Who was in which class and section, and from when to when: rows are ended, not changed.
  CREATE TABLE enrolments (
    id TEXT PRIMARY KEY,
    student_id TEXT NOT NULL REFERENCES students (id),
    class_id TEXT NOT NULL REFERENCES classes (id),
    section_id TEXT REFERENCES sections (id),
    from_at INTEGER NOT NULL,
    to_at INTEGER
  ) STRICT;
  CREATE INDEX enrolments_by_class ON enrolments (class_id, to_at);
  CREATE INDEX enrolments_by_student ON enrolments (student_id, from_at);
  CREATE UNIQUE INDEX enrolments_now ON enrolments (student_id, class_id) WHERE to_at IS NULL;

  CREATE TABLE class_teachers (
    class_id TEXT NOT NULL REFERENCES classes (id),
    teacher_id TEXT NOT NULL REFERENCES teachers (id),
    added_at INTEGER NOT NULL,
    PRIMARY KEY (class_id, teacher_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX class_teachers_by_teacher ON class_teachers (teacher_id);

  CREATE TABLE lesson_teachers (
    lesson_id TEXT NOT NULL REFERENCES lessons (id),
    teacher_id TEXT NOT NULL REFERENCES teachers (id),
    added_at INTEGER NOT NULL,
    PRIMARY KEY (lesson_id, teacher_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX lesson_teachers_by_teacher ON lesson_teachers (teacher_id);

  -- The class and section that a lesson was given to; null: whoever has its code.
  ALTER TABLE lessons ADD COLUMN class_id TEXT REFERENCES classes (id);
  ALTER TABLE lessons ADD COLUMN section_id TEXT REFERENCES sections (id);
  CREATE INDEX lessons_by_class ON lessons (class_id);

  -- Seats of a lesson with a list of names are made at its start, one for each enrolled student.
  CREATE TABLE seat_students (
    lesson_id TEXT NOT NULL REFERENCES lessons (id),
    seat_id TEXT NOT NULL,
    student_id TEXT NOT NULL REFERENCES students (id),
    PRIMARY KEY (lesson_id, seat_id)
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX seat_students_by_student ON seat_students (student_id, lesson_id);

  -- Devices on which a student has said who they are, for a class; by the SHA-256 of the device's token.
  CREATE TABLE student_devices (
    device TEXT NOT NULL,
    class_id TEXT NOT NULL REFERENCES classes (id),
    student_id TEXT NOT NULL REFERENCES students (id),
    since INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL,
    PRIMARY KEY (device, class_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX student_devices_by_student ON student_devices (student_id);
`;
