import type { TeacherCommand } from '../contract/commands.ts';
import { reject } from '../contract/rejections.ts';
import { kindOf } from '../questions/index.ts';
import type { Key, Question } from '../questions/index.ts';
import type { Decision } from './commands.ts';
import { recount } from './counting.ts';
import type { LessonEvent } from './events.ts';
import { regrade } from './game.ts';
import type { LessonState } from './state.ts';
import { askedOf } from './state.ts';

/** What counts as right may change while the lesson runs, and after it; answers are counted and graded anew. */

/** Gives a question another key; `wanted` null: none. */
export function setKey(question: Question, wanted: Key | null): Decision {
  const kind = kindOf(question);
  const parsed = wanted === null ? null : kind.keySchema.safeParse(wanted);
  if (parsed && !parsed.success) return reject('key_does_not_fit');
  const key = parsed === null ? null : parsed.data;
  if (!kind.withKey(question, key)) return reject('key_does_not_fit');
  return [{ type: 'keySet', questionId: question.id, key }];
}

/**
 * A typed answer that the teacher accepts after all, or not any more: the key with it, as any other key that is set. Made from the
 * key as it stands, so that two that are accepted at once both count.
 */
export function acceptAnswer(
  question: Question,
  { part, text, accept }: Extract<TeacherCommand, { type: 'acceptAnswer' }>,
): Decision {
  const kind = kindOf(question);
  if (!kind.keyAccepting) return reject('key_does_not_fit');
  const key = kind.keyAccepting(question, { part, text, accept });
  if (key === undefined) return [];
  if (kind.withKey(question, key) === null) return reject('key_does_not_fit');
  return [{ type: 'keySet', questionId: question.id, key }];
}

/** Folds another key into its question, in place. */
export function keySet(
  state: LessonState,
  { questionId, key }: Extract<LessonEvent, { type: 'keySet' }>,
): void {
  const asked = askedOf(state, questionId);
  const question = kindOf(asked.question).withKey(asked.question, key);
  if (!question) return;
  asked.question = question;
  recount(state, asked);
  if (asked.progress.phase === 'revealed') regrade(state, asked);
}
