import { holding } from '../../../lan-server/contract/folded.ts';

/** Those who have every word of `wanted` in one of the texts, in their order; all when nothing is wanted. */
export function findAmong<One>(
  all: readonly One[],
  wanted: string,
  textsOf: (one: One) => readonly (string | null)[],
): One[] {
  const has = holding(wanted);
  return all.filter((one) => has(textsOf(one).join(' ')));
}
