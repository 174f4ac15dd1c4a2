import {
  mkdirSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createChecker } from '../../db/index.ts';
import type { Store } from '../../db/index.ts';
import { verifyBackup } from '../../db/check.ts';
import { currentVersion } from '../../db/migrate.ts';
import { listBackups } from '../../lan-server/backups/folders.ts';
import { makeBackup } from '../../lan-server/backups/make.ts';
import { readManifest } from '../../lan-server/backups/manifest.ts';
import { outdated } from '../../lan-server/backups/rotation.ts';
import { Cancelled } from '../../lan-server/ports.ts';
import type { Backup } from '../../lan-server/contract/backups.ts';
import { change } from './damage.ts';
import { bytesIn } from './folder-bytes.ts';
import {
  answered,
  entry,
  openedStore,
  startLesson,
  teacher,
  temporaryFolder,
} from './lesson-events.ts';

// Other processes and files on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

async function storeWithLesson(dataDir: string, seats = 40): Promise<Store> {
  const store = openedStore(dataDir);
  await store.people.createTeacher({ ...teacher, createdAt: 1 });
  startLesson(store, { seats });
  return store;
}

const about = (dataDir: string, store: Store) => ({
  dataDir,
  backupsDir: join(dataDir, 'backups'),
  copy: store.copy,
  checker: createChecker(),
  programVersion: '0.1.0',
  instanceId: 'this-laptop',
  now: () => Date.UTC(2026, 10, 21, 9),
});
const calmly = { onFraction() {}, onChecking() {}, cancelled: () => false };
const listed = (backupsDir: string) =>
  listBackups(backupsDir, {
    place: 'local',
    instanceId: 'this-laptop',
    schemaVersion: currentVersion,
    flawOf: () => null,
  });

describe('a backup', () => {
  test('is one file with everything committed, the media, and a manifest that a teacher can make sense of', async () => {
    const dataDir = temporaryFolder();
    mkdirSync(join(dataDir, 'media', 'ab'), { recursive: true });
    writeFileSync(join(dataDir, 'media', 'ab', 'picture.png'), 'a picture');
    const store = await storeWithLesson(dataDir);
    const fractions: number[] = [];
    const { id } = await makeBackup(about(dataDir, store), 'manual', {
      ...calmly,
      onFraction: (fraction) => fractions.push(fraction),
    });
    const folder = join(dataDir, 'backups', id);
    expect(Object.keys(bytesIn(folder))).toEqual([
      'backup.json',
      'chalkbox.db',
      'media/ab/picture.png',
    ]);
    expect(await readManifest(folder)).toMatchObject({
      reason: 'manual',
      schemaVersion: currentVersion,
      contents: { quizzes: 0, lessons: 1, seats: 40 },
    });
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
    expect(fractions.at(-1)).toBe(1);
    const copy = new Database(join(folder, 'chalkbox.db'), { readonly: true });
    onTestFinished(() => void copy.close());
    expect(copy.pragma('journal_mode', { simple: true })).toBe('delete');
    expect(copy.prepare('SELECT COUNT(*) FROM journal').pluck().get()).toBe(42);
  });

  test('holds what was committed between two of its steps, whole, and answers go on meanwhile', async () => {
    const dataDir = temporaryFolder();
    const store = await storeWithLesson(dataDir, 2);
    await store.people.updateTeacher(teacher.id, { name: 'x'.repeat(4_000_000) });
    let seq = 5;
    const during = setInterval(() => {
      for (let times = 0; times < 20; times += 1)
        store.journal.commit([entry('lesson-1', seq++, [answered('seat-1', seq % 3)])]);
    }, 0);
    const { id } = await makeBackup(about(dataDir, store), 'manual', calmly);
    clearInterval(during);
    const copy = new Database(join(dataDir, 'backups', id, 'chalkbox.db'), { readonly: true });
    onTestFinished(() => void copy.close());
    const inCopy = copy.prepare<[], number>('SELECT MAX(seq) FROM journal').pluck().get() ?? 0;
    expect(inCopy).toBeGreaterThan(5);
    expect(inCopy).toBeLessThanOrEqual(seq);
    expect(copy.prepare('SELECT COUNT(*) FROM journal').pluck().get()).toBe(inCopy);
  });

  test('that is cancelled or that the disk refuses leaves nothing, and the next one is good', async () => {
    const dataDir = temporaryFolder();
    const store = await storeWithLesson(dataDir);
    const backupsDir = join(dataDir, 'backups');
    let asked = 0;
    await expect(
      makeBackup(about(dataDir, store), 'manual', { ...calmly, cancelled: () => ++asked > 1 }),
    ).rejects.toThrow(Cancelled);
    await expect(
      makeBackup(
        { ...about(dataDir, store), copy: () => Promise.reject(new Error('no space')) },
        'manual',
        calmly,
      ),
    ).rejects.toThrow('no space');
    expect(readdirSync(backupsDir)).toEqual([]);
    await makeBackup(about(dataDir, store), 'manual', calmly);
    expect(await listed(backupsDir)).toMatchObject([{ flaw: null, own: true }]);
  });

  test('of data that is damaged is none', async () => {
    const dataDir = temporaryFolder();
    const store = await storeWithLesson(dataDir);
    const damaged = about(dataDir, store);
    await expect(
      makeBackup(
        {
          ...damaged,
          async copy(file, watch) {
            await store.copy(file, watch);
            change(join(file, '..'), 'chalkbox.db', (bytes) => bytes.fill(0x5a, 8192, 12_288));
          },
        },
        'daily',
        calmly,
      ),
    ).rejects.toMatchObject({ problem: 'damaged' });
    expect(readdirSync(join(dataDir, 'backups'))).toEqual([]);
  });
});

