import type { Mood, Moods, Reaction, Reactions } from '../contract/qa.ts';
import type { SeatId } from '../contract/ids.ts';
import type { Clock } from './clock.ts';
import type { Timers } from './coalesce.ts';

/** A mood is of now: nobody takes it back by hand. In ms. */
const moodLastsMs = 60_000;
const reactionLastsMs = 10_000;

/**
 * How the lesson goes for the class just now, and its applause. Kept in memory alone: it is no answer, belongs to no result, and
 * is gone in a minute.
 */
export type MoodRoom = {
  /** A later one of the same seat takes the place of the one before. */
  feel(seatId: SeatId, mood: Mood): void;
  react(reaction: Reaction): void;
  moods(): Moods;
  reactions(): Reactions;
  stop(): void;
};

/** `changed` is called when something has come or faded. */
export function createMoods({
  clock,
  timers,
  changed,
}: {
  clock: Clock;
  timers: Timers;
  changed: () => void;
}): MoodRoom {
  const felt = new Map<SeatId, { mood: Mood; until: number }>();
  let signs: { reaction: Reaction; until: number }[] = [];
  let fading: unknown = null;

  function forget() {
    const now = clock.now();
    for (const [seatId, { until }] of felt) if (until <= now) felt.delete(seatId);
    signs = signs.filter(({ until }) => until > now);
  }

  /** Looks again when the next one fades. */
  function wait() {
    if (fading !== null) timers.clear(fading);
    fading = null;
    const ends = [...felt.values(), ...signs].map(({ until }) => until);
    if (ends.length === 0) return;
    fading = timers.set(
      () => {
        fading = null;
        forget();
        changed();
        wait();
      },
      Math.max(50, Math.min(...ends) - clock.now()),
    );
  }

  function came() {
    changed();
    // One timer is enough: what came later fades later.
    if (fading === null) wait();
  }

  return {
    feel(seatId, mood) {
      felt.set(seatId, { mood, until: clock.now() + moodLastsMs });
      came();
    },
    react(reaction) {
      signs.push({ reaction, until: clock.now() + reactionLastsMs });
      // A class of a thousand that claps is no reason to remember ten thousand claps.
      if (signs.length > 2000) signs.shift();
      came();
    },
    moods() {
      forget();
      const counts = { lost: 0, slower: 0, fine: 0 };
      for (const { mood } of felt.values()) counts[mood] += 1;
      return counts;
    },
    reactions() {
      forget();
      const counts = { clap: 0, heart: 0, idea: 0, wow: 0 };
      for (const { reaction } of signs) counts[reaction] += 1;
      return counts;
    },
    stop() {
      if (fading !== null) timers.clear(fading);
    },
  };
}
