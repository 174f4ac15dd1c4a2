import { z } from 'zod';
import type { QuestionKind } from '../kind.ts';
import { blankBase, publicBase } from '../kind.ts';
import { fixtures } from './fixtures.ts';
import { schema, answerSchema, publicSchema, pictureSchema } from './schema.ts';
import type { WordCloud, WordCloudAnswer, PublicWordCloud, WordCloudPicture } from './schema.ts';

export type * from './schema.ts';
/** Spellings that differ in case, width or spaces only are one word; `text` is the spelling that came first. */
type WordTally = { total: number; words: Map<string, { text: string; count: number }> };

function sameWord(text: string): string {
  return text.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('en');
}

function sorted(tally: WordTally) {
  return [...tally.words.values()].sort(
    (a, b) => b.count - a.count || a.text.localeCompare(b.text, 'en'),
  );
}

/** What a believable class types when nobody knows what it was asked. */
const ideas = [
  'light',
  'water',
  'energy',
  'cells',
  'sun',
  'growth',
  'leaf',
  'oxygen',
  'sugar',
  'green',
  'air',
  'roots',
];

export const wordcloud: QuestionKind<
  WordCloud,
  WordCloudAnswer,
  PublicWordCloud,
  never,
  WordTally,
  WordCloudPicture
> = {
  kind: 'wordcloud',
  schema,
  answerSchema,
  publicSchema,
  keySchema: z.never(),
  pictureSchema,
  liveOnWall: true,
  blank: (id) => ({ ...blankBase(id), points: 0, kind: 'wordcloud', words: 3 }),
  problems: (question) => (question.text.trim() === '' ? ['text_missing'] : []),
  accepts: (question, answer) =>
    answer.words.length <= question.words &&
    new Set(answer.words.map(sameWord)).size === answer.words.length,
  redact: (question) => ({ ...publicBase(question), kind: 'wordcloud', words: question.words }),
  key: () => null,
  withKey: (question, key) => (key === null ? question : null),
  grade: () => null,
  emptyTally: () => ({ total: 0, words: new Map() }),
  count(tally, answer, by) {
    tally.total += by;
    for (const text of answer.words) {
      const id = sameWord(text);
      const word = tally.words.get(id) ?? { text, count: 0 };
      word.count += by;
      if (word.count > 0) tally.words.set(id, word);
      else tally.words.delete(id);
    }
  },
  picture: (_question, tally) => ({
    total: tally.total,
    distinct: tally.words.size,
    words: sorted(tally)
      .slice(0, 60)
      .map(({ text, count }) => ({ text, count })),
  }),
  rows: (_question, tally) =>
    sorted(tally).map(({ text, count }) => ({ label: text, letter: null, count, right: null })),
  columns: (question) => Array.from({ length: question.words }, (_, index) => `word ${index + 1}`),
  headWords: { word: { en: 'word', es: 'palabra' } },
  cells: (question, answer) =>
    Array.from({ length: question.words }, (_, index) => answer.words[index] ?? ''),
  imagine(question, random) {
    const wanted = 1 + Math.floor(random() * question.words);
    const words = new Set<string>();
    // Squared: a few words are on everybody's mind, most on few.
    while (words.size < wanted)
      words.add(ideas[Math.floor(random() ** 2 * ideas.length)] ?? 'light');
    return { words: [...words] };
  },
  // They answered, and that still counts: without a word.
  withoutOwnWords: () => ({ words: [] }),
  fixtures,
};
