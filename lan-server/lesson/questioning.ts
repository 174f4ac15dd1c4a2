import type { QuestionId } from '../contract/ids.ts';
import { reject } from '../contract/rejections.ts';
import { takesAnswers } from '../questions/index.ts';
import type { Asked } from './asked.ts';
import type { Decision } from './commands.ts';
import type { LessonEvent } from './events.ts';
import type { LessonState } from './state.ts';
import { currentAsked } from './state.ts';
import { hideBoard } from './wall.ts';

/**
 * The teacher leads the class through the questions: goes to one, opens and closes it, lets it be talked over and voted on again, shows
 * its key, passes it over. Whatever moves the lesson on closes first what is open. `now` is ms since 1970 by the server's clock.
 */

/** To this question; from a board that hides it, back to it. */
export function goTo(state: LessonState, questionId: QuestionId): LessonEvent[] {
  return state.current === questionId ? hideBoard(state) : moveTo(state, questionId);
}

/** Moves the lesson to a question or (null) the lobby; what is open there is closed first. */
export function moveTo(state: LessonState, questionId: QuestionId | null): LessonEvent[] {
  if (state.current === questionId) return [];
  return [...closeOpen(state), { type: 'wentTo', questionId }];
}

/** Lets the class answer: for the first time, again, or in a new round. */
export function openQuestion(state: LessonState, asked: Asked, now: number): Decision {
  // What is only shown is shown by going there.
  if (!takesAnswers(asked.question)) return moveTo(state, asked.question.id);
  if (state.status === 'paused') return reject('lesson_paused');
  if (asked.progress.phase === 'open') return reject('question_already_open');
  // Everybody has seen the key of a revealed question: its answers are kept, and voting starts anew.
  const round = asked.progress.phase === 'revealed' ? asked.round + 1 : Math.max(1, asked.round);
  return opened(state, asked, round, now);
}

/** A second vote without the key in between; the first one is kept beside it. */
export function voteAgain(state: LessonState, asked: Asked, now: number): Decision {
  if (state.status === 'paused') return reject('lesson_paused');
  if (asked.progress.phase !== 'closed') return reject('question_not_closed');
  return opened(state, asked, asked.round + 1, now);
}

/** The class talks with its neighbours about what it has voted. `seconds` null: without a timer. */
export function discuss(
  state: LessonState,
  asked: Asked,
  seconds: number | null,
  now: number,
): Decision {
  const { question, progress } = asked;
  if (state.status === 'paused') return reject('lesson_paused');
  if (progress.phase !== 'open' && progress.phase !== 'closed')
    return reject('question_not_closed');
  const totalMs = seconds === null ? null : seconds * 1000;
  const move = state.current === question.id ? closeOpen(state) : moveTo(state, question.id);
  const endsAt = totalMs === null ? null : now + totalMs;
  return [...move, { type: 'discussionStarted', questionId: question.id, endsAt, totalMs }];
}

/** Takes no more answers. */
export function closeQuestion({ question, progress }: Asked): Decision {
  return progress.phase === 'open'
    ? [{ type: 'questionClosed', questionId: question.id, because: 'teacher' }]
    : reject('question_not_open');
}

/** Shows key and explanation to everybody. */
export function revealKey(state: LessonState, asked: Asked): Decision {
  const { question, progress } = asked;
  if (progress.phase !== 'open' && progress.phase !== 'closed')
    return reject('question_not_closed');
  const move = state.current === question.id ? closeOpen(state) : moveTo(state, question.id);
  return [...move, { type: 'keyRevealed', questionId: question.id }];
}

/** Passes over the current question, to the next one. */
export function skip(state: LessonState, asked: Asked): Decision {
  const { question, progress } = asked;
  if (state.current !== null && state.current !== question.id)
    return reject('question_not_current');
  const at = state.order.indexOf(question.id);
  const next = state.order[at + 1] ?? null;
  const skipped: LessonEvent[] =
    // A slide asks nothing that could be passed over.
    progress.phase === 'revealed' || progress.phase === 'skipped' || !takesAnswers(question)
      ? []
      : [...closeOpen(state), { type: 'questionSkipped', questionId: question.id }];
  if (next === null) return skipped.length === 0 ? reject('no_questions') : skipped;
  return [...skipped, { type: 'wentTo', questionId: next }];
}

/** Closes the question that is open, if one is; also at the end of the lesson. */
export function closeOpen(state: LessonState): LessonEvent[] {
  const asked = currentAsked(state);
  if (asked?.progress.phase !== 'open') return [];
  return [{ type: 'questionClosed', questionId: asked.question.id, because: 'teacher' }];
}

function opened(state: LessonState, asked: Asked, round: number, now: number): LessonEvent[] {
  const { question } = asked;
  const totalMs = question.seconds === null ? null : question.seconds * 1000;
  const move = state.current === question.id ? [] : moveTo(state, question.id);
  return [
    ...move,
    {
      type: 'questionOpened',
      questionId: question.id,
      round,
      closesAt: totalMs === null ? null : now + totalMs,
      totalMs,
    },
  ];
}
