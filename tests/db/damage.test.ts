import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import Database from 'better-sqlite3';
import { inspectDatabase, openStore } from '../../db/index.ts';
import { readWal } from '../../db/wal.ts';
import { change, damages, leaveAfterPowerCut, leaveInPeace } from './damage.ts';
import { bytesIn } from './folder-bytes.ts';
import { temporaryFolder } from './lesson-events.ts';

// Other processes and files on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const made = { afterPowerCut: '', marked: '', inPeace: '' };
const root = mkdtempSync(join(tmpdir(), 'chalkbox-test-'));

beforeAll(() => {
  made.afterPowerCut = join(root, 'after-power-cut');
  made.marked = join(root, 'marked');
  made.inPeace = join(root, 'in-peace');
  leaveAfterPowerCut(made.afterPowerCut);
  leaveAfterPowerCut(made.marked, { marked: true });
  leaveInPeace(made.inPeace);
  return () => rmSync(root, { recursive: true, force: true });
}, 60_000);

/** A copy of a folder that was left in this way. */
function left(how: keyof typeof made): string {
  const dataDir = temporaryFolder();
  cpSync(made[how], dataDir, { recursive: true });
  return dataDir;
}

describe('data that is whole', () => {
  test.each(['afterPowerCut', 'marked', 'inPeace'] as const)('is found so: %s', (how) => {
    const dataDir = left(how);
    const before = bytesIn(dataDir);
    expect(inspectDatabase(dataDir)).toMatchObject({ found: 'database' });
    expect(bytesIn(dataDir)).toEqual(before);
    const store = openStore({ dataDir });
    if ('refused' in store) throw new Error(store.detail);
    expect(store.journal.read('lesson-1')).toHaveLength(62);
    store.close();
  });

  test('a log whose last commit was torn by a power cut is whole: nobody was told of that commit', () => {
    const dataDir = left('afterPowerCut');
    const log = join(dataDir, 'chalkbox.db-wal');
    expect(readWal(log)).toEqual({ state: 'whole' });
    // The last frame is the last commit's.
    tearLastFrame(dataDir);
    expect(readWal(log)).toEqual({ state: 'whole' });
    expect(inspectDatabase(dataDir)).toMatchObject({ found: 'database' });
  });
});

describe('damage is found, nothing is changed by looking, and opening is refused:', () => {
  test.each([
    ['notADatabase', 'inPeace', 'database_damaged', false],
    ['flippedPage', 'inPeace', 'database_damaged', false],
    ['flippedLetter', 'inPeace', 'database_damaged', false],
    ['truncatedDatabase', 'inPeace', 'database_damaged', false],
    ['emptyFile', 'marked', 'database_damaged', false],
    ['garbledLogHeader', 'afterPowerCut', 'journal_damaged', true],
    ['garbledLog', 'afterPowerCut', 'journal_damaged', true],
    ['garbledLogBlock', 'afterPowerCut', 'journal_damaged', true],
    ['truncatedLog', 'marked', 'answers_missing', true],
    ['newer', 'inPeace', 'database_newer', false],
  ] as const)('%s (%s)', (damage, how, code, readable) => {
    const dataDir = left(how);
    damages[damage](dataDir);
    const before = bytesIn(dataDir);
    const found = inspectDatabase(dataDir);
    expect(found).toMatchObject({ refused: code, readable });
    expect(openStore({ dataDir })).toMatchObject({ refused: code });
    // Where SQLite gives up half-way, an empty log and its index may stay beside it.
    expect(bytesIn(dataDir)).toMatchObject(before);
  });

  test('the short check alone would not see a letter changed in an index', () => {
    const dataDir = left('inPeace');
    damages.flippedLetter(dataDir);
    const db = new Database(join(dataDir, 'chalkbox.db'), { readonly: true });
    expect(db.pragma('quick_check', { simple: true })).toBe('ok');
    db.close();
  });

  test('a file that somebody deleted, when it is known that there was one', () => {
    const dataDir = left('marked');
    for (const name of ['chalkbox.db', 'chalkbox.db-wal']) rmSync(join(dataDir, name));
    expect(inspectDatabase(dataDir)).toMatchObject({
      refused: 'database_damaged',
      detail: 'the file is not there',
    });
    expect(existsSync(join(dataDir, 'chalkbox.db'))).toBe(false);
  });

  test('a log beside no database', () => {
    const dataDir = left('afterPowerCut');
    rmSync(join(dataDir, 'chalkbox.db'));
    expect(inspectDatabase(dataDir)).toMatchObject({ refused: 'database_damaged' });
  });
});

test('a folder with nothing in it is no damage', () => {
  expect(inspectDatabase(temporaryFolder())).toEqual({ found: 'nothing' });
});

/** Flips a byte in the last frame that was written. */
function tearLastFrame(dataDir: string): void {
  const frameBytes = 24 + 4096;
  change(dataDir, 'chalkbox.db-wal', (bytes) => {
    // What is left of an earlier round of the log may follow.
    const frames = Math.floor((bytes.length - 32) / frameBytes);
    const salt = bytes.subarray(16, 24);
    let last = 0;
    for (let index = 0; index < frames; index += 1) {
      const at = 32 + index * frameBytes;
      if (bytes.subarray(at + 8, at + 16).equals(salt)) last = at;
    }
    bytes[last + 500] = (bytes[last + 500] ?? 0) ^ 0xff;
  });
}
