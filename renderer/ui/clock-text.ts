/**
 * A length of time as a clock: 0:32, 12:05, 1:02:05. Part of a second counts as a whole one, so that 0:00 means over.
 * The same in every language that Chalkbox speaks.
 */
export function clockText(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const two = (n: number) => (n < 10 ? `0${n}` : String(n));
  const h = Math.floor(seconds / 3600);
  const m = Math.floor((seconds % 3600) / 60);
  return h > 0 ? `${h}:${two(m)}:${two(seconds % 60)}` : `${m}:${two(seconds % 60)}`;
}
