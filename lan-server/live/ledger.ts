import type { Actor } from '../contract/commands.ts';
import type { StudentFrame, SeatView } from '../contract/frames.ts';
import type { LessonId, SeatId } from '../contract/ids.ts';
import type { StudentPost } from '../contract/qa.ts';
import { isRejection, reject } from '../contract/rejections.ts';
import type { Rejection } from '../contract/rejections.ts';
import type { FoundNames } from '../contract/roll.ts';
import type { Paper } from '../contract/work.ts';
import type { LessonCommand } from '../lesson/commands.ts';
import { decide } from '../lesson/decide.ts';
import type { LessonEvent, StoredEvent } from '../lesson/events.ts';
import { evolve } from '../lesson/evolve.ts';
import type { LessonState } from '../lesson/state.ts';
import type { Log } from '../log.ts';
import type { JournalPort, LessonEntry } from '../ports.ts';
import type { Clock } from './clock.ts';
import type { Timers } from './coalesce.ts';
import { createDeadline } from './deadline.ts';
import type { GroupCommit, Work } from './group-commit.ts';
import type { Names } from './names.ts';
import type { Publisher } from './publisher.ts';
import { readBack } from './recovery.ts';
import type { Roll } from './roll.ts';

/** How long after the disk has failed it is tried again where no command comes. */
const tryAgainMs = 1000;

/** A command that is on disk, since `at`. */
export type Done = {
  at: number;
  posts?: StudentPost[];
  /** Names of the list. */
  found?: FoundNames;
  /** The teacher has to say. */
  asked?: true;
  /** An answer that arrived after the closing and counts. */
  late?: true;
  joined?: { seat: SeatView; frame: StudentFrame; paper?: Paper };
};

/** Names and students of seats that are made by a command. */
export type People = Required<Pick<LessonEntry, 'names' | 'students'>>;
const nobody: People = { names: [], students: [] };

/** What goes with a command on its way. */
export type Extra = {
  /** What answers the command without deciding it. */
  first?: () => Done | Rejection | null;
  /** The name of a seat that is taken. */
  name?: () => { seatId: SeatId; name: string } | null;
  people?: People;
  /** It was not refused, and is not on disk yet. */
  decided?: (done: Done) => void;
  /** It was decided, and did not get to the disk. */
  undone?: () => void;
  /** What the sender gets beside the tick. */
  done?: (done: Done) => Done | Rejection;
};

export type Ledger = {
  readonly publisher: Publisher;
  /** For reading only: all changes go through commands. */
  state(): LessonState;
  /** False while the disk fails and memory may run ahead of it: nothing of the lesson may be shown. */
  ready(): boolean;
  /** Takes a command to its end: decided, on disk, published. A rejection where it was refused or nothing was stored. */
  submit(actor: Actor, command: LessonCommand, extra?: Extra): Promise<Done | Rejection>;
  /** Memory is read back from the journal. */
  refold(): void;
  /** The deadline follows the lesson's timer again. */
  arm(): void;
  stop(): void;
};

/** The one place where a lesson's state lives and changes: decide, commit, acknowledge, publish. */
export function createLedger(deps: {
  lessonId: LessonId;
  initial: LessonState;
  journal: Pick<JournalPort, 'read'>;
  commit: GroupCommit;
  names: Names;
  roll: Roll;
  publisher: (state: () => LessonState) => Publisher;
  clock: Clock;
  timers: Timers;
  log: Log;
}): Ledger {
  const { lessonId, journal, names, clock, timers } = deps;
  let state = deps.initial;
  // Memory is not to be trusted until it has been read back from the journal.
  let stale = false;
  let stopped = false;
  let healing: unknown = null;
  const publisher = deps.publisher(() => state);
  const deadline = createDeadline({
    state: () => state,
    clock,
    timers,
    timeIsUp(command) {
      void submit({ as: 'clock' }, command).then((result) => {
        if (isNotSaved(result)) deadline.arm(tryAgainMs);
      });
    },
  });

  const committed = {
    publish() {
      deadline.arm();
      publisher.publish();
    },
    refold() {
      publisher.distrust();
      stale = true;
      if (healing !== null) timers.clear(healing);
      healing = null;
      try {
        ({ state } = readBack(journal, lessonId, deps.log));
      } catch (error) {
        deps.log.error({ error, lessonId }, 'A lesson could not be read back from the disk.');
        if (!stopped) healing = timers.set(() => committed.refold(), tryAgainMs);
        return;
      }
      stale = false;
      publisher.trust();
      deadline.arm();
    },
  };

  function submit(
    actor: Actor,
    command: LessonCommand,
    extra: Extra = {},
  ): Promise<Done | Rejection> {
    return new Promise((resolve, broken) => {
      let result: Done | Rejection = reject('not_saved');
      let people: People = nobody;
      let isDecided = false;
      const work: Work = {
        prepare() {
          if (stale) committed.refold();
          if (stale) return null;
          const before = extra.first?.();
          if (before) {
            result = before;
            return null;
          }
          const now = clock.now();
          const decision = decide(state, actor, command, now);
          if (isRejection(decision)) {
            result = decision;
            return null;
          }
          result = { at: now };
          isDecided = true;
          extra.decided?.(result);
          if (decision.length === 0) return null;
          const name = extra.name?.();
          people = extra.people ?? (name ? { names: [name], students: [] } : nobody);
          return enter(decision.map(numbered(now)), people);
        },
        settle() {
          try {
            resolve(isRejection(result) || !extra.done ? result : extra.done(result));
          } catch (error) {
            broken(error);
          }
        },
        fail() {
          for (const { seatId } of people.names) names.forget(seatId);
          deps.roll.forget(people.students);
          if (isDecided) extra.undone?.();
          resolve(reject('not_saved'));
        },
      };
      // Nobody stops at the door for a few milliseconds.
      deps.commit.submit(committed, work, actor.as === 'door');
    });
  }

  function numbered(at: number) {
    const from = state.seq;
    return (event: LessonEvent, index: number): StoredEvent => ({
      seq: from + index + 1,
      at,
      event,
    });
  }

  function enter(events: StoredEvent[], people: People): LessonEntry {
    for (const stored of events) {
      evolve(state, stored);
      publisher.note(stored.event);
    }
    for (const { seatId, name } of people.names) names.set(seatId, name);
    deps.roll.add(people.students);
    return { lessonId, events, ...people };
  }

  return {
    publisher,
    state: () => state,
    ready: () => !stale,
    submit,
    refold: committed.refold,
    arm: () => deadline.arm(),
    stop() {
      stopped = true;
      if (healing !== null) timers.clear(healing);
      deadline.stop();
      publisher.stop();
    },
  };
}

/** Nothing was stored; the same command may come again. */
export function isNotSaved(result: Done | Rejection): boolean {
  return isRejection(result) && result.rejected === 'not_saved';
}
