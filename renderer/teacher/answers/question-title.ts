import type { Question } from '../../../lan-server/questions/index.ts';
import type { TextApi } from '../../i18n/text.tsx';

/** How a question is called in a list; one without words is asked aloud. */
export function questionTitle(question: Pick<Question, 'text'>, t: TextApi['t']): string {
  return question.text.trim() === '' ? t('console.plan.aloud') : question.text.trim();
}
