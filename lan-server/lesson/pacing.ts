import type { Actor } from '../contract/commands.ts';
import type { SeatId } from '../contract/ids.ts';
import { reject } from '../contract/rejections.ts';
import type { Rejection } from '../contract/rejections.ts';
import { takesAnswers } from '../questions/index.ts';
import type { WorkCommand } from './commands.ts';
import type { LessonSettings } from './events.ts';
import { playOf } from './events.ts';
import { award } from './game.ts';
import type { LessonState, Seat, Work } from './state.ts';
import type { WorkEvent } from './work-events.ts';

/**
 * Lessons at one's own speed. The teacher starts the work: all questions are open at once, and none is the current one. Each
 * student answers in any order and hands in; the work is closed by the teacher or by the clock, and released, which reveals
 * every key. Then the lesson can go through the questions one by one. Slides belong to the wall: the work leaves them out.
 */

/** Whether each student goes at their own speed. */
export function isSelfPaced(settings: LessonSettings): boolean {
  return playOf(settings).pacing === 'self';
}

/** Whether every student hears at once how an answer was. */
export function feedsBackNow(settings: LessonSettings): boolean {
  return isSelfPaced(settings) && playOf(settings).feedback === 'now';
}

/** Whether an answer that was stored stays: wanted so, or because who gave it has seen the key. */
export function answersAreFinal(settings: LessonSettings): boolean {
  return !settings.changes || feedsBackNow(settings);
}

/** What cannot be asked of a lesson at one's own speed: single questions are not opened, closed, shown or skipped. */
export function refusedAtOwnSpeed(state: LessonState, type: string): Rejection | null {
  if (!isSelfPaced(state.settings)) return null;
  switch (type) {
    case 'openQuestion':
    case 'closeQuestion':
    case 'revealKey':
    case 'skipQuestion':
    case 'discuss':
    case 'voteAgain':
      return reject('self_paced');
    case 'goTo':
    case 'showBoard':
      return state.work?.standing === 'released' ? null : reject('self_paced');
    case 'addQuestion':
    case 'reorderQuestions':
      return state.work === null ? null : reject('work_started');
    default:
      return null;
  }
}

/** What a command about the work does. */
export function decideWork(
  state: LessonState,
  actor: Actor,
  command: WorkCommand,
  now: number,
): WorkEvent[] | Rejection {
  if (!isSelfPaced(state.settings)) return reject('not_self_paced');
  const { work } = state;
  switch (command.type) {
    case 'startWork':
      return startWork(state, now);
    case 'closeWork':
      return work?.standing === 'open'
        ? [{ type: 'workClosed', because: 'teacher' }]
        : reject('work_not_open');
    case 'releaseWork': {
      if (work === null || work.standing === 'released') return reject('work_not_open');
      return endWork(state);
    }
    case 'workTimeIsUp':
      if (work?.standing !== 'open') return reject('work_not_open');
      // More time was given, or the lesson paused, since this deadline was set.
      if (!work.timer?.running || work.timer.closesAt > now) return reject('question_not_timed');
      return [{ type: 'workClosed', because: 'time' }];
    case 'handIn':
      return withWorker(state, actor, (seat, handedIn) =>
        handedIn ? [] : [{ type: 'handedIn', seatId: seat.id }],
      );
    case 'takeBack':
      return withWorker(state, actor, (seat, handedIn) => {
        if (!handedIn) return [];
        return state.settings.changes
          ? [{ type: 'takenBack', seatId: seat.id }]
          : reject('handed_in');
      });
    default:
      return command satisfies never;
  }
}

function startWork(state: LessonState, now: number): WorkEvent[] | Rejection {
  if (state.status === 'paused') return reject('lesson_paused');
  if (state.order.length === 0) return reject('no_questions');
  const { work } = state;
  if (work !== null && work.standing !== 'closed') return reject('work_started');
  // Opened again after its time: until the teacher closes it, or gives it a time anew.
  const { minutes } = playOf(state.settings);
  const totalMs = work === null && minutes !== null ? minutes * 60_000 : null;
  const closesAt = totalMs === null ? null : now + totalMs;
  return [{ type: 'workOpened', closesAt, totalMs }];
}

