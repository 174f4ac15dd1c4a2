import type { ComponentType } from 'react';
import type { KindName, questionKinds } from '../../lan-server/questions/index.ts';
import type { TextApi } from '../i18n/text.tsx';
import type { OptionRow } from '../options/option-row.ts';

type Kinds = typeof questionKinds;

export type PublicOf<K extends KindName> = ReturnType<Kinds[K]['redact']>;
export type PictureOf<K extends KindName> = ReturnType<Kinds[K]['picture']>;
export type AnswerOf<K extends KindName> = Parameters<Kinds[K]['accepts']>[1];
export type KeyOf<K extends KindName> = NonNullable<ReturnType<Kinds[K]['key']>>;

/** On the wall while results are hidden: what can be answered. */
export type AskedProps<K extends KindName> = { question: PublicOf<K> };

/** Results while answers come in and after. */
export type LiveProps<K extends KindName> = {
  question: PublicOf<K>;
  picture: PictureOf<K>;
  /** Only after the reveal, or on the teacher's own side. */
  revealedKey: KeyOf<K> | null;
  /** `wall`: fills the board. `desk`: compact rows in the console's column. */
  surface: 'wall' | 'desk';
};

/** What wall, console and results need to know of one kind of question. */
export type LiveUi<K extends KindName> = {
  Asked: ComponentType<AskedProps<K>>;
  Live: ComponentType<LiveProps<K>>;
  /** The picture as options with their counts, for kinds that have some: two votes are then drawn with who moved between them. */
  options?: (drawn: Omit<LiveProps<K>, 'surface'>, t: TextApi['t']) => OptionRow[];
  /** The kind draws the question's picture itself, as part of its answers. */
  readonly drawsImage?: true;
  /**
   * What of the picture's words the wall must make room for, where that changes while answers come in; counts alone take no
   * more room.
   */
  room?: (picture: PictureOf<K>) => unknown;
  /** The label of a row of answers, where it is a word of the program (`true`) and no person's. */
  sayLabel?: SayLabel;
  /** The key in words, where the rows of answers do not hold it: “9.6 to 10 m/s”. */
  sayKey?: (question: PublicOf<K>, key: KeyOf<K>, text: TextApi) => string;
};

/** Says the label of a row of answers in the reader's language. */
export type SayLabel = (label: string, t: TextApi['t']) => string;
