import { freshHistory, recorded, redone, undone } from './history.ts';
import type { History } from './history.ts';
import { applyEdit } from './quiz-edits.ts';
import type { Edit, QuizContent } from './quiz-edits.ts';

/** The quiz and the question that is being worked on (null only when there is none): undo leads back to the place too. */
type Desk = { readonly quiz: QuizContent; readonly selected: string | null };

export type EditorState = { readonly history: History<Desk> };

export type EditorAction =
  /** `at`: ms since any moment, growing. */
  | { type: 'edit'; edit: Edit; at: number }
  | { type: 'select'; id: string }
  | { type: 'undo' }
  | { type: 'redo' }
  /** Another version takes the place of everything; nothing of before can be undone into it. */
  | { type: 'adopt'; quiz: QuizContent };

/** The id at a place, or the nearest one; null when there is no question. */
function idAt(quiz: QuizContent, place: number): string | null {
  const last = quiz.questions.length - 1;
  return quiz.questions[Math.max(0, Math.min(last, place))]?.id ?? null;
}

function placeOf(quiz: QuizContent, id: string | null): number {
  return quiz.questions.findIndex((question) => question.id === id);
}

/** The editor when a quiz is opened: its first question is on the desk. */
export function openEditor(quiz: QuizContent): EditorState {
  return { history: freshHistory<Desk>({ quiz, selected: idAt(quiz, 0) }) };
}

/** Where one is after an edit: with what was added or changed, beside what was removed. */
function selectedAfter(before: Desk, quiz: QuizContent, edit: Edit): string | null {
  if (edit.type === 'add') return edit.question.id;
  if (edit.type === 'move') return edit.id;
  if (placeOf(quiz, before.selected) !== -1) return before.selected;
  return idAt(quiz, placeOf(before.quiz, before.selected));
}

/** Typing in one field of one question (or in title or subject) is one run. */
function fieldOf(edit: Edit): string | null {
  if (edit.type === 'title' || edit.type === 'subject') return edit.type;
  if (edit.type === 'change' && edit.field !== undefined)
    return `${edit.question.id}.${edit.question.kind}.${edit.field}`;
  return null;
}

/** The editor after an action. Pure; the same state when nothing changes. */
export function editorReducer(state: EditorState, action: EditorAction): EditorState {
  const { history } = state;
  const { quiz, selected } = history.present;
  switch (action.type) {
    case 'edit': {
      const next = applyEdit(quiz, action.edit);
      if (next === quiz) return state;
      const desk = { quiz: next, selected: selectedAfter(history.present, next, action.edit) };
      return { history: recorded(history, desk, fieldOf(action.edit), action.at) };
    }
    case 'select':
      if (selected === action.id || placeOf(quiz, action.id) === -1) return state;
      return { history: { ...history, present: { quiz, selected: action.id }, run: null } };
    case 'undo':
      return history.past.length === 0 ? state : { history: undone(history) };
    case 'redo':
      return history.future.length === 0 ? state : { history: redone(history) };
    case 'adopt': {
      const stays = placeOf(action.quiz, selected) !== -1;
      return {
        history: freshHistory<Desk>({
          quiz: action.quiz,
          selected: stays ? selected : idAt(action.quiz, placeOf(quiz, selected)),
        }),
      };
    }
    default:
      return action satisfies never;
  }
}
