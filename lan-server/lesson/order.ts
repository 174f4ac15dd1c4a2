import type { QuestionId } from '../contract/ids.ts';
import { reject } from '../contract/rejections.ts';
import type { Question } from '../questions/index.ts';
import type { Decision } from './commands.ts';
import type { LessonState } from './state.ts';

/** Which questions the lesson has, and in what order: both can change while it runs. */

const mostQuestions = 200;

/** Puts all questions of the lesson into another order. */
export function reorder(state: LessonState, order: QuestionId[]): Decision {
  return isPermutation(order, state.order)
    ? [{ type: 'questionsReordered', order }]
    : reject('order_does_not_fit');
}

/** Adds a question after the current one; at the end where the lesson is at none. */
export function addQuestion(state: LessonState, question: Question): Decision {
  if (state.asked.has(question.id)) return reject('question_asked_already');
  if (state.order.length >= mostQuestions) return reject('too_large');
  const position =
    state.current === null ? state.order.length : state.order.indexOf(state.current) + 1;
  return [{ type: 'questionAdded', question, position }];
}

function isPermutation(order: QuestionId[], of: QuestionId[]): boolean {
  return (
    order.length === of.length &&
    new Set(order).size === order.length &&
    order.every((id) => of.includes(id))
  );
}
