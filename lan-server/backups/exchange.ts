import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** All that is exchanged, in the order in which the old goes. */
const parts = ['chalkbox.db', 'chalkbox.db-wal', 'chalkbox.db-shm', 'chalkbox.mark', 'media'];

const intentSchema = z.object({
  /** Where the old goes, below the data folder. */
  aside: z.string().regex(/^backups\/(replaced|damaged)-[0-9a-z-]{1,40}$/),
  /** What was there before. */
  old: z.array(z.enum(parts)),
  /** The new data has media. */
  media: z.boolean(),
  /** The new data did not open: the old comes back. */
  undo: z.boolean(),
});
type Intent = z.infer<typeof intentSchema>;

/** Empties the staging folder, unless an exchange needs what is in it. */
export function clearStaging(dataDir: string): void {
  if (!existsSync(intentFile(dataDir)))
    rmSync(stagingFolder(dataDir), { recursive: true, force: true });
}

/** Called between two steps; tests end the program there. */
type Between = (step: string) => void;

/** The new data, checked and ready, waits here in the data folder. */
export function stagingFolder(dataDir: string): string {
  return join(dataDir, 'exchange');
}

/**
 * Puts the staged data in the place of the live data, which must be closed. Only renames within one folder, announced by a
 * file before the first: whatever ends the program in between, the next start finds that file and goes on
 * (`resumeExchange`), so that the data is the old or the new and never neither. `aside` is the folder in `backups/` for the
 * old: `damaged-…` is kept, `replaced-…` goes once the new has opened (`settleExchange`).
 */
export function exchangeData(dataDir: string, aside: string, between: Between = () => {}): void {
  const staged = stagingFolder(dataDir);
  const intent: Intent = {
    aside: `backups/${aside}`,
    old: parts.filter((part) => existsSync(join(dataDir, part))),
    media: existsSync(join(staged, 'media')),
    undo: false,
  };
  flushFolder(staged);
  writeIntent(dataDir, intent);
  between('announced');
  forward(dataDir, intent, between);
}

/** Goes on with an exchange that was broken off, either way. True where there was one: it is settled when the data opens. */
export function resumeExchange(dataDir: string): boolean {
  const intent = readIntent(dataDir);
  if (!intent) {
    rmSync(stagingFolder(dataDir), { recursive: true, force: true });
    removeReplaced(dataDir);
    return false;
  }
  if (intent.undo) {
    back(dataDir, intent);
    return false;
  }
  forward(dataDir, intent);
  return true;
}

/** The new data has opened: the old is not needed any more, unless it is the damaged one. */
export function settleExchange(dataDir: string): void {
  if (!readIntent(dataDir)) return;
  forgetIntent(dataDir);
  rmSync(stagingFolder(dataDir), { recursive: true, force: true });
  removeReplaced(dataDir);
}

/** The new data does not open: brings the old back. It must be closed. */
export function undoExchange(dataDir: string): void {
  const intent = readIntent(dataDir);
  if (!intent) return;
  const undo = { ...intent, undo: true };
  writeIntent(dataDir, undo);
  back(dataDir, undo);
}

function forward(dataDir: string, intent: Intent, between: Between = () => {}): void {
  const staged = stagingFolder(dataDir);
  // The database goes in last: once it is not staged any more, all is done.
  if (!existsSync(join(staged, 'chalkbox.db'))) return;
  const aside = join(dataDir, intent.aside);
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  const mediaIsNew = intent.media && !existsSync(join(staged, 'media'));
  for (const part of intent.old) {
    const live = join(dataDir, part);
    if ((part === 'media' && mediaIsNew) || !existsSync(live)) continue;
    renameSync(live, join(aside, part));
    between(`${part} aside`);
  }
  flushFolder(aside);
  if (existsSync(join(staged, 'media'))) {
    renameSync(join(staged, 'media'), join(dataDir, 'media'));
    between('media in');
  }
  renameSync(join(staged, 'chalkbox.db'), join(dataDir, 'chalkbox.db'));
  flushFolder(dataDir);
  between('database in');
}

function back(dataDir: string, intent: Intent): void {
  const aside = join(dataDir, intent.aside);
  for (const part of parts) {
    const live = join(dataDir, part);
    const was = intent.old.includes(part);
    if (was && !existsSync(join(aside, part))) continue;
    rmSync(live, { recursive: true, force: true });
    if (was) renameSync(join(aside, part), live);
  }
  flushFolder(dataDir);
  rmSync(aside, { recursive: true, force: true });
  rmSync(stagingFolder(dataDir), { recursive: true, force: true });
  forgetIntent(dataDir);
}

function intentFile(dataDir: string): string {
  return join(dataDir, 'exchange.json');
}

/** Throws where it is there and cannot be read: then nobody knows which of the files around it are the only ones left. */
function readIntent(dataDir: string): Intent | null {
  const file = intentFile(dataDir);
  if (!existsSync(file)) return null;
  const text = readFileSync(file, 'utf8');
  try {
    return intentSchema.parse(JSON.parse(text));
  } catch {
    throw Object.assign(new Error(`${file} makes no sense`), { code: 'EIO' });
  }
}

function writeIntent(dataDir: string, intent: Intent): void {
  const file = intentFile(dataDir);
  const handle = openSync(`${file}.new`, 'w', 0o600);
  try {
    writeSync(handle, JSON.stringify(intent));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(`${file}.new`, file);
  flushFolder(dataDir);
}

function forgetIntent(dataDir: string): void {
  rmSync(intentFile(dataDir), { force: true });
  flushFolder(dataDir);
}

function removeReplaced(dataDir: string): void {
  const backups = join(dataDir, 'backups');
  if (!existsSync(backups)) return;
  for (const name of readdirSync(backups).filter((name) => /^replaced-[0-9a-z-]+$/.test(name)))
    rmSync(join(backups, name), { recursive: true, force: true });
}

function flushFolder(folder: string): void {
  // Windows cannot open a folder, and keeps its names by itself.
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
