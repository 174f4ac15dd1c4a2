const day = 86_400_000;

function startOfDay(at: number): number {
  const date = new Date(at);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

/** Whole days between two moments as people count them: yesterday evening is 1, even an hour ago. */
export function daysBetween(earlier: number, later: number): number {
  // Rounded: a day with a clock change has 23 or 25 hours.
  return Math.round((startOfDay(later) - startOfDay(earlier)) / day);
}
