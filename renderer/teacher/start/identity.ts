import type { Identity } from '../../../lan-server/contract/frames.ts';

/**
 * Who is who in a lesson: what was wanted, where that can be. A class (`listed`) brings its list along until somebody wants it otherwise; a
 * list needs a class.
 */
export function identityFor(wanted: Identity | null, listed: boolean): Identity {
  if (wanted === null) return listed ? 'roster' : 'nickname';
  return wanted === 'roster' && !listed ? 'nickname' : wanted;
}
