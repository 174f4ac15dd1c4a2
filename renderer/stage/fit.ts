/** One way to set a question on the board; sizes in px of the 1920 × 1080 design. */
export type FitStep = {
  question: number;
  option: number;
  gap: number;
  pad: number;
  mark: number;
  /** Options below each other instead of side by side. */
  single: boolean;
  /** Which options show their words: all, those of the key only, or none (marks alone; phones have the words). */
  words: 'all' | 'key' | 'none';
  explanation: boolean;
  /** Whether the question's own text stands on the wall. */
  stem: boolean;
};

/** Nothing on the wall is set smaller: it would not be read from the back row. */
export const leastType = 32;

const step = (
  question: number,
  option: number,
  gap: number,
  mark: number,
  rest: Partial<FitStep> = {},
): FitStep => ({
  question,
  option,
  gap,
  pad: gap,
  mark,
  single: false,
  words: 'all',
  explanation: true,
  stem: true,
  ...rest,
});

/** The question alone, before it opens. */
export const readySteps: readonly FitStep[] = [72, 60, 54, 48, 44, 40, 36, leastType].map((size) =>
  step(size, leastType, 16, 48),
);

/** A slide: its text alone, large; in two columns before it would have to leave the wall. */
export const slideSteps: readonly FitStep[] = [
  ...[96, 84, 72, 60, 54, 48, 44, 40, 36, leastType].map((size) =>
    step(size, leastType, 16, 48, { single: true }),
  ),
  step(36, leastType, 16, 48),
  step(leastType, leastType, 16, 48),
  step(leastType, leastType, 16, 48, { stem: false }),
];

/** Question and options: type falls to 48 and 32 first, then gaps close, then the question gives way too. */
export const askedSteps: readonly FitStep[] = [
  step(60, 40, 28, 112),
  step(60, 38, 24, 112),
  step(56, 36, 24, 112),
  step(52, 36, 24, 88),
  step(48, 36, 20, 88),
  step(48, 34, 20, 88),
  step(48, leastType, 20, 88),
  step(48, leastType, 16, 72),
  step(48, leastType, 16, 72, { single: true }),
  step(44, leastType, 12, 56),
  step(40, leastType, 12, 56, { single: true }),
  step(36, leastType, 8, 48),
  step(leastType, leastType, 8, 48),
  step(leastType, leastType, 8, 48, { single: true }),
  step(48, leastType, 20, 112, { words: 'none' }),
  step(40, leastType, 16, 88, { words: 'none' }),
  step(leastType, leastType, 8, 72, { words: 'none' }),
  step(leastType, leastType, 16, 112, { words: 'none', stem: false }),
];

/** Results: the question was read already, so bars and explanation come first. */
export const resultSteps: readonly FitStep[] = [
  step(48, 40, 28, 88),
  step(48, 36, 24, 88),
  step(48, leastType, 20, 88),
  step(44, leastType, 16, 72),
  step(40, leastType, 12, 64),
  step(36, leastType, 8, 56),
  step(leastType, leastType, 8, 48),
  step(40, 36, 16, 64, { words: 'key' }),
  step(36, leastType, 8, 56, { words: 'key' }),
  step(leastType, leastType, 8, 48, { words: 'key' }),
  step(40, leastType, 12, 64, { explanation: false }),
  step(leastType, leastType, 8, 48, { explanation: false }),
  step(40, leastType, 12, 64, { words: 'key', explanation: false }),
  step(leastType, leastType, 8, 48, { words: 'key', explanation: false }),
  step(36, leastType, 8, 56, { words: 'none', explanation: false }),
  step(leastType, leastType, 8, 48, { words: 'none', explanation: false }),
  step(leastType, leastType, 8, 56, { words: 'none', explanation: false, stem: false }),
];

/** The first step that fits, else the last: the most that can be read. `fits` tries one on. */
export function chooseStep(steps: readonly FitStep[], fits: (step: FitStep) => boolean): FitStep {
  const found = steps.find((one) => fits(one)) ?? steps.at(-1);
  if (!found) throw new RangeError('no steps to choose from');
  return found;
}
