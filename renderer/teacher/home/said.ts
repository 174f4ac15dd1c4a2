import type { IconPath } from '../../ui/index.ts';

/** What is said about one need. */
export type Said = {
  key: string;
  icon: IconPath;
  what: string;
  words: string;
  act: string;
  href: string;
};
