import type {
  ClassId,
  QuestionId,
  LessonId,
  QuizId,
  SeatId,
  SectionId,
  TeacherId,
} from './contract/ids.ts';
import type { Play } from './contract/play.ts';
import type { Identity } from './contract/frames.ts';
import type { LateReason } from './contract/late.ts';
import type { BackupContents, BackupFlaw } from './contract/backups.ts';
import type {
  LessonListQuery,
  LessonSummary,
  Quiz,
  QuizListQuery,
  QuizSummary,
} from './contract/api.ts';
import type { DeviceId } from './contract/devices.ts';
import type { Role } from './contract/rights.ts';
import type { Trouble } from './contract/trouble.ts';
import type { Language } from './contract/languages.ts';
import type { Besides } from './lesson/besides.ts';
import type { LessonEvent, StoredEvent } from './lesson/events.ts';
import type { AttendanceRow, DeviceAnswer, GivenTo, SeatStudent } from './ports/rosters.ts';
import type { Answer, Question } from './questions/index.ts';

/** What the inside needs from the database. All throw only when the disk or the file fails; refusals are values. */

// ── live: on the answer's path, synchronous ─────────────────────────────────

/** The events of one lesson that go to disk together, and names for seats taken in them. */
export type LessonEntry = {
  lessonId: LessonId;
  events: StoredEvent[];
  names: { seatId: SeatId; name: string }[];
  /** Of seats that are made for students of a list. */
  students?: SeatStudent[];
};

/** Whose lesson it is and what it was made of. `planned`: the occurrence of a plan that counts as started with it. */
export type LessonOrigin = {
  lessonId: LessonId;
  ownerId: string;
  quizId: QuizId | null;
  classId?: ClassId | null;
  sectionId?: SectionId | null;
  planned?: { id: string; endsAt: number } | null;
};

export type JournalPort = {
  /**
   * Appends all entries in one transaction with `synchronous=FULL` and writes the report tables from the same events.
   * Returns after the commit; throws with nothing written if it fails.
   */
  commit(entries: LessonEntry[]): void;
  /** All events of a lesson in order. */
  read(lessonId: LessonId): StoredEvent[];
  names(lessonId: LessonId): { seatId: SeatId; name: string }[];
  /** The class that a lesson was given to, null where to none, and whose its seats are. */
  roll(lessonId: LessonId): { given: GivenTo | null; students: SeatStudent[] };
  /** Lessons that have not ended, oldest first. `aliveAt`: when the program last said that it runs. */
  unfinished(): { lessonId: LessonId; ownerId: string; aliveAt: number }[];
  /** Lessons that ended at `since` or later (ms since 1970), oldest first. */
  endedSince(since: number): { lessonId: LessonId; ownerId: string; endedAt: number }[];
  /**
   * Registers a lesson before its first event, in the same commit as `started`. Throws where the occurrence that it comes of is not
   * planned any more: nothing becomes two lessons.
   */
  create(lesson: LessonOrigin, entry: LessonEntry): void;
  /** Remembers that the program runs at `now`, so that a timer can go on after a crash with what was left. */
  touch(lessonIds: LessonId[], now: number): void;
};

// ── not live: promises, so that another database can stand behind them one day ─

export type TeacherRow = {
  id: TeacherId;
  name: string;
  language: Language | null;
  role: Role;
  passwordHash: string | null;
  /** Of the digits that open the laptop's own window alone. */
  pinHash: string | null;
  /** Set: may not sign in any more; what they own stays. */
  leftAt: number | null;
};

export type PeoplePort = {
  /** The first teacher of this laptop, or null before the welcome. */
  teacher(): Promise<TeacherRow | null>;
  /** All, also those who have left; the first one first. */
  teachers(): Promise<TeacherRow[]>;
  teacherById(id: TeacherId): Promise<TeacherRow | null>;
  createTeacher(row: TeacherRow & { createdAt: number }): Promise<void>;
  updateTeacher(id: TeacherId, change: Partial<Omit<TeacherRow, 'id'>>): Promise<void>;
  /** Sessions are stored by the SHA-256 of their token. */
  createSession(row: SessionRow): Promise<void>;
  session(tokenHash: string, now: number): Promise<SessionRow | null>;
  /** All that have not ended, the one used last first. */
  sessions(now: number): Promise<SessionRow[]>;
  /** Notes that a session was used. */
  touchSession(tokenHash: string, at: number): Promise<void>;
  endSession(tokenHash: string): Promise<void>;
  /** Ends all sessions but this one; gives the token hashes of those that it ended. */
  endSessionsExcept(tokenHash: string | null): Promise<string[]>;
  /** The same for the sessions of one teacher. */
  endSessionsOf(teacherId: TeacherId, except: string | null): Promise<string[]>;
  /** Sessions of which nobody has said whose they are become this teacher's. */
  claimSessions(teacherId: TeacherId): Promise<void>;
};

/** A signed-in device. */
export type SessionRow = {
  tokenHash: string;
  /** Null: the laptop's own window, before somebody has said who sits there. */
  teacherId: TeacherId | null;
  /** For the list of devices; tells nothing about the token. */
  id: DeviceId;
  via: 'laptop' | 'password';
  browser: string | null;
  system: string | null;
  createdAt: number;
  lastUsedAt: number;
  expiresAt: number;
};

/** Where a row stands in a list that is ordered by a moment (newest first), then by id. */
export type PlaceInList = { at: number; id: string };
/** A part of a list: at most `limit` rows after a place; null: from its start. */
type PartOfList = { after: PlaceInList | null; limit: number };

