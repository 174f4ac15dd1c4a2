import type { SayLabel } from '../live-props.ts';

/** Its answers are words of the program and not of the teacher or the class. */
export const sayTrueFalse: SayLabel = (label, t) =>
  t(label === 'true' ? 'kinds.truefalse.wall.yes' : 'kinds.truefalse.wall.no');
