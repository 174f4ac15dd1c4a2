import type { QuestionKind } from '../kind.ts';
import { blankBase, publicBase } from '../kind.ts';
import { folded, isAccepted } from '../matching.ts';
import {
  blankExactness,
  countTyped,
  emptyTyped,
  erasedAnswer,
  fullOnes,
  typedRows,
  withAnswer,
} from '../typed.ts';
import type { TypedTally } from '../typed.ts';
import { fixtures } from './fixtures.ts';
import { schema, answerSchema, publicSchema, keySchema, pictureSchema } from './schema.ts';
import type {
  ShortText,
  ShortTextAnswer,
  PublicShortText,
  ShortTextKey,
  ShortTextPicture,
} from './schema.ts';

export type * from './schema.ts';

/** Spellings are grouped and graded as the question says. */
type ShortTextTally = TypedTally & { question: ShortText };

/** So many of the class's answers are drawn at most. */
const mostDrawn = 12;

/** What a believable class types when nobody knows what it was asked. */
const guesses = ['energy', 'water', 'light', 'cells', 'Energy', 'enrgy', 'oxygen', 'air', 'heat'];

const hasKey = (question: ShortText) => fullOnes(question.accepted).length > 0;

function picture(question: ShortText, tally: ShortTextTally): ShortTextPicture {
  const keyed = hasKey(question);
  return {
    total: tally.filled,
    distinct: tally.groups.size,
    ...(keyed && { right: tally.right }),
    answers: typedRows(tally, keyed).slice(0, mostDrawn),
  };
}

/**
 * Short text. Credit 1 for an answer that is an accepted one, else 0, as short-answer questions are graded elsewhere (Moodle's
 * with a grade of 100 %, Canvas's “fill in the blank”); what counts as the same answer stands in matching.ts.
 */
export const shorttext: QuestionKind<
  ShortText,
  ShortTextAnswer,
  PublicShortText,
  ShortTextKey,
  ShortTextTally,
  ShortTextPicture
> = {
  kind: 'shorttext',
  schema,
  answerSchema,
  publicSchema,
  keySchema,
  pictureSchema,
  liveOnWall: false,
  blank: (id) => ({ ...blankBase(id), kind: 'shorttext', accepted: [''], ...blankExactness }),
  problems: (question) => [
    ...(question.text.trim() === '' ? (['text_missing'] as const) : []),
    ...(hasKey(question) ? [] : (['key_missing'] as const)),
  ],
  accepts: () => true,
  redact: (question) => ({ ...publicBase(question), kind: 'shorttext' }),
  key({ accepted, caseMatters, accentsMatter, typos }) {
    const full = fullOnes(accepted);
    return full.length === 0 ? null : { accepted: full, caseMatters, accentsMatter, typos };
  },
  withKey(question, key) {
    if (key === null) return { ...question, accepted: [] };
    return fullOnes(key.accepted).length === 0 ? null : { ...question, ...key };
  },
  keyAccepting(question, { part, text, accept }) {
    const accepted = part === 0 ? withAnswer(question.accepted, text, accept, question) : null;
    if (accepted === null) return undefined;
    return shorttext.key({ ...question, accepted });
  },
  grade(question, answer) {
    if (!hasKey(question)) return null;
    const right = isAccepted(answer.text, question.accepted, question);
    return { credit: right ? 1 : 0, right };
  },
  emptyTally: (question) => ({ question, ...emptyTyped() }),
  count(tally, answer, by) {
    const { question } = tally;
    countTyped(tally, answer.text, by, question, (text) =>
      isAccepted(text, question.accepted, question),
    );
  },
  picture,
  unkeyedPicture: (question, tally) => picture({ ...question, accepted: [] }, tally),
  rows(question, tally) {
    const given = typedRows(tally, hasKey(question)).map((row) => ({
      label: row.text,
      letter: null,
      count: row.count,
      right: row.right ?? null,
      typed: typedOf(question, row.text, row.right === true),
    }));
    // What is right stands there too where nobody gave it.
    const missing = fullOnes(question.accepted)
      .filter((variant) => !tally.groups.has(folded(variant, question)))
      .map((label) => ({
        label,
        letter: null,
        count: 0,
        right: true,
        typed: typedOf(question, label, true),
      }));
    return [...given, ...missing];
  },
  columns: () => ['answer'],
  cells: (_question, answer) => [answer.text],
  imagine: (_question, random) => ({
    // Squared: most know the answer, some spell it in their own way.
    text: guesses[Math.floor(random() ** 2 * guesses.length)] ?? 'energy',
  }),
  withoutOwnWords: (question, answer) => ({
    text: erasedAnswer(answer.text, question.accepted, question),
  }),
  fixtures,
};

/** Whether an answer can be accepted, or is and need not be; null: right because it is nearly one that is. */
function typedOf(question: ShortText, text: string, right: boolean) {
  const id = folded(text, question);
  const accepted = question.accepted.some((variant) => folded(variant, question) === id);
  return right && !accepted ? null : { part: 0, text, accepted };
}
