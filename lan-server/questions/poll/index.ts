import { z } from 'zod';
import type { QuestionKind } from '../kind.ts';
import { blankBase, letterOf, publicBase } from '../kind.ts';
import { countsSchema, optionProblems, popularOption, publicOptions } from '../options.ts';
import type { Counts } from '../options.ts';
import { fixtures } from './fixtures.ts';
import { answerSchema, publicSchema, schema } from './schema.ts';
import type { Poll, PollAnswer, PublicPoll } from './schema.ts';

export type * from './schema.ts';

export const poll: QuestionKind<Poll, PollAnswer, PublicPoll, never, Counts, Counts> = {
  kind: 'poll',
  schema,
  answerSchema,
  publicSchema,
  keySchema: z.never(),
  pictureSchema: countsSchema,
  liveOnWall: true,
  blank: (id) => ({
    ...blankBase(id),
    points: 0,
    kind: 'poll',
    options: ['', '', '', ''],
    most: 1,
  }),
  problems: (question) => [
    ...(question.text.trim() === '' ? (['text_missing'] as const) : []),
    ...optionProblems(question.options, question.optionImages),
  ],
  accepts: (question, { picked }) =>
    picked.length <= question.most && picked.every((index) => index < question.options.length),
  redact: (question) => ({
    ...publicBase(question, { options: true }),
    kind: 'poll',
    ...publicOptions(question),
    most: question.most,
  }),
  key: () => null,
  withKey: (question, key) => (key === null ? question : null),
  placing: (question) => (question.most === 1 ? ({ picked: [only = 0] }) => only : null),
  grade: () => null,
  emptyTally: (question) => ({ total: 0, counts: question.options.map(() => 0) }),
  count(tally, answer, by) {
    tally.total += by;
    for (const index of answer.picked) tally.counts[index] = (tally.counts[index] ?? 0) + by;
  },
  picture: (_question, tally) => ({ total: tally.total, counts: [...tally.counts] }),
  rows: (question, tally) =>
    question.options.map((label, index) => ({
      label,
      letter: letterOf(index),
      count: tally.counts[index] ?? 0,
      right: null,
    })),
  columns: () => ['answer'],
  cells: (question, answer) => [
    answer.picked
      .toSorted((a, b) => a - b)
      .map((index) => `${letterOf(index)} ${question.options[index] ?? ''}`.trim())
      .join('; '),
  ],
  imagine(question, random) {
    const size = question.options.length;
    const picked = new Set([popularOption(question.text + question.id, size, random)]);
    for (let more = 1; more < Math.min(question.most, size); more += 1)
      if (random() < 0.5) picked.add(Math.floor(random() * size));
    return { picked: [...picked].sort((a, b) => a - b) };
  },
  withoutOwnWords: (_question, answer) => answer,
  fixtures,
};
