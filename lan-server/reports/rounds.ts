import type { Results } from '../contract/api.ts';
import type { ComparedVotes } from '../contract/comparison.ts';
import type { CountedAnswer } from '../ports.ts';
import type { Question } from '../questions/index.ts';
import { kindOf } from '../questions/index.ts';

type Vote = Results['questions'][number]['votes'][number];

/**
 * All votes on a question: `earlier` of the rounds before the last, `last` of the last, both of students who were not removed. A round
 * that nobody answered is not among them.
 */
export function votesOn(
  question: Question,
  rounds: number,
  earlier: readonly CountedAnswer[],
  last: readonly CountedAnswer[],
): { votes: Vote[]; compared: ComparedVotes | null } {
  const byRound = Map.groupBy(earlier, ({ round }) => round);
  const first = Math.min(...byRound.keys());
  const before = byRound.get(first);
  if (!before) return { votes: [], compared: null };
  byRound.set(rounds, [...last]);
  const hasKey = kindOf(question).key(question) !== null;
  const rightOf = (answers: readonly CountedAnswer[]) =>
    hasKey ? answers.filter(({ right }) => right === true).length : null;
  return {
    votes: [...byRound]
      .sort(([a], [b]) => a - b)
      .map(([round, answers]) => ({ round, answered: answers.length, right: rightOf(answers) })),
    compared: { round: first, right: rightOf(before), ...compare(question, before, last) },
  };
}

function compare(
  question: Question,
  before: readonly CountedAnswer[],
  last: readonly CountedAnswer[],
) {
  const kind = kindOf(question);
  const tally = kind.emptyTally(question);
  for (const { answer } of before) kind.count(tally, answer, 1);
  const place = kind.placing?.(question);
  const size = kind.rows(question, tally).length;
  const flow = place && Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
  const now = new Map(last.map(({ seatId, answer }) => [seatId, answer]));
  let both = 0;
  for (const { seatId, answer } of before) {
    const to = now.get(seatId);
    if (!to) continue;
    both += 1;
    const row = place && flow?.[place(answer)];
    if (row) row[place(to)] = (row[place(to)] ?? 0) + 1;
  }
  const picture = kind.picture(question, tally);
  return { answered: before.length, picture, both, flow: flow ?? null };
}