/** Closes what is open and releases what is not released: also at the end of the lesson, which leaves nothing hidden. */
export function endWork({ work }: LessonState): WorkEvent[] {
  if (work === null || work.standing === 'released') return [];
  const closed: WorkEvent[] =
    work.standing === 'open' ? [{ type: 'workClosed', because: 'teacher' }] : [];
  return [...closed, { type: 'workReleased' }];
}

/** More time for the work. */
export function extendWork({ work }: LessonState, byMs: number): WorkEvent[] | Rejection {
  return work?.standing === 'open' ? [{ type: 'workExtended', byMs }] : reject('work_not_open');
}

/** Why this seat's answer is not taken whatever it says; null: it is looked at. */
export function refusedByWork({ work }: LessonState, seatId: SeatId): Rejection | null {
  return work?.handedIn.has(seatId) ? reject('handed_in') : null;
}

function withWorker(
  state: LessonState,
  actor: Actor,
  then: (seat: Seat, handedIn: boolean) => WorkEvent[] | Rejection,
): WorkEvent[] | Rejection {
  if (actor.as !== 'student') return reject('forbidden');
  const seat = state.seats.get(actor.seatId);
  if (!seat) return reject('not_joined');
  if (seat.removed) return reject('seat_removed');
  if (state.work?.standing !== 'open') return reject('work_not_open');
  return then(seat, state.work.handedIn.has(seat.id));
}

/** Folds an event of the work into the state, in place. */
export function evolveWork(state: LessonState, event: WorkEvent, at: number): void {
  switch (event.type) {
    case 'workOpened':
      open(state, event, at);
      return;
    case 'workExtended': {
      const { work } = state;
      if (work?.standing !== 'open') return;
      const { byMs } = event;
      const totalMs = (work.timer?.totalMs ?? 0) + byMs;
      // In a paused lesson a limit that is only now set waits for the end of the pause like any other.
      if (work.timer?.running === false || (work.timer === null && state.status === 'paused'))
        work.timer = { running: false, leftMs: (work.timer?.leftMs ?? 0) + byMs, totalMs };
      else work.timer = { running: true, closesAt: (work.timer?.closesAt ?? at) + byMs, totalMs };
      return;
    }
    case 'workClosed':
      for (const asked of state.asked.values()) {
        if (asked.progress.phase !== 'open') continue;
        asked.progress = { phase: 'closed' };
        asked.closedAt = at;
      }
      state.work = { ...workOf(state), standing: 'closed', timer: null };
      return;
    case 'workReleased':
      for (const asked of state.asked.values()) {
        if (asked.progress.phase !== 'closed') continue;
        asked.progress = { phase: 'revealed' };
        award(state, asked, at);
      }
      state.work = { ...workOf(state), standing: 'released', timer: null };
      return;
    case 'handedIn':
      workOf(state).handedIn.set(event.seatId, at);
      return;
    case 'takenBack':
      workOf(state).handedIn.delete(event.seatId);
      return;
    default:
      event satisfies never;
  }
}

function open(
  state: LessonState,
  { closesAt, totalMs }: Extract<WorkEvent, { type: 'workOpened' }>,
  at: number,
): void {
  for (const asked of state.asked.values()) {
    if (!takesAnswers(asked.question)) continue;
    if (asked.round === 0) {
      asked.round = 1;
      asked.openedAt = at;
    }
    asked.progress = { phase: 'open', timer: null };
  }
  state.begun = true;
  state.current = null;
  state.game.board = null;
  state.wall = { ...state.wall, blank: false, join: false, results: false };
  state.work = {
    openedAt: state.work?.openedAt ?? at,
    handedIn: state.work?.handedIn ?? new Map(),
    standing: 'open',
    timer: closesAt === null ? null : { running: true, closesAt, totalMs: totalMs ?? 0 },
  };
}

function workOf({ work }: LessonState): Work {
  if (!work) throw new Error('The journal tells of work that was never started.');
  return work;
}

/** Seats that have handed in and are not removed. */
export function handedInOf({ work, seats }: LessonState): number {
  let count = 0;
  for (const seatId of work?.handedIn.keys() ?? []) if (!seats.get(seatId)?.removed) count += 1;
  return count;
}
