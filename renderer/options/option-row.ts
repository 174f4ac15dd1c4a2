import type { Letter } from '../ui/shapes.ts';

/** One option with its count. */
export type OptionRow = {
  letter: Letter;
  /** Empty: the teacher reads it out. */
  text: string;
  count: number;
  /** Part of the revealed key. */
  keyed: boolean;
};
