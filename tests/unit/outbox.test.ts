import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Ack, StudentCommand } from '../../lan-server/contract/commands.ts';
import { createDeviceStore } from '../../renderer/live/device.ts';
import { createOutbox } from '../../renderer/live/outbox.ts';
import type { Kept, Outbox } from '../../renderer/live/outbox.ts';
import { memoryStorage } from './student-storage.ts';

type Sent = { id: string; command: StudentCommand; answer(ack: Ack | null): void };

const stored: Ack = { ok: true, at: 1_000 };
const refusal = (code: 'question_not_open' | 'not_saved'): Ack => ({
  ok: false,
  error: { code, message: '' },
});

/** A phone whose network, clock and reloads the test holds in its hand. */
function phone(seat = 'seat-1', storage = memoryStorage()) {
  const told: { stored: Kept[]; refused: Kept[] } = { stored: [], refused: [] };
  const flights: Sent[] = [];
  const deliveries: Sent[] = [];
  let ids = 0;
  let passed = 0;
  let timers: { run: () => void; ms: number }[] = [];

  function load(seatId: string): Outbox {
    flights.length = 0;
    timers = [];
    return createOutbox({
      lessonId: 'lesson-1',
      seatId,
      code: '4827',
      store: createDeviceStore(() => storage),
      send: (id, command) =>
        new Promise((answer) => {
          const sent = { id, command, answer };
          flights.push(sent);
          deliveries.push(sent);
        }),
      newId: () => `command-${(ids += 1)}`,
      now: () => 500,
      laptopNow: () => 500 + passed,
      random: () => 0.5,
      timers: {
        set(run, ms) {
          const timer = { run, ms };
          timers.push(timer);
          return timer;
        },
        clear: (timer) => {
          timers = timers.filter((one) => one !== timer);
        },
      },
      onChange: () => undefined,
      onStored: (kept) => told.stored.push(kept),
      onRefused: (kept) => told.refused.push(kept),
    });
  }

  let box = load(seat);
  return {
    storage,
    told,
    flights,
    deliveries,
    box: () => box,
    /** The page is gone, and with it all that was under way. */
    reload(seatId = seat) {
      box.stop();
      box = load(seatId);
    },
    async answerFlight(ack: Ack | null) {
      flights.shift()?.answer(ack);
      await settled();
    },
    /** Time passes on the laptop's clock. */
    goOn(ms: number) {
      passed += ms;
    },
    waits: () => timers.map(({ ms }) => ms),
    async letTimePass() {
      const due = timers;
      timers = [];
      for (const { run } of due) run();
      await settled();
    },
  };
}

/** Lets what was promised happen. */
const settled = () => new Promise((done) => setImmediate(done));

const given = (question: number, answer: unknown = { picked: 1 }) => ({
  questionId: `question-${question}`,
  round: 1,
  number: question,
  answer,
});

