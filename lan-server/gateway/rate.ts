/** How often something may be done: `points` at once, and as many again spread over `seconds`. */
export type Rate = { points: number; seconds: number };

export type RateLimit = {
  /** Takes one point of the key's; false when none is left. */
  take(key: string): boolean;
  /** Whether a point is left, without taking it. */
  has(key: string): boolean;
};

/** So many keys are kept; the one that came first goes, and begins anew with all its points. */
const mostKeys = 20_000;

/**
 * A bucket of points for each key that fills up by itself. Asked at each answer of a class, so it is answered at once and sets
 * no timer. `now`: ms that only grow.
 */
export function createRateLimit(
  { points, seconds }: Rate,
  now: () => number = () => performance.now(),
): RateLimit {
  const perMs = points / (seconds * 1000);
  const buckets = new Map<string, { left: number; at: number }>();

  function bucketOf(key: string) {
    const at = now();
    const known = buckets.get(key);
    if (known) {
      known.left = Math.min(points, known.left + (at - known.at) * perMs);
      known.at = at;
      return known;
    }
    const oldest = buckets.keys().next();
    if (buckets.size >= mostKeys && !oldest.done) buckets.delete(oldest.value);
    const fresh = { left: points, at };
    buckets.set(key, fresh);
    return fresh;
  }

  return {
    take(key) {
      const bucket = bucketOf(key);
      if (bucket.left < 1) return false;
      bucket.left -= 1;
      return true;
    },
    has: (key) => bucketOf(key).left >= 1,
  };
}
