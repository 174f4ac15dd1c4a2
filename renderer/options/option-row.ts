import type { Image } from '../../lan-server/contract/images.ts';
import type { Letter } from '../ui/shapes.ts';

/** One option with its count. */
export type OptionRow = {
  letter: Letter;
  /** Empty: the teacher reads it out. */
  text: string;
  /** Its picture, where it has one. */
  image?: Image | null | undefined;
  count: number;
  /** Part of the revealed key. */
  keyed: boolean;
};
