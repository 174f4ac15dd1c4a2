type TimeKey = 'student.timer.ten' | 'student.timer.thirty';

/** For how long the words stand: reading aloud begins by then, and what is gone is not read again. */
const standsMs = 5000;

/** The time at 30 and at 10 seconds; '' after it was said; null while it is not yet time. */
export function timeSaid(
  left: number | null,
  totalMs: number,
  { t }: { t: (key: TimeKey) => string },
) {
  if (left === null) return null;
  for (const [key, seconds] of [
    ['student.timer.ten', 10],
    ['student.timer.thirty', 30],
  ] as const) {
    const limit = seconds * 1000;
    if (left <= limit && totalMs > limit) return left > limit - standsMs ? t(key) : '';
  }
  return null;
}
