import { newToken, tokenHash } from './tokens.ts';

/** A browser that was just opened has asked long before. */
const validMs = 2 * 60_000;
/** More were never asked for; the oldest goes. */
const mostKept = 10;

export type OneTimeKeys = {
  /** A key that signs in once, within two minutes. */
  make(): string;
  /** Whether this was such a key; it is none any more. */
  take(shown: string): boolean;
};

/**
 * Keys for the address that a browser is opened with: command lines can be read by others on the machine, and browsers
 * remember addresses. What stays there is worth nothing once it was used. `now`: ms, never backwards.
 */
export function createOneTimeKeys({ now }: { now: () => number }): OneTimeKeys {
  const kept = new Map<string, number>();
  return {
    make() {
      const key = newToken();
      kept.set(tokenHash(key), now() + validMs);
      const oldest = kept.keys().next();
      if (kept.size > mostKept && !oldest.done) kept.delete(oldest.value);
      return key;
    },
    take(shown) {
      const hash = tokenHash(shown);
      const until = kept.get(hash);
      kept.delete(hash);
      return until !== undefined && now() < until;
    },
  };
}
