import type { Results } from '../../../lan-server/contract/api.ts';

export type ItemResult = Results['questions'][number];
export type StudentResult = Results['students'][number];

/** Below this share of right answers a question is worth teaching again. */
export const reteachBelow = 0.6;
const reteachMost = 3;

export type Figures = {
  /** Students, removed ones left out, with at least one answer; and all of them. */
  took: number;
  students: number;
  /** Over all questions with a key; null where none was answered. */
  right: { right: number; answered: number } | null;
  /** Median points of those who took part; null where nobody did or no points could be had. */
  middle: number | null;
  maxPoints: number;
  /** Answers stored, of the last round of each question. */
  kept: number;
};

/** The lesson in five figures. */
export function figuresOf({ questions, students, maxPoints }: Results): Figures {
  const present = students.filter((student) => !student.removed);
  const took = present.filter(({ answers }) => answers.some((answer) => answer !== null));
  const keyed = questions.filter(({ right, answered }) => right !== null && answered > 0);
  return {
    took: took.length,
    students: present.length,
    right:
      keyed.length === 0
        ? null
        : {
            right: total(keyed.map(({ right }) => right ?? 0)),
            answered: total(keyed.map(({ answered }) => answered)),
          },
    middle: maxPoints > 0 ? median(took.map(({ points }) => points)) : null,
    maxPoints,
    kept: total(questions.map(({ answered }) => answered)),
  };
}

/** The middle value, or the mean of the two in the middle; null of nothing. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
}

/** Share of right answers, 0 to 1; null without a key or without answers. */
export function rightShare({ right, answered }: Pick<ItemResult, 'right' | 'answered'>) {
  return right === null || answered === 0 ? null : right / answered;
}

/** Places of the questions worth teaching again: the lowest three under 60 % right, lowest first. */
export function reteachPlaces(questions: readonly ItemResult[]): number[] {
  return questions
    .map((item, place) => ({ place, share: rightShare(item) ?? 1 }))
    .filter(({ share }) => share < reteachBelow)
    .toSorted((a, b) => a.share - b.share || a.place - b.place)
    .slice(0, reteachMost)
    .map(({ place }) => place);
}

/** Whether the class was asked this question at all. */
export function wasAsked({ rounds, skipped, answered }: ItemResult): boolean {
  return answered > 0 || (rounds > 0 && !skipped);
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
