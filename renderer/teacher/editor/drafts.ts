import type { QuizContent } from './quiz-edits.ts';

/** A quiz as typed but not yet stored, and the revision that it started from. */
export type Draft = { revision: number; content: QuizContent };

/** The browser's storage, as far as it is needed. */
type Shelf = {
  getItem: (name: string) => string | null;
  setItem: (name: string, value: string) => void;
  removeItem: (name: string) => void;
};

const name = (quizId: string) => `chalkbox.draft.${quizId}`;

/**
 * Keeps what is not yet stored in the browser, so that neither a closed window nor a crash of the program loses it. A browser
 * without storage does without.
 */
export function createDrafts(shelf: Shelf) {
  const quietly = <T>(deed: () => T): T | null => {
    try {
      return deed();
    } catch {
      return null;
    }
  };
  return {
    read: (quizId: string): Draft | null =>
      quietly(() => JSON.parse(shelf.getItem(name(quizId)) ?? 'null') as Draft | null),
    keep: (quizId: string, draft: Draft) =>
      void quietly(() => shelf.setItem(name(quizId), JSON.stringify(draft))),
    drop: (quizId: string) => void quietly(() => shelf.removeItem(name(quizId))),
  };
}
