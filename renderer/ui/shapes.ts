/** The letters that mark answers, in order. Eight is the most that a question can have. */
export const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const;

export type Letter = (typeof letters)[number];

/** The outline of each letter's shape in a 48 × 48 box: arch, box, circle, diamond, escutcheon, flag, Greek cross, hexagon. */
export const shapes: Record<Letter, string> = {
  a: 'M7 45V24C7 13 14 6 24 2c10 4 17 11 17 22v21z',
  b: 'M6 5h36a1 1 0 0 1 1 1v36a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1z',
  c: 'M24 3a21 21 0 1 1 0 42a21 21 0 0 1 0-42z',
  d: 'M24 1 47 24 24 47 1 24z',
  e: 'M6 4h36v19c0 11-7 18.5-18 23C13 41.5 6 34 6 23z',
  f: 'M3 6h43l-8.5 18L46 42H3z',
  g: 'M15 3h18v12h12v18H33v12H15V33H3V15h12z',
  h: 'M13 5h22l12 19-12 19H13L1 24z',
};

/** Where the letter stands on its shape: the centre that the eye sees, and the baseline, in the same box. */
export const letterPlace: Record<Letter, { x: number; y: number }> = {
  a: { x: 24, y: 33.5 },
  b: { x: 24, y: 31.5 },
  c: { x: 24, y: 31.5 },
  d: { x: 24, y: 31.5 },
  e: { x: 24, y: 30.5 },
  f: { x: 21.5, y: 31.5 },
  g: { x: 24, y: 31.5 },
  h: { x: 24, y: 31.5 },
};

/** The letter of the option at a place from 0 to 7. */
export function letterAt(place: number): Letter {
  const letter = letters[place];
  if (!letter) throw new RangeError(`no letter for option ${place}`);
  return letter;
}
