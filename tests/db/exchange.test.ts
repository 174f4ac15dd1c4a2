import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import {
  exchangeData,
  resumeExchange,
  settleExchange,
  stagingFolder,
  undoExchange,
} from '../../lan-server/backups/exchange.ts';
import { inAProcess } from './damage.ts';
import { bytesIn } from './folder-bytes.ts';
import { temporaryFolder } from './lesson-events.ts';

// Other processes and files on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

/** Data that runs and data that waits to take its place; files of one word, for here only their places matter. */
function folderWith({ newMedia = true, oldMedia = true } = {}): string {
  const dataDir = temporaryFolder();
  const staged = stagingFolder(dataDir);
  const put = (folder: string, which: string, media: boolean) => {
    mkdirSync(join(folder, ...(media ? ['media'] : [])), { recursive: true });
    if (media) writeFileSync(join(folder, 'media', `${which}.png`), which);
    writeFileSync(join(folder, 'chalkbox.db'), which);
  };
  put(dataDir, 'old', oldMedia);
  for (const name of ['chalkbox.db-wal', 'chalkbox.mark'])
    writeFileSync(join(dataDir, name), 'old');
  put(staged, 'new', newMedia);
  return dataDir;
}

const all = (which: string, media: boolean) => ({
  'chalkbox.db': which,
  ...(which === 'old' ? { 'chalkbox.db-wal': 'old', 'chalkbox.mark': 'old' } : {}),
  ...(media ? { [`media/${which}.png`]: which } : {}),
});

function contents(folder: string): Record<string, string> {
  return Object.fromEntries(
    Object.keys(bytesIn(folder, /^(backups|exchange)/)).map((path) => [
      path,
      readFileSync(join(folder, path), 'utf8'),
    ]),
  );
}

const steps = [
  'announced',
  'chalkbox.db aside',
  'chalkbox.db-wal aside',
  'chalkbox.mark aside',
  'media aside',
  'media in',
  'database in',
];

describe('an exchange', () => {
  test.each([
    { newMedia: true, oldMedia: true },
    { newMedia: false, oldMedia: true },
    { newMedia: true, oldMedia: false },
  ])('puts the new in the place of the old, which stays until the new has opened: %o', (media) => {
    const dataDir = folderWith(media);
    exchangeData(dataDir, 'replaced-1');
    expect(contents(dataDir)).toEqual(all('new', media.newMedia));
    expect(contents(join(dataDir, 'backups', 'replaced-1'))).toEqual(all('old', media.oldMedia));
    settleExchange(dataDir);
    expect(existsSync(join(dataDir, 'backups', 'replaced-1'))).toBe(false);
    expect(readdirSync(dataDir).filter((name) => name.startsWith('exchange'))).toEqual([]);
  });

  test('keeps damaged files for good', () => {
    const dataDir = folderWith();
    exchangeData(dataDir, 'damaged-1');
    settleExchange(dataDir);
    expect(resumeExchange(dataDir)).toBe(false);
    expect(contents(join(dataDir, 'backups', 'damaged-1'))).toEqual(all('old', true));
  });

  test('that is undone brings the old back whole, whatever the new has become meanwhile', () => {
    const dataDir = folderWith({ oldMedia: false });
    exchangeData(dataDir, 'replaced-1');
    writeFileSync(join(dataDir, 'chalkbox.db-shm'), 'made by opening');
    undoExchange(dataDir);
    expect(contents(dataDir)).toEqual(all('old', false));
    expect(existsSync(join(dataDir, 'backups', 'replaced-1'))).toBe(false);
  });

  test.each(steps)('killed after “%s” ends with the new data at the next start', (step) => {
    const dataDir = folderWith();
    inAProcess(`
      const { exchangeData } = await import('./lan-server/backups/exchange.ts');
      exchangeData(${JSON.stringify(dataDir)}, 'replaced-1', (step) => {
        if (step === ${JSON.stringify(step)}) process.kill(process.pid, 'SIGKILL');
      });
    `);
    expect(resumeExchange(dataDir)).toBe(true);
    expect(contents(dataDir)).toEqual(all('new', true));
    expect(contents(join(dataDir, 'backups', 'replaced-1'))).toEqual(all('old', true));
    // And again, should the start be cut off too.
    expect(resumeExchange(dataDir)).toBe(true);
    settleExchange(dataDir);
    expect(contents(dataDir)).toEqual(all('new', true));
  });

  test('killed before it was announced leaves the old data, and nothing else', () => {
    const dataDir = folderWith();
    expect(resumeExchange(dataDir)).toBe(false);
    expect(contents(dataDir)).toEqual(all('old', true));
    expect(existsSync(stagingFolder(dataDir))).toBe(false);
  });

  test('that nobody can read about any more takes nothing away: the old may be all that is left', () => {
    const dataDir = folderWith();
    exchangeData(dataDir, 'replaced-1');
    writeFileSync(join(dataDir, 'exchange.json'), '{"aside"');
    for (const path of ['exchange', 'backups/replaced-1'])
      mkdirSync(join(dataDir, path), { recursive: true });
    const before = bytesIn(dataDir);
    expect(() => resumeExchange(dataDir)).toThrow('makes no sense');
    expect(bytesIn(dataDir)).toEqual(before);
  });

  test('broken off while it was undone is undone at the next start, at any point', () => {
    for (const moved of [[], ['chalkbox.db'], ['chalkbox.db', 'chalkbox.db-wal', 'media']]) {
      const dataDir = folderWith();
      exchangeData(dataDir, 'replaced-1');
      const intent = JSON.parse(readFileSync(join(dataDir, 'exchange.json'), 'utf8')) as object;
      writeFileSync(join(dataDir, 'exchange.json'), JSON.stringify({ ...intent, undo: true }));
      inAProcess(`
        const { renameSync, rmSync } = await import('node:fs');
        for (const part of ${JSON.stringify(moved)}) {
          rmSync(${JSON.stringify(dataDir)} + '/' + part, { recursive: true, force: true });
          renameSync(${JSON.stringify(dataDir)} + '/backups/replaced-1/' + part, ${JSON.stringify(dataDir)} + '/' + part);
        }
        process.kill(process.pid, 'SIGKILL');
      `);
      expect(resumeExchange(dataDir)).toBe(false);
      expect(contents(dataDir)).toEqual(all('old', true));
    }
  });
});
