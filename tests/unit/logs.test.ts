import { readFileSync, readdirSync, statSync, symlinkSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createDiagnostics } from '../../lan-server/diagnostics.ts';
import { loggedError } from '../../lan-server/logged-error.ts';
import { createLog, logLevelOf } from '../../lan-server/logs.ts';
import { openedStore, temporaryFolder } from '../db/lesson-events.ts';

const filesOf = (dataDir: string) =>
  readdirSync(join(dataDir, 'logs')).toSorted(
    (a, b) => Number(a.split('.')[1]) - Number(b.split('.')[1]),
  );
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

test('the log rotates by size and keeps so many files, the newest, also over restarts', async () => {
  const dataDir = temporaryFolder();
  const rotation = { bytes: 2000, files: 3 };
  for (let start = 1; start <= 3; start += 1) {
    const log = await createLog(dataDir, 'info', rotation);
    for (let line = 1; line <= 60; line += 1) {
      log.info({ start, line }, 'A line of the log.');
      await nextTurn();
    }
  }
  await expect.poll(() => filesOf(dataDir).length).toBe(3);
  const files = filesOf(dataDir);
  for (const file of files) {
    const { size, mode } = statSync(join(dataDir, 'logs', file));
    expect(size).toBeLessThan(2300);
    expect(mode & 0o77).toBe(0);
  }
  const all = files.map((file) => readFileSync(join(dataDir, 'logs', file), 'utf8')).join('');
  expect(all).toContain('"start":3,"line":60');
  expect(all).not.toContain('"start":1,"line":1,');
});

test.skipIf(process.platform === 'win32')('a data folder may have any name', async () => {
  const dataDir = join(temporaryFolder(), 'a:b?');
  (await createLog(dataDir, 'info')).info({}, 'written');
  expect(readFileSync(join(dataDir, 'logs', 'chalkbox.1.log'), 'utf8')).toContain('written');
});

test('the level says what is written', async () => {
  const dataDir = temporaryFolder();
  const log = await createLog(dataDir, logLevelOf('WARN'));
  log.info({}, 'said quietly');
  log.warn({}, 'said aloud');
  log.error({}, 'shouted');
  expect(log.recent().map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual([
    'said aloud',
    'shouted',
  ]);
  expect(logLevelOf('everything')).toBe('info');
  expect(logLevelOf(undefined)).toBe('info');
});

test('the recent lines go back before this start, and are there when the disk takes none', async () => {
  const dataDir = temporaryFolder();
  (await createLog(dataDir, 'info')).info({}, 'before the crash');
  const log = await createLog(dataDir, 'info');
  log.info({}, 'after it');
  const said = log.recent().map((line) => (JSON.parse(line) as { msg: string }).msg);
  expect(said).toEqual(['before the crash', 'after it']);
  for (let line = 0; line < 3000; line += 1) log.info({ line }, 'more');
  expect(log.recent()).toHaveLength(500);
  expect(log.recent().at(-1)).toContain('"line":2999');

  const full = temporaryFolder();
  mkdirSync(join(full, 'logs'));
  symlinkSync('/dev/full', join(full, 'logs', 'chalkbox.1.log'));
  const lost = await createLog(full, 'info');
  lost.error({}, 'the disk is full');
  expect(lost.recent().join()).toContain('the disk is full');
});

test('of an error the log keeps where it happened, not what somebody wrote', () => {
  const parse = () => JSON.parse('{"name":"Ana Pérez" oops') as unknown;
  let error: unknown;
  try {
    parse();
  } catch (caught) {
    error = caught;
  }
  const kept = loggedError(new Error('A command failed.', { cause: error }));
  expect(JSON.stringify(kept)).not.toContain('Ana');
  expect(kept.cause?.type).toBe('SyntaxError');
  expect(kept.cause?.stack).toContain('logs.test.ts');
  expect(loggedError('Ana')).toEqual({ type: 'string', message: '' });
  const sqlite = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
  expect(loggedError(sqlite)).toMatchObject({ code: 'SQLITE_FULL', message: sqlite.message });
});

test('the diagnostics file tells folders of the program, and none that may be called after a person', async () => {
  const dataDir = temporaryFolder();
  const log = await createLog(dataDir, 'info');
  for (const message of [
    `ENOSPC: no space left on device, open '${dataDir}/backups/x/chalkbox.db'`,
    "ENOENT: no such file or directory, rename '/media/Ms O'Kafor/a b' -> '/media/Ms O'Kafor/c'",
    "EPERM: operation not permitted, open 'D:\\Frau Kafor\\x'",
    "EACCES: permission denied, mkdir '\\\\school\\Kafor'",
  ])
    log.warn({ error: new Error(message), place: 'folder' }, 'It was not written.');
  const gather = createDiagnostics({
    ...openedStore(),
    live: { liveCount: () => 0, connectedSeats: () => 0 },
    own: {
      version: '0.1.0',
      dataDir,
      settings: () => ({ port: 4747, wantedPort: 4747, mdns: false, oneAddressOnly: false }),
      network: () => ({ addresses: [], nameHeld: false, neighbours: 0 }),
      log,
    },
  });
  const { log: lines } = await gather();
  const said = lines.map((line) => JSON.parse(line) as { error: { message: string }; msg: string });
  expect(said.map(({ error }) => error.message)).toEqual([
    "ENOSPC: no space left on device, open '~/backups/x/chalkbox.db'",
    'ENOENT: no such file or directory, rename …',
    'EPERM: operation not permitted, open …',
    'EACCES: permission denied, mkdir …',
  ]);
  expect(said.map(({ msg }) => msg)).toEqual(lines.map(() => 'It was not written.'));
});
