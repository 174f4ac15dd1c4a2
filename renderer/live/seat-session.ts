import type { Ack, StudentCommand } from '../../lan-server/contract/commands.ts';
import type { SeatFrame, StudentFrame } from '../../lan-server/contract/frames.ts';
import type { WireError } from '../../lan-server/contract/rejections.ts';
import type { Connection, LinkState } from './connection.ts';
import type { DeviceStore } from './device.ts';
import { createOutbox, dropLost, takeOver } from './outbox.ts';
import type { Given, Kept, Outbox, OutboxTimers } from './outbox.ts';
import type { WayBack } from './way-back.ts';
import { createHandIn } from './hand-in.ts';
import type { Hand, HandIn } from './hand-in.ts';
import { framed, handed, isAsked, joined, papered, seated, storedHere, welcomed } from './store.ts';
import type { LiveState } from './store.ts';

/**
 * What became of an answer that was not simply stored. `error`: refused for good; null: it arrived late and counts. Without
 * `kept`: answers to an earlier lesson that can never be delivered.
 */
export type Refused = { kept: Kept | null; error: WireError | null };

const timers: OutboxTimers = {
  set: (run, ms) => setTimeout(run, ms),
  clear: (timer) => clearTimeout(timer as number),
};

/** An answer to another lesson is waited with for so long: the lesson may go on the next day. */
const longestKeptMs = 20 * 3_600_000;

/** All that the student's page draws from. */
export type Session = {
  link: LinkState;
  /** null until the first welcome. */
  live: LiveState | null;
  /** The unsent answer to the question of now, and how many unsent there are in all. */
  pending: Kept | null;
  unsent: number;
  kept: readonly Kept[];
  /** Handing in, or taking back, that is not on the laptop's disk yet. */
  handing: Hand | null;
  /** What the address brought along and nobody has taken up yet. */
  offer: WayBack | null;
  /** The last attempt failed, although the connection was there. */
  failing: boolean;
  refused: Refused | null;
};

export type SeatSession = {
  snapshot: () => Session;
  subscribe: (listener: () => void) => () => void;
  /** Takes a seat; null = stored, else why not (`unreachable`: no answer came). */
  join: (name: string, ask?: boolean) => Promise<WireError['code'] | 'unreachable' | null>;
  /** Comes to a seat that was taken with another device, by its code and, where it was asked about, its name. */
  comeBack: (seat: string, name?: string) => Promise<WireError['code'] | 'unreachable' | null>;
  /** The same by any command that takes a seat. */
  sit: (command: object) => Promise<WireError['code'] | 'unreachable' | null>;
  /** Goes into a team; false: it did not arrive. */
  chooseTeam: (team: number) => Promise<boolean>;
  answer: (given: Given) => void;
  /** Finished at one's own speed, or not finished after all. */
  hand: (hand: Hand) => void;
  /** Says something that is no answer; null: the laptop did not say whether it has it. */
  say: (command: object, id?: string) => Promise<Ack | null>;
  /** The student has read that an answer was refused. */
  dismissRefused: () => void;
  tryNow: () => void;
  /** The device was asleep, or another tab kept an answer: look again. */
  wake: () => void;
  lookAgain: () => void;
  close: () => void;
};

