import type { AnswerRow, Problem, QuestionKind } from '../kind.ts';
import { blankBase, publicBase } from '../kind.ts';
import { folded, isAccepted } from '../matching.ts';
import type { Exactness } from '../matching.ts';
import { popularOption } from '../options.ts';
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
import type { Blanks, BlanksAnswer, PublicBlanks, BlanksKey, BlanksPicture } from './schema.ts';

export type * from './schema.ts';

type Gap = Blanks['gaps'][number];
/** Gaps are counted and graded as the question says. */
type BlanksTally = { question: Blanks; total: number; gaps: TypedTally[] };

const mostDrawn = 3;

/** What was chosen from a list is what stands there. */
const chosen: Exactness = { caseMatters: true, accentsMatter: true, typos: 0 };

/** What a believable class types when nobody knows what it was asked. */
const guesses = ['water', 'light', 'energy', 'cell', 'sun', 'Water', 'oxygen'];

const hasKey = ({ gaps }: Blanks) => gaps.some(({ accepted }) => fullOnes(accepted).length > 0);
const exactnessOf = (question: Blanks, gap: Gap) => (gap.options === null ? question : chosen);
const isRight = (question: Blanks, gap: Gap, text: string) =>
  text !== '' && isAccepted(text, gap.accepted, exactnessOf(question, gap));

function withoutKey(question: Blanks): Blanks {
  return { ...question, gaps: question.gaps.map((gap) => ({ ...gap, accepted: [] })) };
}

function picture(question: Blanks, tally: BlanksTally): BlanksPicture {
  const keyed = hasKey(question);
  return {
    total: tally.total,
    gaps: tally.gaps.map((gap) => {
      const rows = typedRows(gap, keyed);
      return {
        filled: gap.filled,
        answers: rows.slice(0, mostDrawn),
        ...(keyed && {
          right: gap.right,
          wrong: rows.find(({ right }) => right === false) ?? null,
        }),
      };
    }),
  };
}

/**
 * Fill in the blanks. Every gap weighs the same: credit is the share of gaps that are right, as Moodle's embedded answers (“Cloze”),
 * H5P's “Fill in the Blanks” and Canvas's “fill in multiple blanks” count where nothing else is set. An empty gap is wrong,
 * and a wrong one takes nothing away. What counts as the same answer stands in matching.ts; what is chosen from a list must be
 * the very option.
 */
export const blanks: QuestionKind<
  Blanks,
  BlanksAnswer,
  PublicBlanks,
  BlanksKey,
  BlanksTally,
  BlanksPicture
