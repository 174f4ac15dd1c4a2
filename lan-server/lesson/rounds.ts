import { kindOf, takesAnswers } from '../questions/index.ts';
import { noAnswerClock, startClock, stopClock } from './answer-clock.ts';
import { recount } from './counting.ts';
import type { LessonEvent } from './events.ts';
import { award, withdraw } from './game.ts';
import { noCards } from './moderation.ts';
import { keepFirst } from './peer.ts';
import type { LessonState } from './state.ts';
import { askedOf, currentAsked } from './state.ts';
import { timerFrom } from './timers.ts';

/**
 * What becomes of a question, and of the wall with it: the lesson goes there, a round opens and closes, is talked over, its key is
 * shown. All fold one event in place, which happened at `at` (ms since 1970).
 */

export function wentTo(
  state: LessonState,
  { questionId }: Extract<LessonEvent, { type: 'wentTo' }>,
  at: number,
): void {
  const before = currentAsked(state);
  if (before) before.talk = null;
  state.current = questionId;
  state.qa.onWall = null;
  const asked = currentAsked(state);
  state.game.board = null;
  // What is only shown has nothing to open or close: standing there, it is all that it will ever be.
  if (asked && !takesAnswers(asked.question)) {
    asked.progress = { phase: 'revealed' };
    asked.openedAt = at;
  }
  const compare = asked?.progress.phase === 'revealed' && asked.talked;
  state.wall = { ...state.wall, join: false, results: false, compare };
}

/** Opened in another round than its last, a question begins without answers. */
export function opened(
  state: LessonState,
  event: Extract<LessonEvent, { type: 'questionOpened' }>,
  at: number,
): void {
  state.begun = true;
  const asked = askedOf(state, event.questionId);
  if (event.round !== asked.round) {
    keepFirst(asked);
    if (asked.progress.phase === 'revealed') withdraw(state, asked);
    asked.round = event.round;
    asked.clock = noAnswerClock();
    asked.openedAt = at;
    asked.closedAt = null;
    asked.answers = new Map();
    asked.tooLate = new Map();
    asked.byDevice = new Map();
    Object.assign(asked, noCards());
    recount(state, asked);
  }
  const timer = timerFrom(event.closesAt, event.totalMs, at);
  asked.progress = { phase: 'open', timer };
  asked.talk = null;
  startClock(asked.clock, at, timer?.totalMs ?? null);
  state.game.board = null;
  state.wall = {
    ...state.wall,
    blank: false,
    join: false,
    // Who votes again after talking must not follow the others.
    results: kindOf(asked.question).liveOnWall && !asked.talked,
    compare: false,
  };
}

export function closed(
  state: LessonState,
  { questionId }: Extract<LessonEvent, { type: 'questionClosed' }>,
  at: number,
): void {
  const asked = askedOf(state, questionId);
  asked.progress = { phase: 'closed' };
  asked.closedAt = at;
  stopClock(asked.clock, at);
}

export function talkedOver(
  state: LessonState,
  { questionId, endsAt, totalMs }: Extract<LessonEvent, { type: 'discussionStarted' }>,
  at: number,
): void {
  const asked = askedOf(state, questionId);
  asked.talk = { timer: timerFrom(endsAt, totalMs, at) };
  state.wall = { ...state.wall, blank: false, join: false, results: false };
}

/** With the key come the points. */
export function revealed(
  state: LessonState,
  { questionId }: Extract<LessonEvent, { type: 'keyRevealed' }>,
  at: number,
): void {
  const asked = askedOf(state, questionId);
  asked.progress = { phase: 'revealed' };
  asked.talk = null;
  state.wall = { ...state.wall, compare: asked.talked };
  stopClock(asked.clock, at);
  state.game.board = null;
  award(state, asked, at);
}

export function skipped(
  state: LessonState,
  { questionId }: Extract<LessonEvent, { type: 'questionSkipped' }>,
): void {
  const asked = askedOf(state, questionId);
  asked.progress = { phase: 'skipped' };
  asked.talk = null;
}
