import type { LinkWord } from './PhoneFrame.tsx';

/** The connection as the screens need it; `nextTryAt` is on the clock of performance.now(), null while a try is under way. */
export type PhoneLink = { is: LinkWord; nextTryAt: number | null };
