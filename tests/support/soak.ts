/** Minutes that a soak may take in all; null in `npm test`. */
const minutes = process.env['CHALKBOX_SOAK_MINUTES'];

export const soaking = minutes !== undefined;

/** The share of the soak's time that one test takes, in ms; 0 in `npm test`. */
export function soakMs(share: number): number {
  return soaking ? share * Number(minutes) * 60_000 : 0;
}

/** How often fast-check tries a property: so many times in `npm test`, in a soak the more often the longer it is. */
export function tries(numRuns: number): { numRuns: number } {
  return { numRuns: soaking ? numRuns * Math.max(2, Math.round(Number(minutes) / 5)) : numRuns };
}

/** Says when enough rounds were made: so many in `npm test`, as many as fit into a share of the time in a soak. */
export function longEnough(rounds: number, share: number): (made: number) => boolean {
  const until = performance.now() + soakMs(share);
  return (made) => (soaking ? performance.now() >= until : made >= rounds);
}