describe('the outbox', () => {
  test('keeps an answer on the device before it is sent, until the laptop has stored it', async () => {
    const one = phone();
    one.box().put(given(1));
    expect(one.deliveries).toHaveLength(0);
    expect(one.storage.length).toBe(1);
    one.box().online();
    expect(one.flights.map(({ command }) => command)).toEqual([
      { type: 'answer', questionId: 'question-1', round: 1, answer: { picked: 1 } },
    ]);
    expect(one.storage.length).toBe(1);
    await one.answerFlight(stored);
    expect(one.storage.length).toBe(0);
    expect(one.told.stored.map(({ id }) => id)).toEqual(['command-1']);
  });

  test('sends after a reload what was left, oldest first, one at a time, with the ids of before', async () => {
    const one = phone();
    for (const question of [3, 1, 2]) one.box().put(given(question));
    one.reload();
    one.box().online();
    const order: string[] = [];
    while (one.flights.length > 0) {
      expect(one.flights).toHaveLength(1);
      const { id, command } = one.flights[0] as Sent;
      order.push(`${id} ${'questionId' in command ? command.questionId : ''}`);
      await one.answerFlight(stored);
    }
    expect(order).toEqual(['command-1 question-3', 'command-2 question-1', 'command-3 question-2']);
  });

  test('replaces an unsent answer to the same question and round by the newer one', () => {
    const one = phone();
    one.box().put(given(1, { picked: 0 }));
    one.box().put(given(1, { picked: 2 }));
    one.box().put({ ...given(1, { picked: 3 }), round: 2 });
    expect(
      one
        .box()
        .kept()
        .map(({ answer, round }) => [answer, round]),
    ).toEqual([
      [{ picked: 2 }, 1],
      [{ picked: 3 }, 2],
    ]);
  });

  test('sends how sure one is with the answer, as that was tapped; another answer is a new tap', () => {
    const one = phone();
    one.box().put(given(1));
    one.goOn(20_000);
    one.box().put({ ...given(1), sure: false });
    expect(one.box().kept()).toMatchObject([{ sure: false, tappedAt: 500 }]);
    one.box().put({ ...given(1, { picked: 0 }), sure: true });
    expect(one.box().kept()).toMatchObject([{ sure: true, tappedAt: 20_500 }]);
    one.box().online();
    expect(one.flights[0]?.command).toMatchObject({ answer: { picked: 0 }, sure: true });
  });

  test('tells of a refusal and keeps the answer no longer', async () => {
    const one = phone();
    one.box().put(given(4));
    one.box().online();
    await one.answerFlight(refusal('question_not_open'));
    expect(one.told.refused.map(({ number }) => number)).toEqual([4]);
    expect(one.box().kept()).toEqual([]);
    expect(one.flights).toHaveLength(0);
  });

  test('does not tell of the refusal of an answer that was changed meanwhile', async () => {
    const one = phone();
    one.box().online();
    one.box().put(given(4, { picked: 0 }));
    one.box().put(given(4, { picked: 1 }));
    await one.answerFlight(refusal('question_not_open'));
    expect(one.told.refused).toEqual([]);
    expect(one.flights.map(({ id }) => id)).toEqual(['command-2']);
  });

  test('waits ever longer, half a minute at most, while the laptop cannot store or does not answer', async () => {
    const one = phone();
    one.box().put(given(1));
    one.box().online();
    const waits: number[] = [];
    for (let failure = 0; failure < 7; failure += 1) {
      await one.answerFlight(failure % 2 === 0 ? null : refusal('not_saved'));
      expect(one.box().failing()).toBe(true);
      waits.push(...one.waits());
      await one.letTimePass();
    }
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
    await one.answerFlight(stored);
    expect(one.box().failing()).toBe(false);
  });

  test('sends at once when the connection is back, whatever it was waiting for', async () => {
    const one = phone();
    one.box().put(given(1));
    one.box().online();
    await one.answerFlight(null);
    one.box().offline();
    expect(one.waits()).toEqual([]);
    one.box().online();
    expect(one.flights).toHaveLength(1);
  });

  test('does not send what another seat has left on the device', () => {
    const one = phone();
    one.box().put(given(1));
    one.reload('seat-2');
    one.box().online();
    expect(one.deliveries).toHaveLength(0);
    one.reload('seat-1');
    one.box().online();
    expect(one.flights.map(({ id }) => id)).toEqual(['command-1']);
  });

  test('works in a browser that stores nothing, until the page is closed', async () => {
    const refuses = () => {
      throw new Error('forbidden');
    };
    const one = phone('seat-1', {
      getItem: refuses,
      setItem: refuses,
      removeItem: refuses,
      key: refuses,
      get length(): number {
        return refuses();
      },
    });
    one.box().put(given(1));
    one.box().online();
    await one.answerFlight(stored);
    expect(one.told.stored).toHaveLength(1);
    expect(one.box().kept()).toEqual([]);
  });

  test('delivers each answer at least once under one id, whatever is lost, refused for now, or reloaded', async () => {
    const step = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.integer({ min: 1, max: 4 }).map((question) => ({ put: question })),
      },
      fc.constantFrom(
        'stored' as const,
        'lost' as const,
        'not saved' as const,
        'reload' as const,
        'online' as const,
        'offline' as const,
        'time' as const,
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const one = phone();
        const owed = new Map<string, string>();
        const acknowledged = new Set<string>();
        let puts = 0;

        async function acknowledge(ack: Ack | null) {
          const id = one.flights[0]?.id;
          if (id !== undefined && ack?.ok) acknowledged.add(id);
          await one.answerFlight(ack);
        }

        for (const action of steps) {
          if (typeof action === 'object') {
            puts += 1;
            one.box().put(given(action.put, { picked: puts }));
            // The newer answer to a question stands for the older one.
            owed.set(`question-${action.put}`, `command-${puts}`);
          } else if (action === 'stored') await acknowledge(stored);
          else if (action === 'lost') await acknowledge(null);
          else if (action === 'not saved') await acknowledge(refusal('not_saved'));
          else if (action === 'reload') one.reload();
          else if (action === 'online') one.box().online();
          else if (action === 'offline') one.box().offline();
          else await one.letTimePass();

          const kept = new Set(
            one
              .box()
              .kept()
              .map(({ id }) => id),
          );
          for (const id of owed.values()) expect(kept.has(id) || acknowledged.has(id)).toBe(true);
        }

        one.box().online();
        while (one.flights.length > 0) await acknowledge(stored);
        expect(one.box().kept()).toEqual([]);
        const delivered = new Map<string, unknown>();
        for (const { id, command } of one.deliveries) {
          // How many wait behind it is the one thing that may be another.
          const same = { ...command, more: undefined };
          expect(same).toEqual(delivered.get(id) ?? same);
          delivered.set(id, same);
        }
        for (const id of owed.values()) {
          expect(delivered.has(id)).toBe(true);
          expect(acknowledged.has(id)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});
