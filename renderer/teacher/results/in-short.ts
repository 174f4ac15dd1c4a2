import type { Results } from '../../../lan-server/contract/api.ts';
import { takesAnswers } from '../../../lan-server/questions/index.ts';
import { figuresOf, reteachPlaces, rightShare, wasAsked } from './figures.ts';

/** A lesson in a few sentences. */
export type InShort = {
  took: number;
  students: number;
  /** Answers given of all that could be, 0 to 1; null where nothing was asked. */
  gave: number | null;
  /** Places of the two questions that fewest had right, the lowest first; only where not all were right. */
  hardest: number[];
  /** The place of what to teach again first; null: nothing is so low. */
  again: number | null;
  /** Whether there was anything to be right about. */
  keyed: boolean;
};

/** The summary that stands at the end of a lesson. */
export function inShort(results: Results): InShort {
  const { took, students, right } = figuresOf(results);
  const asked = results.questions.filter((item) => wasAsked(item) && takesAnswers(item.question));
  const given = asked.reduce((sum, { answered }) => sum + answered, 0);
  const could = asked.length * students;
  const hardest = results.questions
    .map((item, place) => ({ place, share: rightShare(item) ?? 1 }))
    .filter(({ share }) => share < 1)
    .toSorted((a, b) => a.share - b.share || a.place - b.place)
    .slice(0, 2)
    .map(({ place }) => place);
  return {
    took,
    students,
    gave: could === 0 ? null : Math.min(1, given / could),
    hardest,
    again: reteachPlaces(results.questions)[0] ?? null,
    keyed: right !== null,
  };
}
