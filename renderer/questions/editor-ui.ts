import type { ReactNode } from 'react';
import type { Question } from '../../lan-server/questions/index.ts';
import type { IconPath } from '../ui/icons.ts';

/** Q = the question of one kind, with its key. */
export type EditorProps<Q> = {
  question: Q;
  /**
   * The question as it should be. `field` names what is being typed in: typing on in the same field is one step for undo;
   * without it, each change is a step of its own.
   */
  onChange: (question: Q, field?: string) => void;
};

/** The groups of the menu of kinds, in its order; `teacher.json` has a name for each. */
export const kindGroups = ['choose', 'type', 'arrange', 'opinion', 'show'] as const;
export type KindGroup = (typeof kindGroups)[number];

/** What the editor needs to know of one kind of question. */
export type EditorUi<Q> = {
  /** The fields that only this kind has: options, scale, key. */
  Editor: (props: EditorProps<Q>) => ReactNode;
  /** Whether the kind has a key; without one, points mean nothing. */
  readonly keyed: boolean;
  /** Its answers are the question's `options`, which a phone may show in an order of its own. */
  readonly shuffles?: true;
  /** Where the menu of kinds has it, and its picture there. Its name and a line about it stand in its texts. */
  readonly group: KindGroup;
  readonly icon: IconPath;
  /** Takes over what this kind shares with another kind's question (options, key); `blank` where it shares nothing. */
  adopt(blank: Q, from: Question): Q;
};
