import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

const frameBytes = 24 + 4096;

/** Ways in which a data folder comes to harm, as a bad disk or a person with a file browser does it. */
export const damages = {
  /** Something else under the database's name. */
  notADatabase(dataDir: string): void {
    writeFileSync(join(dataDir, 'chalkbox.db'), 'this is a shopping list '.repeat(500));
  },
  /** A page in the middle holds rubbish: the short check sees it too. */
  flippedPage(dataDir: string): void {
    change(dataDir, 'chalkbox.db', (bytes) => bytes.fill(0x5a, 2 * 4096, 3 * 4096));
  },
  /**
   * One letter of an index entry is another: each page is well-formed, and only the long check compares an index with its
   * table.
   */
  flippedLetter(dataDir: string): void {
    const file = join(dataDir, 'chalkbox.db');
    const db = new Database(file, { readonly: true });
    const { pageno } = db
      .prepare<[], { pageno: number }>(
        `SELECT rootpage AS pageno FROM sqlite_schema WHERE name = 'quizzes_by_owner'`,
      )
      .get() ?? { pageno: 0 };
    db.close();
    change(dataDir, 'chalkbox.db', (bytes) => {
      const page = bytes.subarray((pageno - 1) * 4096, pageno * 4096);
      const at = page.indexOf('teacher-1');
      if (at < 0) throw new Error('the index holds no such entry');
      page.write('teacher-2', at);
    });
  },
  truncatedDatabase(dataDir: string): void {
    truncateSync(join(dataDir, 'chalkbox.db'), 3 * 4096);
  },
  emptyFile(dataDir: string): void {
    truncateSync(join(dataDir, 'chalkbox.db'), 0);
  },
  /** The log's header is rubbish: SQLite would take the whole log for nothing. */
  garbledLogHeader(dataDir: string): void {
    change(dataDir, 'chalkbox.db-wal', (bytes) => bytes.fill(0x5a, 0, 32));
  },
  /** A byte of a page in the middle of the log: SQLite would silently end there. */
  garbledLog(dataDir: string): void {
    change(dataDir, 'chalkbox.db-wal', (bytes) => {
      const at = 32 + 2 * frameBytes + 100;
      bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    });
  },
  /** A whole block of the disk is rubbish. Blocks and frames do not meet: it takes the head of a frame with it. */
  garbledLogBlock(dataDir: string): void {
    change(dataDir, 'chalkbox.db-wal', (bytes) => bytes.fill(0x5a, 4 * 4096, 5 * 4096));
  },
  /** The log ends earlier, as a file that was copied while it grew: to SQLite it is whole. */
  truncatedLog(dataDir: string): void {
    truncateSync(join(dataDir, 'chalkbox.db-wal'), 32 + 2 * frameBytes);
  },
  newer(dataDir: string): void {
    const db = new Database(join(dataDir, 'chalkbox.db'));
    db.pragma('journal_mode = DELETE');
    db.pragma('user_version = 9999');
    db.close();
  },
} as const;

/** Changes the bytes of a file in place. */
export function change(folder: string, name: string, how: (bytes: Buffer) => unknown): void {
  const file = join(folder, name);
  const bytes = readFileSync(file);
  how(bytes);
  writeFileSync(file, bytes);
}

/** Runs `script`, a module, in a process of its own that ends without a goodbye; it can import by path from the project. */
export function inAProcess(script: string): void {
  const ended = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: join(import.meta.dirname, '..', '..'),
    encoding: 'utf8',
  });
  if (ended.signal !== 'SIGKILL') throw new Error(`it was not killed: ${ended.stderr}`);
}

/** A data folder as a power cut in a lesson leaves it: a teacher, two quizzes, a lesson with 30 answers in the log. */
export function leaveAfterPowerCut(dataDir: string, { marked = false } = {}): void {
  inAProcess(`
    const { openStore } = await import('./db/index.ts');
    const { questionKinds } = await import('./lan-server/questions/index.ts');
    const store = openStore({ dataDir: ${JSON.stringify(dataDir)} });
    await store.people.createTeacher({ id: 'teacher-1', name: 'Ms Okafor', language: null, role: 'admin', passwordHash: null, pinHash: null, leftAt: null, createdAt: 1 });
    for (const id of ['quiz-01', 'quiz-02'])
      await store.quizzes.insert('teacher-1', { id, title: id, subject: '', questions: [], revision: 1, createdAt: 1, updatedAt: 1 });
    const question = { ...questionKinds.choice.blank('question-1'), text: 'Which?', options: ['A', 'B', 'C'], right: 1 };
    let seq = 0;
    const entry = (events) => ({ lessonId: 'lesson-1', events: events.map((event) => ({ seq: ++seq, at: 1000 + seq, event })), names: [] });
    store.journal.create({ lessonId: 'lesson-1', ownerId: 'teacher-1', quizId: null }, entry([
      { type: 'started', lessonId: 'lesson-1', title: 'Osmosis', subject: '', code: '4821', settings: { identity: 'nickname', changes: true, late: 'count' }, questions: [question] },
      { type: 'questionOpened', questionId: 'question-1', round: 1, closesAt: null, totalMs: null },
    ]));
    for (let seat = 0; seat < 30; seat += 1)
      store.journal.commit([entry([
        { type: 'seatTaken', seatId: 'seat-' + seat, device: 'd' + seat },
        { type: 'answered', seatId: 'seat-' + seat, questionId: 'question-1', round: 1, answer: { picked: 1 }, commandId: 'command-' + seat },
      ])]);
    if (${marked}) {
      const { markFile } = await import('./db/mark.ts');
      const { existsSync } = await import('node:fs');
      // The mark is moved five seconds after a commit.
      while (!existsSync(markFile(${JSON.stringify(dataDir)}))) await new Promise((resolve) => setTimeout(resolve, 20));
    }
    process.kill(process.pid, 'SIGKILL');
  `);
}

/** A data folder after an orderly end, all in one file. */
export function leaveInPeace(dataDir: string): void {
  leaveAfterPowerCut(dataDir);
  const db = new Database(join(dataDir, 'chalkbox.db'));
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}

/** Puts the first half of a copy over a file, as a copy that broke off. */
export function halfOf(from: string, to: string): void {
  copyFileSync(from, to);
  truncateSync(to, Math.floor(readFileSync(from).length / 2));
}
