import { questionKinds } from '../../../lan-server/questions/index.ts';
import type { Question } from '../../../lan-server/questions/index.ts';
import { randomId } from '../../live/random-id.ts';

/** A question with nothing prepared: four letters, the words are said aloud, the key may be set later. */
export function questionAskedAloud(): Question {
  return questionKinds.choice.blank(randomId(12));
}

/** Whether nothing of a question is written down: its words are said aloud, and the letters are all there is. */
export function isAskedAloud(question: Question): boolean {
  return (
    question.kind === 'choice' &&
    question.text.trim() === '' &&
    question.options.every((option) => option.trim() === '')
  );
}
