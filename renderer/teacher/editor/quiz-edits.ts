import type { Quiz } from '../../../lan-server/contract/api.ts';
import type { Question } from '../../../lan-server/questions/index.ts';
import { moved } from '../../options/option-edits.ts';

/** What the editor changes in a quiz. */
export type QuizContent = Pick<Quiz, 'title' | 'subject' | 'questions'>;

/** The most questions of a quiz, as the contract has it. */
export const mostQuestions = 200;

/** One change to a quiz. `field` of a change names what is typed in, so that a run of typing is one step for undo. */
export type Edit =
  | { type: 'title'; title: string }
  | { type: 'subject'; subject: string }
  | { type: 'change'; question: Question; field?: string | undefined }
  | { type: 'add'; question: Question; at: number }
  | { type: 'remove'; id: string }
  | { type: 'move'; id: string; to: number };

/** Only what a save may carry, without the quiz's id, dates and revision. */
export function contentOf({ title, subject, questions }: QuizContent): QuizContent {
  return { title, subject, questions };
}

/** The quiz after an edit; the very same object when the edit changes nothing. */
export function applyEdit(quiz: QuizContent, edit: Edit): QuizContent {
  const { questions } = quiz;
  switch (edit.type) {
    case 'title':
      return quiz.title === edit.title ? quiz : { ...quiz, title: edit.title };
    case 'subject':
      return quiz.subject === edit.subject ? quiz : { ...quiz, subject: edit.subject };
    case 'change': {
      const at = questions.findIndex((question) => question.id === edit.question.id);
      if (at === -1 || questions[at] === edit.question) return quiz;
      return { ...quiz, questions: questions.with(at, edit.question) };
    }
    case 'add':
      if (questions.length >= mostQuestions) return quiz;
      return { ...quiz, questions: questions.toSpliced(edit.at, 0, edit.question) };
    case 'remove': {
      const left = questions.filter((question) => question.id !== edit.id);
      return left.length === questions.length ? quiz : { ...quiz, questions: left };
    }
    case 'move': {
      const from = questions.findIndex((question) => question.id === edit.id);
      const to = Math.max(0, Math.min(questions.length - 1, edit.to));
      return from === -1 || from === to ? quiz : { ...quiz, questions: moved(questions, from, to) };
    }
    default:
      return edit satisfies never;
  }
}
