import type { Ack, StudentCommand } from '../../lan-server/contract/commands.ts';
import type { LessonId, SeatId } from '../../lan-server/contract/ids.ts';
import type { WireError } from '../../lan-server/contract/rejections.ts';
import type { DeviceStore } from './device.ts';

/** What is sent: an answer to one round of one question; `number` is the question's place in the quiz, for words only. */
export type Given = {
  questionId: string;
  round: number;
  number: number;
  answer: unknown;
  /** How sure the student is; said of an answer that was given before, it comes with that answer again. */
  sure?: boolean;
};

/** An answer that is still on this device. */
export type Kept = Given & {
  /** The command's id: the same at each attempt, so that a retry never counts twice. */
  id: string;
  /** ms since 1970, by the phone's clock. */
  keptAt: number;
  /** The same moment by the laptop's clock, as the phone knew it. */
  tappedAt: number;
  /** The lesson's code: by it a phone knows that the lesson is gone. */
  code: string;
  /** Grows with each answer; the clock of a phone may run backwards. */
  order: number;
};

export type Outbox = {
  /** What is not acknowledged yet, oldest first. */
  kept(): Kept[];
  /** Keeps an answer and sends it. It replaces an unsent one to the same round of the same question. */
  put(given: Given): void;
  /** The connection is there: everything goes, without waiting for the next try. */
  online(): void;
  /** The connection is gone: nothing is tried until it is back. */
  offline(): void;
  /** Whether the newest attempt failed although the connection was there. */
  failing(): boolean;
  /** Ends all timers. What is kept stays kept. */
  stop(): void;
};

export type OutboxTimers = {
  set(run: () => void, ms: number): unknown;
  clear(timer: unknown): void;
};

/** Refusals that pass by themselves: the answer stays and is sent again. */
const passing = new Set<string>(['not_saved', 'too_many', 'internal']);

const firstWaitMs = 1000;
const longestWaitMs = 30_000;

/** What was kept for no longer goes as it is tapped, and need not say when that was, ms. */
const promptMs = 100;

const anyLesson = 'chalkbox.answer.';

/** Where the answers of one seat are kept, each under a key of its own: two tabs never overwrite each other's. */
const prefixOf = (lessonId: LessonId, seatId: SeatId) => `${anyLesson}${lessonId}.${seatId}.`;

function read(store: DeviceStore, key: string): Kept[] {
  try {
    return [JSON.parse(store.get(key) ?? '') as Kept];
  } catch {
    // Another tab has removed it meanwhile, or something else wrote under our name.
    return [];
  }
}

/** Forgets the answers that can never be delivered any more; true where there were some, so that it can be said. */
export function dropLost(store: DeviceStore, isLost: (kept: Kept) => boolean): boolean {
  const lost = store.keys(anyLesson).filter((key) => read(store, key).some(isLost));
  lost.forEach(store.remove);
  return lost.length > 0;
}

/** Keeps for a seat what was kept under another address of the laptop; it goes under the ids it had there. */
export function takeOver(store: DeviceStore, lessonId: LessonId, seatId: SeatId, kept: Kept[]) {
  for (const one of kept) store.set(prefixOf(lessonId, seatId) + one.id, JSON.stringify(one));
}

/**
 * Keeps every answer on the device until the laptop has acknowledged it (stored or refused), and sends them one at a time,
 * oldest first, over reloads and lost connections. An answer may arrive more than once, always with the same id.
 */
export function createOutbox(deps: {
  lessonId: LessonId;
  seatId: SeatId;
  code: string;
  store: DeviceStore;
  /** Sends once; null = nobody knows whether it arrived. */
  send(id: string, command: StudentCommand): Promise<Ack | null>;
  newId: () => string;
  /** ms since 1970. */
  now: () => number;
  /** The laptop's clock as far as this phone knows it, whole ms since 1970. */
  laptopNow: () => number;
  /** 0 up to, not including, 1. */
  random: () => number;
  timers: OutboxTimers;
  /** Something was kept, sent or given up: what is shown may have changed. */
  onChange(): void;
  /** On the laptop's disk since `at` (ms since 1970). `late`: it arrived after the closing, and counts. */
  onStored(kept: Kept, at: number, late: boolean): void;
  /** The laptop has refused it for good; it is not kept any longer. */
  onRefused(kept: Kept, error: WireError): void;
}): Outbox {
  const { store, timers } = deps;
  const prefix = prefixOf(deps.lessonId, deps.seatId);
  let connected = false;
  let flying = false;
  let stopped = false;
  let failures = 0;
  let waiting: unknown = null;

  const kept = () =>
    store
      .keys(prefix)
      .flatMap((key) => read(store, key))
      .sort((a, b) => a.order - b.order);

  function forgetWait() {
    if (waiting !== null) timers.clear(waiting);
    waiting = null;
  }

  async function pump(): Promise<void> {
    if (flying || stopped || !connected || waiting !== null) return;
    const all = kept();
    const next = all[0];
    if (!next) return;
    const { tappedAt } = next;
    const more = all.length - 1;
    flying = true;
    const ack = await deps.send(next.id, {
      type: 'answer',
      questionId: next.questionId,
      round: next.round,
      answer: next.answer,
      ...(next.sure !== undefined && { sure: next.sure }),
      ...(deps.laptopNow() - tappedAt > promptMs && { tappedAt }),
      ...(more && { more }),
    });
    flying = false;
    if (stopped) return;
    if (ack === null || (!ack.ok && passing.has(ack.error.code))) {
      failures += 1;
      const wait = Math.min(longestWaitMs, firstWaitMs * 2 ** (failures - 1));
      waiting = timers.set(
        () => {
          waiting = null;
          void pump();
        },
        wait * (0.5 + deps.random()),
      );
    } else {
      settle(next, ack);
    }
    deps.onChange();
    void pump();
  }

  function settle(answer: Kept, ack: Ack) {
    failures = 0;
    const key = prefix + answer.id;
    const replaced = store.get(key) === null;
    store.remove(key);
    if (ack.ok) deps.onStored(answer, ack.at, ack.late === true);
    else if (!replaced) deps.onRefused(answer, ack.error);
  }

  return {
    kept,
    put(given) {
      const before = kept();
      const id = deps.newId();
      const order = (before[before.length - 1]?.order ?? 0) + 1;
      const { code } = deps;
      const isSame = (old: Kept) =>
        old.questionId === given.questionId && old.round === given.round;
      // How sure one is, is no new answer: said of one that is still here, it goes as that was tapped.
      const about = before.find(
        (old) => isSame(old) && JSON.stringify(old.answer) === JSON.stringify(given.answer),
      );
      const tappedAt = given.sure !== undefined && about ? about.tappedAt : deps.laptopNow();
      const answer: Kept = { ...given, id, keptAt: deps.now(), tappedAt, code, order };
      // The new one first: if the page dies between the two, both go, in the right order.
      store.set(prefix + id, JSON.stringify(answer));
      for (const old of before) {
        if (isSame(old)) store.remove(prefix + old.id);
      }
      forgetWait();
      deps.onChange();
      void pump();
    },
    online() {
      connected = true;
      failures = 0;
      forgetWait();
      void pump();
    },
    offline() {
      connected = false;
      forgetWait();
    },
    failing: () => failures > 0,
    stop() {
      stopped = true;
      forgetWait();
    },
  };
}
