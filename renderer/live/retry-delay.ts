const firstMs = 800;
const longestMs = 2400;
const leastMs = 200;

/**
 * How long to wait before the next try to connect, in ms: 0.4 to 1.2 s after a break, then up to 2.4 s, then 1.2 to 3.6 s for as
 * long as it takes, so that a class that was dropped at once does not come back at once, and that nobody waits longer than
 * that for a laptop that is back after an hour. What the last try took (`tookMs`: a laptop asleep answers nothing for seconds)
 * counts as waiting. `failures`: tries that failed since the break; `random`: from 0 up to, not including, 1.
 */
export function delayBeforeTry(failures: number, tookMs: number, random = Math.random): number {
  const jitter = 0.5 + random();
  const delay = Math.min(longestMs, firstMs * 2 ** failures) * jitter;
  return Math.max(delay - tookMs, leastMs * jitter);
}
