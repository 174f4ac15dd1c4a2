import type { LessonId } from '../lan-server/contract/ids.ts';
import type {
  ClassesPort,
  CopyDatabase,
  FactsPort,
  HealthPort,
  JournalPort,
  KeysPort,
  LessonsPort,
  MediaUsePort,
  PeoplePort,
  QuizzesPort,
  SchedulePort,
  RelationsPort,
  SchoolPort,
  SignInCodesPort,
  StudentsPort,
  RostersPort,
} from '../lan-server/ports.ts';
import { prepareAttendance } from './attendance-rows.ts';
import { createClasses } from './classes.ts';
import type { AttendanceOf, HistoryPort } from '../lan-server/ports/history.ts';
import type { OverviewPort } from '../lan-server/ports/overview.ts';
import type { ErasePort } from '../lan-server/ports/privacy.ts';
import { createErasing } from './erase.ts';
import { createFacts } from './facts.ts';
import { createFollow } from './follow.ts';
import type { Misfit } from './follow.ts';
import { createHealth } from './health.ts';
import { createHistory } from './history.ts';
import { createJournal } from './journal.ts';
import { createKeys } from './keys.ts';
import { createLessons } from './lessons.ts';
import { copyDatabase } from './copy.ts';
import { inspectDatabase, isInUse, unusable } from './inspect.ts';
import type { Damage, Found, StoreRefusal, Unusable } from './inspect.ts';
import { createMediaUse } from './media-use.ts';
import { createMarking } from './mark.ts';
import { currentVersion } from './migrate.ts';
import { openAsItIs, openDatabase } from './open.ts';
import { createOverview } from './overview.ts';
import { createPeople } from './people.ts';
import { createProjections } from './projections.ts';
import { createQuiet } from './quiet.ts';
import { createQuizzes } from './quizzes.ts';
import { createRelations } from './relations.ts';
import { createRebuild } from './rebuild.ts';
import { createSchool } from './school.ts';
import { createSignInCodes } from './sign-in-codes.ts';
import { createSchedule } from './schedule.ts';
import { createStudents } from './students.ts';
import { createRosters } from './rosters.ts';

export { createChecker } from './checker.ts';
export { currentVersion, inspectDatabase, isInUse, unusable };
export type { Damage, Found, StoreRefusal, Unusable };

/** All ports on one SQLite file. */
export type Store = {
  journal: JournalPort;
  people: PeoplePort;
  relations: RelationsPort;
  school: SchoolPort;
  signInCodes: SignInCodesPort;
  classes: ClassesPort;
  students: StudentsPort;
  keys: KeysPort;
  quizzes: QuizzesPort;
  rosters: RostersPort;
  lessons: LessonsPort;
  mediaUse: MediaUsePort;
  schedule: SchedulePort;
  erase: ErasePort;
  history: HistoryPort;
  overview: OverviewPort;
  attendanceOf: AttendanceOf;
  health: HealthPort;
  facts: FactsPort;
  copy: CopyDatabase;
  /** Grows with every row that is written. */
  writes(): number;
  /** Lessons whose report tables are as an older Chalkbox wrote them: their journal is damaged. */
  notRebuilt: LessonId[];
  /** Tells of events that have no place in the report tables. */
  onMisfit(listener: Misfit): void;
  /** Ends the connection; the write-ahead log goes into the file. */
  close(): void;
};

/**
 * Opens the store in a data folder, or says why it cannot be used (`'refused' in store`); then nothing was changed. Report tables written by older rules are rebuilt from the journal first.
 */
export function openStore({
  dataDir,
  found = inspectDatabase(dataDir),
  now = Date.now,
  quietMs,
}: {
  dataDir: string;
  /** What was found there, where it was looked at before. */
  found?: Found | StoreRefusal;
  now?: () => number;
  /** How long nothing must be written before the reports follow and the log goes into the file. */
  quietMs?: number;
}): Store | StoreRefusal {
  if (!('found' in found)) return found;
  const db = openDatabase(dataDir);
  if ('refused' in db) return db;
  const projections = createProjections(db);
  const health = createHealth(db);
  const marking = createMarking(db, dataDir, now);
  const writes = db.prepare<[], number>('SELECT total_changes()').pluck();
  const attendanceOf = prepareAttendance(db);
  const rebuild = createRebuild(db, projections);
  const notRebuilt = rebuild.ifOutdated();
  let tellMisfit: Misfit = () => {};
  const follow = createFollow(db, projections, (...misfit) => tellMisfit(...misfit));
  const quiet = createQuiet(db, follow, quietMs);
  const wrote = (events: number, tookMs: number): void => {
    quiet.wrote(events, tookMs);
    marking.wrote();
  };
  return {
    journal: health.watching(createJournal(db, follow, { wrote })),
    people: createPeople(db),
    relations: createRelations(db),
    school: createSchool(db),
    signInCodes: createSignInCodes(db),
    classes: createClasses(db),
    students: createStudents(db),
    keys: createKeys(db),
    quizzes: createQuizzes(db),
    rosters: createRosters(db, follow),
    lessons: createLessons(db, follow),
    mediaUse: createMediaUse(db, follow, now),
    schedule: createSchedule(db),
    erase: createErasing(db, follow, rebuild),
    history: createHistory(db, follow, attendanceOf),
    overview: createOverview(db, follow),
    attendanceOf,
    health,
    facts: createFacts(db, follow),
    // A backup says how many seats it holds: it counts them in the report tables.
    copy(file, watch) {
      follow.maybe(true);
      return copyDatabase(db, file, watch);
    },
    writes: () => writes.get() ?? 0,
    notRebuilt,
    onMisfit(listener) {
      tellMisfit = listener;
    },
    close() {
      quiet.stop();
      follow.maybe(true);
      marking.stop();
      db.close();
    },
  };
}

/** A database of an older version as it is, for the backup before it is changed. */
export function openOlder(dataDir: string): { copy: CopyDatabase; close(): void } | Unusable {
  const db = openAsItIs(dataDir);
  if ('refused' in db) return db;
  return { copy: (file, watch) => copyDatabase(db, file, watch), close: () => void db.close() };
}