describe('reading a backup back', () => {
  async function good() {
    const dataDir = temporaryFolder();
    mkdirSync(join(dataDir, 'media'));
    writeFileSync(join(dataDir, 'media', 'sound.mp3'), 'a sound');
    const store = await storeWithLesson(dataDir);
    const { id, manifest } = await makeBackup(about(dataDir, store), 'manual', calmly);
    const backupsDir = join(dataDir, 'backups');
    return { backupsDir, folder: join(backupsDir, id), files: manifest.files };
  }

  test('writes nothing, and finds it whole', async () => {
    const { folder, files } = await good();
    const before = bytesIn(folder);
    expect(verifyBackup(folder, files)).toMatchObject({ ok: true, contents: { lessons: 1 } });
    expect(bytesIn(folder)).toEqual(before);
  });

  test('finds a flipped byte in the database and in the media', async () => {
    const { folder, files } = await good();
    change(folder, join('media', 'sound.mp3'), (bytes) => bytes.fill('x', 0, 1));
    expect(verifyBackup(folder, files)).toMatchObject({ ok: false, flaw: 'damaged' });
    change(folder, join('media', 'sound.mp3'), (bytes) => bytes.fill('a', 0, 1));
    change(folder, 'chalkbox.db', (bytes) => bytes.fill(0x5a, 100, 101));
    expect(verifyBackup(folder, files)).toMatchObject({ ok: false, flaw: 'damaged' });
  });

  test('finds what is missing or cut off, also without reading it all: it is listed, and not as good', async () => {
    const { backupsDir, folder, files } = await good();
    truncateSync(join(folder, 'chalkbox.db'), 5000);
    expect(verifyBackup(folder, files)).toMatchObject({ ok: false, flaw: 'incomplete' });
    expect(await listed(backupsDir)).toMatchObject([{ flaw: 'incomplete' }]);
    writeFileSync(join(folder, 'backup.json'), '{"format":1,');
    expect(await listed(backupsDir)).toMatchObject([{ flaw: 'incomplete', contents: null }]);
  });

  test('a half-written one and anything else in the folder is not listed', async () => {
    const { backupsDir, folder } = await good();
    mkdirSync(`${folder}.partial`);
    mkdirSync(join(backupsDir, 'damaged-20261121090000'));
    mkdirSync(join(backupsDir, 'holiday'));
    expect(await listed(backupsDir)).toHaveLength(1);
  });

  test('a manifest from a stranger’s stick cannot lead out of the backup', async () => {
    const { backupsDir, folder, files } = await good();
    const manifest = JSON.parse(readFileSync(join(folder, 'backup.json'), 'utf8')) as object;
    for (const path of [
      '../chalkbox.db',
      'media/../../x',
      '/etc/passwd',
      'media//x',
      'logs/x',
      'media\\..\\x',
    ]) {
      const bad = { ...manifest, files: [...files, { path, bytes: 1, sha256: '0'.repeat(64) }] };
      writeFileSync(join(folder, 'backup.json'), JSON.stringify(bad));
      expect([path, await readManifest(folder)]).toEqual([path, null]);
    }
    expect(await listed(backupsDir)).toMatchObject([{ flaw: 'incomplete' }]);
    const linked = temporaryFolder();
    symlinkSync(join(folder, 'chalkbox.db'), join(linked, 'chalkbox.db'));
    expect(verifyBackup(linked, files)).toMatchObject({ flaw: 'incomplete' });
  });
});

