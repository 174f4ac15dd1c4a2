import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { createBackups } from '../../lan-server/backups/backups.ts';
import { createChosenFolder } from '../../lan-server/backups/chosen-folder.ts';
import { createDaily } from '../../lan-server/backups/daily.ts';

const hour = 60 * 60_000;
const morning = Date.UTC(2026, 10, 21, 8);

beforeEach(() => {
  vi.useFakeTimers({ now: morning });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A laptop whose newest daily backup is of `newest`; `outcome` is what becomes of the next ones. */
function laptop(newest: number | null) {
  const made: number[] = [];
  const state = { newest, outcome: true as boolean | null, classIsHere: false };
  const daily = createDaily({
    newestAt: async () => state.newest,
    async make() {
      if (state.outcome !== null) made.push(Date.now());
      if (state.outcome) state.newest = Date.now();
      return state.outcome;
    },
    classIsHere: () => state.classIsHere,
    now: Date.now,
    timers: {
      set: (run, ms) => setTimeout(run, ms),
      clear: (timer) => clearTimeout(timer as NodeJS.Timeout),
    },
  });
  return { daily, made, state };
}

test('soon after the start where the newest is older than a day, and then once a day', async () => {
  const { made, daily } = laptop(morning - 25 * hour);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(made).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(72 * hour);
  expect(made).toHaveLength(4);
  for (const [index, at] of made.slice(1).entries())
    expect(at - (made[index] ?? 0)).toBeLessThan(24.3 * hour);
  daily.stop();
});

test('leaves the disk to a class that is there until its lesson is over, but not for longer than an hour', async () => {
  const { made, state, daily } = laptop(null);
  state.classIsHere = true;
  await vi.advanceTimersByTimeAsync(45 * 60_000);
  expect(made).toEqual([]);
  state.classIsHere = false;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(made).toHaveLength(1);
  state.classIsHere = true;
  await vi.advanceTimersByTimeAsync(24 * hour);
  expect(made).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1.3 * hour);
  expect(made).toHaveLength(2);
  daily.stop();
});

test('not at the start where the newest is of yesterday evening, but when its day is over', async () => {
  const { made, daily } = laptop(morning - 12 * hour);
  await vi.advanceTimersByTimeAsync(11 * hour);
  expect(made).toEqual([]);
  expect(daily.nextAt()).toBe(morning + 12 * hour);
  await vi.advanceTimersByTimeAsync(1.3 * hour);
  expect(made).toHaveLength(1);
  daily.stop();
});

test('where there is none yet, as soon as there is something to keep', async () => {
  const { made, state, daily } = laptop(null);
  state.outcome = null;
  await vi.advanceTimersByTimeAsync(3 * hour);
  expect(made).toEqual([]);
  state.outcome = true;
  await vi.advanceTimersByTimeAsync(hour / 2);
  expect(made).toHaveLength(1);
  daily.stop();
});

test('one that failed is tried again in an hour, not at once and not tomorrow', async () => {
  const { made, state, daily } = laptop(null);
  state.outcome = false;
  await vi.advanceTimersByTimeAsync(4.5 * hour);
  expect(made.length).toBeGreaterThanOrEqual(3);
  expect(made.length).toBeLessThanOrEqual(5);
  state.outcome = true;
  await vi.advanceTimersByTimeAsync(2 * hour);
  expect(state.newest).not.toBeNull();
  daily.stop();
});

test('a laptop that slept over the day makes it up soon after it wakes', async () => {
  const { made, daily } = laptop(morning - hour);
  await vi.advanceTimersByTimeAsync(60_000);
  // Asleep: the clock goes on, the timers stand still.
  vi.setSystemTime(morning + 40 * hour);
  await vi.advanceTimersByTimeAsync(hour / 2);
  expect(made).toHaveLength(1);
  daily.stop();
});

test('a backup from the future, of a clock that was wrong, does not keep it from making others', async () => {
  const { made, daily } = laptop(morning + 400 * 24 * hour);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(made).toHaveLength(1);
  daily.stop();
});

test('a backup from the future is not the newest one: neither for the next day’s nor for what is offered', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'chalkbox-test-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  const backupsDir = join(dataDir, 'backups');
  const stored = (id: string, madeAt: number) => {
    const files = [{ path: 'chalkbox.db', bytes: 1, sha256: '0'.repeat(64) }];
    const contents = { quizzes: 0, lessons: 0, seats: 0 };
    const about = { programVersion: '1', instanceId: 'own', schemaVersion: 1, contents, files };
    mkdirSync(join(backupsDir, id), { recursive: true });
    writeFileSync(join(backupsDir, id, 'chalkbox.db'), 'x');
    writeFileSync(
      join(backupsDir, id, 'backup.json'),
      JSON.stringify({ format: 1, reason: 'daily', madeAt, ...about }),
    );
  };
  stored('20271226-080000-daily-aaaaaa', morning + 400 * 24 * hour);
  stored('20261121-070000-daily-bbbbbb', morning - hour);
  const backups = createBackups({
    dataDir,
    backupsDir,
    folder: await createChosenFolder({ dataDir, backupsDir }),
    checker: {} as never,
    program: { copy: () => null } as never,
    programVersion: '1',
    schemaVersion: 1,
    instanceId: 'own',
    nextDailyAt: () => null,
    now: Date.now,
    log: {} as never,
  });
  expect(await backups.newestDailyAt()).toBe(morning - hour);
  vi.useRealTimers();
  expect((await backups.state()).offered).toMatchObject({ id: '20261121-070000-daily-bbbbbb' });
});

test('nothing comes after it was stopped', async () => {
  const { made, daily } = laptop(null);
  daily.stop();
  await vi.advanceTimersByTimeAsync(48 * hour);
  expect(made).toEqual([]);
});
