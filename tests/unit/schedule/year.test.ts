import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Store } from '../../../db/index.ts';
import { newPlanSchema } from '../../../lan-server/contract/schedule.ts';
import type { NewPlan, Planned } from '../../../lan-server/contract/schedule.ts';
import { isRejection } from '../../../lan-server/contract/rejections.ts';
import { dayAt, instantOf, timeAt } from '../../../lan-server/schedule/calendar.ts';
import { createPlans } from '../../../lan-server/schedule/plans.ts';
import type { Plans } from '../../../lan-server/schedule/plans.ts';
import { createScheduler } from '../../../lan-server/schedule/scheduler.ts';
import type { Scheduler } from '../../../lan-server/schedule/scheduler.ts';
import { entry, openedStore, startedEvent, teacher } from '../../db/lesson-events.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const by = { id: teacher.id, role: 'teacher' as const };
const quiet = { info() {}, warn() {}, error: (fields: object) => console.error(fields) };

type Started = { lessonId: string; plannedId: string; at: number; endsAt: number };

/** A laptop with its clock, on a real database: it can run, sleep and be off. */
class Laptop {
  readonly started: Started[] = [];
  /** When the program ran: from, to. */
  readonly awake: [number, number][] = [];
  plans: Plans;
  #scheduler: Scheduler | null = null;
  #timers = new Set<{ at: number; run: () => void }>();
  #ids = 0;
  /** Timers stand still while it sleeps. */
  #slept = 0;

  readonly store: Store;
  readonly zone: string;
  readonly lookEveryMs: number;
  now: number;

  constructor(store: Store, zone: string, now: number, lookEveryMs: number) {
    this.store = store;
    this.zone = zone;
    this.now = now;
    this.lookEveryMs = lookEveryMs;
    this.plans = this.#makePlans();
  }

  #makePlans(): Plans {
    return createPlans({
      port: this.store.schedule,
      zone: () => this.zone,
      now: () => this.now,
      newId: () => `id-${(this.#ids += 1)}-${this.started.length}`.padEnd(8, '-'),
      quizKnown: async () => true,
      // A class goes home when its time is over.
      lessonStatus: (lessonId) => {
        const one = this.started.find((each) => each.lessonId === lessonId);
        return one && this.now < one.endsAt ? 'live' : 'ended';
      },
      open: async (ownerId, settings, planned) => {
        const lessonId = `lesson-${this.started.length}`;
        this.store.journal.create(
          { lessonId, ownerId, quizId: null, planned },
          entry(lessonId, 1, [startedEvent(lessonId, [])]),
        );
        this.started.push({
          lessonId,
          plannedId: planned.id,
          at: this.now,
          endsAt: planned.endsAt,
        });
        const { title } = settings;
        const made = { id: lessonId, title, subject: '', code: '1234', status: 'live' as const };
        return { ...made, startedAt: this.now, endedAt: null, questions: 0, seats: 0 };
      },
      changed: () => this.#scheduler?.poke(),
    });
  }

  async begin() {
    this.plans = this.#makePlans();
    await this.plans.settle();
    this.#scheduler = createScheduler({
      port: this.store.schedule,
      plans: this.plans,
      changed() {},
      now: () => this.now,
      timers: {
        set: (run, ms) => {
          const timer = { at: this.now - this.#slept + ms, run };
          this.#timers.add(timer);
          return timer;
        },
        clear: (timer) => void this.#timers.delete(timer as never),
      },
      lookEveryMs: this.lookEveryMs,
      log: quiet,
    });
    await this.#scheduler.settled();
  }

  async run(ms: number) {
    const until = this.now + ms;
    this.awake.push([this.now, until]);
    for (;;) {
      const [next] = [...this.#timers].sort((a, b) => a.at - b.at);
      const at = next ? next.at + this.#slept : Infinity;
      if (!next || at > until) break;
      this.now = Math.max(this.now, at);
      this.#timers.delete(next);
      next.run();
      await this.#scheduler?.settled();
    }
    this.now = until;
  }

  sleep(ms: number) {
    this.now += ms;
    this.#slept += ms;
  }

  end() {
    this.#scheduler?.stop();
    this.#scheduler = null;
    this.#timers.clear();
  }

  async plan(wanted: object): Promise<Planned[]> {
    const plan: NewPlan = newPlanSchema.parse({ lesson: {}, byItself: true, ...wanted });
    const made = await this.plans.make(by, plan);
    if (isRejection(made)) throw new Error(made.rejected);
    await this.#scheduler?.settled();
    return made.planned;
  }

  async standing(ids: readonly string[]) {
    const rows = await Promise.all(ids.map((id) => this.store.schedule.get(id)));
    return rows.map((row) => row?.state);
  }
}

