import type { LinkWord } from './PhoneFrame.tsx';

/** What helps a student once the laptop has not been found for a while. */
export type Away = {
  /** The code of the own seat. */
  seat: string;
  /** The laptop's name, and the lesson's address under it; null where it tells none, or is asked under it already. */
  elsewhere: { name: string; url: string } | null;
};

/** The connection as the screens need it; `nextTryAt` is on the clock of performance.now(), null while a try is under way. */
export type PhoneLink = { is: LinkWord; nextTryAt: number | null; away?: Away | null };
