import type { LessonId } from '../lan-server/contract/ids.ts';
import type {
  FactsPort,
  HealthPort,
  JournalPort,
  LessonsPort,
  PeoplePort,
  QuizzesPort,
} from '../lan-server/ports.ts';
import { createCheckpoints } from './checkpoints.ts';
import { createFacts } from './facts.ts';
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
  facts: FactsPort;
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
  quietMs,
}: {
  dataDir: string;
  /** How long nothing must be written before the log goes into the file. */
  quietMs?: number;
}): Store | StoreRefusal {
  const db = openDatabase(dataDir);
  if ('refused' in db) return db;
  const projections = createProjections(db);
  const checkpoints = createCheckpoints(db, quietMs);
  const health = createHealth(db);
  const notRebuilt = createRebuild(db, projections).ifOutdated();
  return {
    journal: health.watching(createJournal(db, projections, checkpoints)),
    people: createPeople(db),
    quizzes: createQuizzes(db),
    lessons: createLessons(db),
    health,
    facts: createFacts(db),
    notRebuilt,
    close() {
      checkpoints.stop();
      db.close();
    },
  };
}
