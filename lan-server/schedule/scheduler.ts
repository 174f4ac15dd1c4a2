import type { LessonSummary } from '../contract/api.ts';
import { isRejection } from '../contract/rejections.ts';
import type { Rejection } from '../contract/rejections.ts';
import type { Log } from '../log.ts';
import type { PlannedRow, SchedulePort } from '../ports/schedule.ts';
import { standingOf } from './due.ts';

/** Timers as they are needed here; injected so that tests can hold time. */
type Timers = { set(run: () => void, ms: number): unknown; clear(timer: unknown): void };

/**
 * The longest time between two looks. A laptop that slept wakes up with timers that have stood still, and somebody may set its
 * clock: so long it takes at most until that is noticed.
 */
const usualLookEveryMs = 15_000;

export type Scheduler = {
  /** Something was planned, changed or ended: it looks again at once. */
  poke(): void;
  /** Resolves when nothing is left to do now. */
  settled(): Promise<void>;
  stop(): void;
};

/** Does at each moment what is due: one timer to the next moment, looked at anew after each. */
export function createScheduler({
  port,
  plans,
  changed,
  now,
  timers,
  lookEveryMs = usualLookEveryMs,
  log,
}: {
  port: Pick<SchedulePort, 'toLookAt' | 'nextMoment' | 'update'>;
  plans: {
    runs(planId: string): Promise<boolean>;
    startByItself(row: PlannedRow): Promise<LessonSummary | Rejection>;
  };
  /** Something is otherwise now: whoever watches looks again. */
  changed: () => void;
  now: () => number;
  timers: Timers;
  lookEveryMs?: number | undefined;
  log: Log;
}): Scheduler {
  let stopped = false;
  let timer: unknown = null;
  let looking: Promise<void> | null = null;
  let again = false;
  let asked = '';

  function poke() {
    if (stopped) return;
    if (looking) {
      again = true;
      return;
    }
    if (timer !== null) timers.clear(timer);
    timer = null;
    looking = look()
      .catch((error: unknown) => log.error({ error }, 'What is due could not be looked up.'))
      .then(arm)
      .finally(() => {
        looking = null;
        if (!again) return;
        again = false;
        poke();
      });
  }

  async function look() {
    const asks: string[] = [];
    for (const row of await port.toLookAt(now())) {
      if (stopped) return;
      const standing = standingOf(row, now(), await plans.runs(row.planId));
      switch (standing) {
        case 'waits':
          break;
        case 'held':
        case 'asks':
          asks.push(row.id);
          break;
        case 'starts':
          await startIt(row);
          break;
        case 'missed':
        case 'comesAfterAll':
          await port.update([{ ...row, state: standing === 'missed' ? 'missed' : 'planned' }]);
          changed();
          break;
        default:
          standing satisfies never;
      }
    }
    const asking = asks.join(' ');
    if (asking !== asked) changed();
    asked = asking;
  }

  async function startIt(row: PlannedRow) {
    const started = await plans.startByItself(row);
    if (!isRejection(started)) return;
    log.warn({ plannedId: row.id, code: started.rejected }, 'A lesson could not start by itself.');
    // A disk that refuses may take it at the next look; what the teacher has to mend, the teacher is asked about.
    if (started.rejected === 'not_saved' || started.rejected === 'plan_runs') return;
    await port.update([{ ...row, byItself: false }]);
    changed();
  }

  async function arm() {
    if (stopped) return;
    const next = await port.nextMoment(now()).catch(() => null);
    const wait = next === null ? lookEveryMs : Math.min(lookEveryMs, Math.max(0, next - now()));
    if (!stopped) timer = timers.set(poke, wait);
  }

  async function idle(): Promise<void> {
    if (!looking) return;
    await looking;
    await idle();
  }

  poke();
  return {
    poke,
    settled: () => idle(),
    stop() {
      stopped = true;
      if (timer !== null) timers.clear(timer);
    },
  };
}
