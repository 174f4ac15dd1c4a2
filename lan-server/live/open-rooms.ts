import type { Door } from '../contract/frames.ts';
import type { LessonId } from '../contract/ids.ts';
import type { LessonState } from '../lesson/state.ts';
import type { Log } from '../log.ts';
import type { JournalPort } from '../ports.ts';
import type { Audiences } from './audiences.ts';
import type { Clock } from './clock.ts';
import type { Timers } from './coalesce.ts';
import { createGroupCommit } from './group-commit.ts';
import { createLessonRoom } from './lesson-room.ts';
import type { LessonRoom } from './lesson-room.ts';
import { createMoods } from './moods.ts';
import { createNames } from './names.ts';
import { createPresence } from './presence.ts';
import { createPublisher } from './publisher.ts';
import { createRoll } from './roll.ts';

/** Phones that come back late still see that the lesson has ended, and their points. */
export const keepEndedMs = 30 * 60_000;

/** The rooms that are in memory: of lessons that run, and for a while of those that are over. */
export type OpenRooms = {
  /** Makes the room of a lesson that stands like this. */
  open(lessonId: LessonId, ownerId: string, initial: LessonState): LessonRoom;
  of(lessonId: LessonId): LessonRoom | null;
  all(): LessonRoom[];
  /** Those whose lesson is not over. */
  running(): LessonRoom[];
  /** Closes a room after so long; asked again meanwhile, the first time holds. */
  forgetLater(lessonId: LessonId, afterMs: number): void;
  /** Tells `onHappened` of a lesson whose room does not. */
  happened(lessonId: LessonId): void;
  /** Calls back when the first lesson starts and when the last one ends. */
  onLive(listener: (live: boolean) => void): void;
  /** Calls back after anything has happened in a lesson, also that somebody came or went: often, so it must be quick. */
  onHappened(listener: (lessonId: LessonId) => void): void;
  stop(): void;
};

/** All rooms share one commit, so that what comes in one turn is one transaction. */
export function createOpenRooms(deps: {
  journal: JournalPort;
  audiencesFor: (lessonId: LessonId) => Audiences;
  door: (code: string) => Door;
  clock: Clock;
  timers: Timers;
  newId: () => string;
  nameFits: (name: string) => boolean;
  log: Log;
}): OpenRooms {
  const { journal, clock, timers, log } = deps;
  const commit = createGroupCommit({ journal, log });
  const rooms = new Map<LessonId, LessonRoom>();
  const listeners = new Set<(live: boolean) => void>();
  const watchers = new Set<(lessonId: LessonId) => void>();
  const leaving = new Set<LessonId>();
  const forgetting = new Set<unknown>();
  let wasLive = false;

  const running = () => [...rooms.values()].filter((room) => room.state().status !== 'ended');

  function open(lessonId: LessonId, ownerId: string, initial: LessonState): LessonRoom {
    const names = createNames(journal.names(lessonId));
    const { given, students } = journal.roll(lessonId);
    const presence = createPresence(clock, initial.seats.keys());
    const moods = createMoods({ clock, timers, changed: () => room.publisher.refresh() });
    const room = createLessonRoom({
      lessonId,
      ownerId,
      given,
      roll: createRoll(students),
      initial,
      journal,
      commit,
      names,
      presence,
      moods,
      publisher: (state) => {
        const publisher = createPublisher({
          state,
          names,
          presence,
          moods,
          audiences: deps.audiencesFor(lessonId),
          door: deps.door,
          clock,
          timers,
          log,
        });
        return {
          ...publisher,
          publish() {
            publisher.publish();
            noteLive();
            if (state().status === 'ended') forgetLater(lessonId, keepEndedMs);
            happened(lessonId);
          },
          refresh() {
            publisher.refresh();
            happened(lessonId);
          },
        };
      },
      clock,
      timers,
      newId: deps.newId,
      nameFits: deps.nameFits,
      log,
    });
    rooms.set(lessonId, room);
    noteLive();
    return room;
  }

  function noteLive() {
    const live = running().length > 0;
    if (live === wasLive) return;
    wasLive = live;
    for (const listener of listeners) listener(live);
  }

  function happened(lessonId: LessonId) {
    for (const watcher of watchers) watcher(lessonId);
  }

  function forgetLater(lessonId: LessonId, afterMs: number) {
    if (leaving.has(lessonId)) return;
    leaving.add(lessonId);
    const timer = timers.set(() => {
      forgetting.delete(timer);
      leaving.delete(lessonId);
      rooms.get(lessonId)?.stop();
      rooms.delete(lessonId);
    }, afterMs);
    forgetting.add(timer);
  }

  return {
    open,
    of: (lessonId) => rooms.get(lessonId) ?? null,
    all: () => [...rooms.values()],
    running,
    forgetLater,
    happened,
    onLive: (listener) => void listeners.add(listener),
    onHappened: (listener) => void watchers.add(listener),
    stop() {
      for (const timer of forgetting) timers.clear(timer);
      for (const room of rooms.values()) room.stop();
    },
  };
}