> = {
  kind: 'blanks',
  schema,
  answerSchema,
  publicSchema,
  keySchema,
  pictureSchema,
  liveOnWall: false,
  blank: (id) => ({ ...blankBase(id), kind: 'blanks', parts: [''], gaps: [], ...blankExactness }),
  problems({ text, parts, gaps }) {
    const problems = new Set<Problem>();
    if (text.trim() === '') problems.add('text_missing');
    if (gaps.length === 0) problems.add('gaps_missing');
    if (parts.some((part) => part.includes('{{'))) problems.add('gap_unread');
    for (const { options, accepted } of gaps) {
      if (fullOnes(accepted).length === 0) problems.add('key_missing');
      if (options === null) continue;
      const full = options.map((option) => option.trim()).filter(Boolean);
      if (full.length < 2) problems.add('options_too_few');
      else if (fullOnes(full).length < full.length) problems.add('options_alike');
    }
    return [...problems];
  },
  accepts({ gaps }, answer) {
    return (
      answer.gaps.length === gaps.length &&
      answer.gaps.some((text) => text !== '') &&
      gaps.every(({ options }, place) => {
        const text = answer.gaps[place] ?? '';
        return text === '' || options === null || fullOnes(options).includes(text);
      })
    );
  },
  redact: (question) => ({
    ...publicBase(question),
    kind: 'blanks',
    parts: question.parts,
    gaps: question.gaps.map(({ options }) => ({ options: options && sorted(fullOnes(options)) })),
  }),
  key(question) {
    if (!hasKey(question)) return null;
    const { caseMatters, accentsMatter, typos } = question;
    const gaps = question.gaps.map(({ accepted }) => fullOnes(accepted));
    return { gaps, caseMatters, accentsMatter, typos };
  },
  withKey(question, key) {
    if (key === null) return withoutKey(question);
    const { gaps, ...exactness } = key;
    if (gaps.length !== question.gaps.length || gaps.every((gap) => fullOnes(gap).length === 0))
      return null;
    const fits = question.gaps.every(
      ({ options }, place) =>
        options === null || gaps[place]?.every((text) => fullOnes(options).includes(text)),
    );
    if (!fits) return null;
    return {
      ...question,
      ...exactness,
      gaps: question.gaps.map((gap, place) => ({ ...gap, accepted: gaps[place] ?? [] })),
    };
  },
  keyAccepting(question, { part, text, accept }) {
    const gap = question.gaps[part];
    if (gap?.options !== null) return undefined;
    const accepted = withAnswer(gap.accepted, text, accept, question);
    if (accepted === null) return undefined;
    return blanks.key({
      ...question,
      gaps: question.gaps.map((one, place) => (place === part ? { ...one, accepted } : one)),
    });
  },
  grade(question, answer) {
    if (!hasKey(question)) return null;
    const right = question.gaps.filter((gap, place) =>
      isRight(question, gap, answer.gaps[place] ?? ''),
    ).length;
    return { credit: right / question.gaps.length, right: right === question.gaps.length };
  },
  emptyTally: (question) => ({ question, total: 0, gaps: question.gaps.map(emptyTyped) }),
  count(tally, answer, by) {
    const { question } = tally;
    tally.total += by;
    for (const [place, gap] of question.gaps.entries()) {
      const text = answer.gaps[place] ?? '';
      const counts = tally.gaps[place];
      if (text === '' || !counts) continue;
      const right = (one: string) => isRight(question, gap, one);
      countTyped(counts, text, by, exactnessOf(question, gap), right);
    }
  },
  picture,
  unkeyedPicture: (question, tally) => picture(withoutKey(question), tally),
  rows: (question, tally) =>
    question.gaps.flatMap((gap, part) => gapRows(question, gap, part, tally)),
  columns: ({ gaps }) => gaps.map((_, place) => `gap ${place + 1}`),
  headWords: { gap: { en: 'gap', es: 'hueco' } },
  cells: ({ gaps }, answer) => gaps.map((_, place) => answer.gaps[place] ?? ''),
  imagine: ({ text, gaps }, random) => ({
    gaps: gaps.map(({ options }, place) =>
      options === null
        ? (guesses[Math.floor(random() ** 2 * guesses.length)] ?? 'water')
        : (options[popularOption(`${text}${place}`, options.length, random)] ?? ''),
    ),
  }),
  withoutOwnWords: (question, answer) => ({
    gaps: answer.gaps.map((text, place) => {
      const gap = question.gaps[place];
      // What was chosen from a list the teacher wrote, and an empty gap says nothing.
      const stays = text === '' || (gap !== undefined && gap.options !== null);
      return stays ? text : erasedAnswer(text, gap?.accepted ?? [], question);
    }),
  }),
  fixtures,
};

function sorted(options: string[]): string[] {
  return options.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

/** All that was put into one gap, and what is right where nobody did; the gap's number stands before it. */
function gapRows(question: Blanks, gap: Gap, part: number, tally: BlanksTally): AnswerRow[] {
  const counts = tally.gaps[part] ?? emptyTyped();
  const exactness = exactnessOf(question, gap);
  const ids = new Set(gap.accepted.map((text) => folded(text, exactness)));
  const row = (text: string, count: number, right: boolean | null): AnswerRow => {
    const accepted = ids.has(folded(text, exactness));
    // Right because it is nearly an accepted one: there is nothing to take back.
    const fixed = gap.options !== null || (right === true && !accepted);
    return {
      label: `${part + 1}: ${text}`,
      letter: null,
      count,
      right,
      typed: fixed ? null : { part, text, accepted },
    };
  };
  const given = typedRows(counts, hasKey(question));
  const missing = fullOnes(gap.accepted).filter(
    (text) => !counts.groups.has(folded(text, exactness)),
  );
  return [
    ...given.map(({ text, count, right }) => row(text, count, right ?? null)),
    ...missing.map((text) => row(text, 0, true)),
  ];
}