async function laptop(zone: string, from: string, lookEveryMs: number) {
  const store = openedStore();
  await store.people.createTeacher({ ...teacher, createdAt: 1 });
  const made = new Laptop(store, zone, instantOf(from, '06:00', zone), lookEveryMs);
  await made.begin();
  return made;
}

/** Zones whose clocks change on other days, by half an hour, in the other half of the year, and never. */
const zones = [
  'Europe/Madrid',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Asia/Kolkata',
];

test.each(zones)(
  'over a school year in %s each lesson starts once, on the minute, by the clock on the wall',
  async (zone) => {
    const one = await laptop(zone, '2026-09-01', day);
    const repeat = { weekdays: [1, 2, 4], end: { until: '2027-06-30' } };
    const planned = await one.plan({ day: '2026-09-01', time: '10:15', minutes: 45, repeat });
    expect(planned.length).toBe(100);
    await one.run(310 * day);
    expect(one.started.map(({ plannedId }) => plannedId)).toHaveLength(
      new Set(one.started.map(({ plannedId }) => plannedId)).size,
    );
    const got = await one.plans.list(by, { from: '2026-09-01', to: '2027-07-01' });
    expect(got.planned.map(({ status }) => status)).toEqual(planned.map(() => 'ended'));
    for (const { at } of one.started) expect(timeAt(at, zone)).toBe('10:15');
    const changes = new Set(
      planned.map(({ startsAt }) => new Date(startsAt).toISOString().slice(11, 16)),
    );
    // Where clocks change, the world’s clock shows two times for the one on the wall.
    expect(changes.size > 1).toBe(zone !== 'Asia/Kolkata');
    one.end();
  },
);

const lookEveryMs = 20 * minute;
const moves = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('run' as const),
        ms: fc.integer({ min: 1, max: 40 * hour }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('sleep' as const),
        ms: fc.integer({ min: 1, max: 30 * hour }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('off' as const),
        ms: fc.integer({ min: 0, max: 30 * hour }),
      }),
    },
  ),
  { minLength: 5, maxLength: 30 },
);

test('whenever the laptop sleeps or is off around the changes, each lesson starts once within its time, or is missed because nobody was there', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...zones),
      fc.constantFrom('2026-10-20', '2027-03-10', '2027-03-24'),
      fc.constantFrom('00:10', '02:30', '10:15', '23:40'),
      fc.integer({ min: 5, max: 120 }),
      moves,
      async (zone, from, time, minutes, walked) => {
        const one = await laptop(zone, from, lookEveryMs);
        const repeat = { weekdays: [1, 2, 3, 4, 5, 6, 7], end: { times: 25 } };
        const planned = await one.plan({ day: from, time, minutes, repeat });
        for (const { do: what, ms } of walked) {
          if (what === 'run') await one.run(ms);
          else if (what === 'sleep') one.sleep(ms);
          else {
            one.end();
            one.now += ms;
            await one.begin();
          }
        }
        await one.run(lookEveryMs);
        const states = await one.standing(planned.map(({ id }) => id));
        planned.forEach(({ id, startsAt, endsAt, day: on }, index) => {
          const starts = one.started.filter(({ plannedId }) => plannedId === id);
          // By the wall, also where the wanted time is skipped: then it is later, on the same day.
          expect(dayAt(startsAt, zone)).toBe(on);
          expect(timeAt(startsAt, zone) >= time).toBe(true);
          if (endsAt > one.now && startsAt > one.now) {
            expect([states[index], starts.length]).toEqual(['planned', 0]);
            return;
          }
          const there = one.awake.map(
            ([since, until]) => Math.min(until, endsAt) - Math.max(since, startsAt),
          );
          const longest = Math.max(...there);
          if (starts.length === 0) expect(longest).toBeLessThanOrEqual(lookEveryMs);
          else {
            expect([states[index], starts.length]).toEqual(['started', 1]);
            const [{ at } = { at: 0 }] = starts;
            expect(at >= startsAt && at < endsAt).toBe(true);
            // The end stays where it was planned, however late it began.
            expect(starts[0]?.endsAt).toBe(endsAt);
          }
          if (starts.length === 0 && endsAt <= one.now) expect(states[index]).toBe('missed');
        });
        one.end();
        one.store.close();
      },
    ),
    { numRuns: 25 },
  );
});