export type QuizzesPort = {
  /** By `updatedAt`. `q` in the title and the whole of `subject`, whatever their capitals and accents. */
  list(
    ownerId: string,
    wanted: PartOfList & Pick<QuizListQuery, 'q' | 'subject'>,
  ): Promise<QuizSummary[]>;
  get(ownerId: string, id: QuizId): Promise<Quiz | null>;
  insert(ownerId: string, quiz: Quiz): Promise<void>;
  /** Saves if the stored revision is `quiz.revision - 1`; false otherwise. */
  update(ownerId: string, quiz: Quiz): Promise<boolean>;
  /** Marks as deleted at `at`; `restore` takes that back. False where there is none. */
  remove(ownerId: string, id: QuizId, at: number): Promise<boolean>;
  restore(ownerId: string, id: QuizId): Promise<boolean>;
};

/** A row of the reports' tables: the counted answer of one seat to one question in its last round. */
export type CountedAnswer = {
  questionId: QuestionId;
  round: number;
  seatId: SeatId;
  answer: Answer;
  credit: number | null;
  right: boolean | null;
  at: number;
  /** Of one that did not come at once; `byMs` 0: it came while the question was open. */
  late: { tappedAt: number; byMs: number } | null;
  /** What the student said about it; null: nothing. */
  sure: boolean | null;
};

/** An answer that arrived after the closing and does not count. `at`: when it arrived; both times in ms since 1970. */
export type TooLateAnswer = {
  questionId: QuestionId;
  round: number;
  seatId: SeatId;
  answer: Answer;
  tappedAt: number;
  at: number;
  reason: LateReason;
};

export type LessonRecord = Besides & {
  summary: LessonSummary;
  identity: Identity;
  questions: { question: Question; rounds: number; skipped: boolean }[];
  seats: { seatId: SeatId; number: number; name: string | null; removed: boolean }[];
  /** Of the last round of each question. */
  answers: CountedAnswer[];
  /** Of the rounds before it. */
  earlier: CountedAnswer[];
  /** Of all rounds, in the order of their arrival. */
  tooLate: TooLateAnswer[];
  /** How it was played, as far as its program knew (`playOf` gives all). Left out by who needs no more. */
  play?: Partial<Play>;
  /** By name; left out in a lesson without a list of names. */
  attendance?: AttendanceRow[];
  /** In last rounds, of students whose devices differ. */
  deviceAnswers?: DeviceAnswer[];
};

/** What a teacher may see: their own lessons, and those that they were invited to (`RelationsPort`). */
export type LessonsPort = {
  /** By `startedAt`; `from` is in, `to` is not. */
  list(
    teacherId: TeacherId,
    wanted: PartOfList & Omit<LessonListQuery, 'limit' | 'cursor'>,
  ): Promise<LessonSummary[]>;
  summary(teacherId: TeacherId, id: LessonId): Promise<LessonSummary | null>;
  record(teacherId: TeacherId, id: LessonId): Promise<LessonRecord | null>;
};

export type MediaUsePort = {
  /** The names of all pictures that a quiz or the frozen questions of a lesson show. */
  names(): Promise<Set<string>>;
};

export type HealthPort = {
  /** Whether the disk takes commits; writes only where no commit has shown it lately. */
  check(): boolean;
  /** Writes, now, as much as a large class's answers take; false when the disk refuses. */
  hasRoom(): boolean;
  /** What in the disk or the file made a write throw this; null where it was neither. */
  why(error: unknown): Trouble['why'] | null;
};

/** Sizes and numbers for the diagnostics file. */
export type FactsPort = {
  read(): {
    /** Of the tables: how many migrations the file has seen. */
    version: number;
    sqlite: string;
    bytes: number;
    walBytes: number;
    quizzes: number;
    lessons: number;
    seats: number;
    /** Sessions, also those that have just run out. */
    devices: number;
    events: number;
  };
  /** `ok`, or the first thing that does not hold together. Reads the whole file: seconds for a large one. */
  integrity(): string;
};

// ── backups ─────────────────────────────────────────────────────────────────

/** Told how far a long work is, 0..1, and asked before each step whether it is still wanted. */
export type Watch = { onFraction(fraction: number): void; cancelled(): boolean };

/** Thrown out of a work that is no longer wanted. */
export class Cancelled extends Error {}

/**
 * Writes the live database as one file, in small steps between which answers are taken; what is committed meanwhile is in it. Throws
 * `Cancelled`, or what the disk said; a half-written file is left.
 */
export type CopyDatabase = (file: string, watch: Watch) => Promise<void>;

/** A file of a backup; `path` with `/`, below the backup's folder. */
export type BackupFile = { path: string; bytes: number; sha256: string };

/** What a check has found: a whole backup, or why it is none. */
export type Checked =
  | { ok: true; schemaVersion: number; contents: BackupContents; files: BackupFile[] }
  | { ok: false; flaw: BackupFlaw; detail: string };

/** Checks backups beside the program: seconds of work that no answer waits for. Rejects where it cannot be done at all. */
export type Checker = {
  /**
   * For a backup just copied: makes its database one file without a log, checks it, takes sums of all files and flushes
   * them to the disk.
   */
  seal(folder: string, cancelled: () => boolean): Promise<Checked>;
  /** Reads a backup back: every file against its size and sum, the database as at a start. Writes nothing. */
  verify(folder: string, files: readonly BackupFile[], cancelled: () => boolean): Promise<Checked>;
};

export type * from './ports/rosters.ts';

/** Needed again wherever events are folded outside a room. */
export type { LessonEvent, StoredEvent };

export type * from './ports/relations.ts';
export type * from './ports/schedule.ts';
export type * from './ports/classes.ts';
export type * from './ports/keys.ts';
export type * from './ports/staff.ts';