describe('rotation', () => {
  const day = 24 * 60 * 60_000;
  const some = (reason: Backup['reason'], madeAt: number, more = {}) => ({
    id: `${madeAt}-${reason}`,
    reason,
    madeAt,
    flaw: null,
    own: true,
    ...more,
  });

  test('of a year of daily ones keeps seven days and the newest of four weeks', () => {
    const start = Date.UTC(2026, 0, 1, 10);
    const year = Array.from({ length: 365 }, (_, index) => some('daily', start + index * day));
    const gone = new Set(outdated(year, Infinity));
    const ages = year
      .filter(({ id }) => !gone.has(id))
      .map(({ madeAt }) => 364 - (madeAt - start) / day);
    // 31 December 2026 is a Thursday: this week's newest is today's, the others end on Sundays.
    expect(ages).toEqual([18, 11, 6, 5, 4, 3, 2, 1, 0]);
  });

  const backups = fc
    .uniqueArray(
      fc.record({
        reason: fc.constantFrom(
          'daily' as const,
          'manual' as const,
          'safety' as const,
          'migration' as const,
        ),
        hours: fc.integer({ min: 0, max: 24 * 90 }),
        flaw: fc.constantFrom(null, null, null, 'damaged' as const, 'newer' as const),
        own: fc.boolean(),
      }),
      { selector: ({ hours }) => hours, maxLength: 80 },
    )
    .map((list) =>
      list.map(({ hours, ...rest }) => ({ ...rest, id: `b-${hours}`, madeAt: hours * 3_600_000 })),
    );

  test('of any backups never takes the newest good one, nor what is flawed or another laptop’s', () => {
    fc.assert(
      fc.property(backups, (list) => {
        const gone = new Set(outdated(list, Infinity));
        const good = list.filter(({ flaw, own }) => flaw === null && own);
        const newest = good.toSorted((a, b) => b.madeAt - a.madeAt)[0];
        if (newest) expect(gone).not.toContain(newest.id);
        for (const { id } of list)
          if (gone.has(id)) expect(good.map((one) => one.id)).toContain(id);
        const left = (reason: string) =>
          good.filter((one) => one.reason === reason && !gone.has(one.id)).length;
        expect(left('daily')).toBeLessThanOrEqual(7 + 4 + 1);
        expect(left('manual')).toBeLessThanOrEqual(10);
        expect(left('safety')).toBeLessThanOrEqual(3);
      }),
    );
  });

  test('what a clock that was ahead has left does not push out the copies of today', () => {
    const now = Date.UTC(2026, 10, 21, 10);
    const ahead = [1, 2, 3].map((minute) => some('safety', now + 400 * day + minute));
    const today = some('safety', now);
    expect(outdated([...ahead, today], now)).toEqual([]);
    // When their time has come they are counted like all others.
    expect(outdated([...ahead, today], now + 500 * day)).toEqual([today.id]);
  });

  test('done again at once takes nothing more', () => {
    fc.assert(
      fc.property(backups, (list) => {
        const gone = new Set(outdated(list, Infinity));
        expect(
          outdated(
            list.filter(({ id }) => !gone.has(id)),
            Infinity,
          ),
        ).toEqual([]);
      }),
    );
  });
});