/** One device in one lesson: connection, newest state and unsent answers together. */
export function createSeatSession(deps: {
  connection: Connection;
  store: DeviceStore;
  /** Names of the lesson's pictures, at each connection. */
  onImages?: (names: readonly string[]) => void;
  /** Unsent answers among it are taken over for its seat alone. */
  brought?: WayBack | null;
  newId: () => string;
  /** performance.now() and Date.now(). */
  monotonic: () => number;
  wallClock: () => number;
}): SeatSession {
  const { connection, brought = null } = deps;
  const listeners = new Set<() => void>();
  let live: LiveState | null = null;
  let outbox: { of: string; box: Outbox } | null = null;
  let hands: HandIn | null = null;
  let told: Refused[] = [];
  let laptopNow = deps.wallClock;
  let taken = brought === null;
  let snapshot = look();

  function look(): Session {
    const kept = outbox?.box.kept() ?? [];
    const asked = live === null ? [] : kept.filter((one) => live && isAsked(live.view, one));
    return {
      link: connection.link(),
      live,
      pending: asked[asked.length - 1] ?? null,
      unsent: kept.length,
      kept,
      handing: hands?.wanted() ?? null,
      offer: taken ? null : brought,
      failing: outbox?.box.failing() ?? false,
      refused: told[0] ?? null,
    };
  }

  function changed() {
    hands?.look();
    snapshot = look();
    for (const listener of listeners) listener();
  }

  /** The outbox belongs to lesson and seat: what another student left on this device is not sent from here. */
  function openOutbox() {
    if (!live?.seat) return;
    const lessonId = live.view.lesson.id;
    const { seatId } = live.seat;
    const of = `${lessonId}/${seatId}`;
    if (outbox?.of === of) return;
    outbox?.box.stop();
    hands?.stop();
    // Not by its code, which others can read: a made-up link must not answer for whoever opens it.
    if (!taken && brought?.id === seatId) {
      takeOver(deps.store, lessonId, seatId, brought.kept);
      taken = true;
    }
    const box = createOutbox({
      lessonId,
      seatId,
      code: live.view.lesson.code,
      store: deps.store,
      send: (id: string, command: StudentCommand): Promise<Ack | null> =>
        connection.send(id, command),
      newId: deps.newId,
      now: deps.wallClock,
      laptopNow: () => laptopNow(),
      random: Math.random,
      timers,
      onChange: changed,
      onStored(kept, at, late) {
        if (live) live = storedHere(live, kept, at);
        if (late) told = [...told, { kept, error: null }];
      },
      onRefused(kept, error) {
        // The answer stands; only what was said of it came too late, and that is nothing to be alarmed about.
        const standing = live?.seat?.answer;
        const stands =
          kept.sure !== undefined &&
          standing?.questionId === kept.questionId &&
          standing.round === kept.round &&
          JSON.stringify(standing.answer) === JSON.stringify(kept.answer);
        if (stands) return;
        told = [...told, { kept, error }];
      },
    });
    outbox = { of, box };
    hands = createHandIn({
      store: deps.store,
      key: `chalkbox.hand.${of}`,
      ready: () => connection.link().is === 'online' && box.kept().length === 0,
      send: (hand) => connection.send(deps.newId(), { type: hand }),
      timers,
      onDone(hand) {
        if (live) live = handed(live, hand === 'handIn');
      },
      onChange: changed,
    });
  }

  connection.on('welcome', (welcome) => {
    const since = deps.monotonic();
    const clockThen = deps.wallClock();
    // One clock stands still while a phone sleeps, the other can be set back: the later one is right.
    laptopNow = () =>
      Math.round(welcome.at + Math.max(deps.monotonic() - since, deps.wallClock() - clockThen));
    // After a restart the program may not hold its name yet; the one it had is more than none.
    const lanName = welcome.lanName ?? live?.lanName;
    live = { ...welcomed(welcome, since), lanName };
    const { code } = live.view.lesson;
    const isLost = (kept: Kept) => kept.code !== code && clockThen - kept.keptAt > longestKeptMs;
    if (dropLost(deps.store, isLost)) told = [{ kept: null, error: null }];
    openOutbox();
    // Only now is it certain whose seat this is.
    outbox?.box.online();
    changed();
  });
  connection.on('frame', (frame) => {
    if (live) live = framed(live, frame as StudentFrame, deps.monotonic());
    changed();
  });
  connection.on('paper', (frame) => {
    if (live) live = papered(live, frame);
    changed();
  });
  connection.on('seat', (frame: SeatFrame) => {
    if (live) live = seated(live, frame);
    changed();
  });
  connection.on('images', (names) => deps.onImages?.(names));
  // The laptop's disk takes everything again.
  connection.on('trouble', () => outbox?.box.online());
  connection.onLink((link) => {
    if (link.is !== 'online') outbox?.box.offline();
    changed();
  });

  async function sit(command: object) {
    const ack = await connection.send(deps.newId(), command as StudentCommand);
    if (ack === null) return 'unreachable';
    if (!ack.ok) return ack.error.code;
    if (live && ack.joined) {
      live = joined(live, ack.joined.seat, ack.joined.frame, deps.monotonic(), ack.joined.paper);
      openOutbox();
      outbox?.box.online();
      changed();
    }
    return null;
  }

  return {
    snapshot: () => snapshot,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    sit,
    join: (name, ask) => sit({ type: 'join', name, ask }),
    comeBack: (seat, name) =>
      sit(name === undefined ? { type: 'comeBack', seat } : { type: 'comeBack', seat, name }),
    chooseTeam: async (team) =>
      (await connection.send(deps.newId(), { type: 'chooseTeam', team }))?.ok === true,
    answer: (given) => outbox?.box.put(given),
    hand: (hand) => hands?.want(hand),
    say: (command, id = deps.newId()) => connection.send(id, command as StudentCommand),
    dismissRefused() {
      told = told.slice(1);
      changed();
    },
    tryNow() {
      if (connection.link().is === 'online') outbox?.box.online();
      else connection.retryNow();
    },
    wake: () => connection.renew(),
    lookAgain: changed,
    close() {
      outbox?.box.stop();
      hands?.stop();
      listeners.clear();
      connection.close();
    },
  };
}
