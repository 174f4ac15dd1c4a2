import type { LessonId } from '../lan-server/contract/ids.ts';
import type {
  HealthPort,
  JournalPort,
  LessonsPort,
  PeoplePort,
  QuizzesPort,
} from '../lan-server/ports.ts';
import { createCheckpoints } from './checkpoints.ts';
import { createHealth } from './health.ts';
import { createJournal } from './journal.ts';
import { createLessons } from './lessons.ts';
import type { StoreRefusal } from './open.ts';
import { openDatabase } from './open.ts';
import { createPeople } from './people.ts';
import { createProjections } from './projections.ts';
import { createQuizzes } from './quizzes.ts';
import { createRebuild } from './rebuild.ts';

export type { StoreRefusal };

/** All ports on one SQLite file. */
export type Store = {
  journal: JournalPort;
  people: PeoplePort;
  quizzes: QuizzesPort;
  lessons: LessonsPort;
  health: HealthPort;
  /** Lessons whose report tables are as an older Chalkbox wrote them: their journal is damaged. */
  notRebuilt: LessonId[];
  /** Ends the connection; the write-ahead log goes into the file. */
  close(): void;
};

/**
 * Opens the store in a data folder, or says why it cannot be used (`'refused' in store`). Report tables written by older
 * rules are rebuilt from the journal first.
 */
export function openStore({
  dataDir,
  now = Date.now,
  quietMs,
}: {
  dataDir: string;
  now?: () => number;
  /** How long nothing must be written before the log goes into the file. */
  quietMs?: number;
}): Store | StoreRefusal {
  const db = openDatabase(dataDir);
  if ('refused' in db) return db;
  const projections = createProjections(db);
  const checkpoints = createCheckpoints(db, quietMs);
  const notRebuilt = createRebuild(db, projections).ifOutdated();
  return {
    journal: createJournal(db, projections, checkpoints),
    people: createPeople(db),
    quizzes: createQuizzes(db),
    lessons: createLessons(db),
    health: createHealth(db, now),
    notRebuilt,
    close() {
      checkpoints.stop();
      db.close();
    },
  };
}
