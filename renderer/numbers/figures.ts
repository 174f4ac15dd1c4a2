import type { Bin, Histogram } from '../../lan-server/questions/histogram.ts';
import type { TextApi } from '../i18n/voice.ts';

/** The lowest and the highest number that a key accepts, both included. */
export type Accepted = readonly [low: number, high: number];

/** A number as people of the language write it, with all its digits; the unit behind it. */
export function figure(value: number, unit: string, { number }: Pick<TextApi, 'number'>): string {
  const digits = number(value, { maximumSignificantDigits: 12 });
  // A sign is no word: it stands close to its figure.
  return unit === '' ? digits : `${digits}${/^[%‰°′″]$/.test(unit) ? '' : '\u00A0'}${unit}`;
}

/** The numbers that count as right: “9.81 m/s²”, “9.6 to 10 m/s”. */
export function acceptedSaid([low, high]: Accepted, unit: string, text: TextApi): string {
  if (low === high) return figure(low, unit, text);
  const from = figure(low, '', text);
  return text.t('questions.phone.bin.range', { from, to: figure(high, unit, text) });
}

/** One bar of a histogram as it is drawn: what it stands for, and whether right answers lie in it. */
export type DrawnBin = { label: string; count: number; right: 'all' | 'some' | null };

/** The bars with their words; `accepted` only once the key may be seen. */
export function drawnBins(
  { by, bins }: Pick<Histogram, 'by' | 'bins'>,
  accepted: Accepted | null,
  text: TextApi,
): DrawnBin[] {
  return bins.map((bin) => ({
    label: binSaid(bin, by, text),
    count: bin.count,
    right: accepted && rightIn(bin, by, accepted),
  }));
}

function binSaid({ from, to }: Bin, by: Histogram['by'], text: TextApi): string {
  const { t } = text;
  const say = (value: number) => figure(value, '', text);
  if (from === null)
    return t(by === 'half' ? 'questions.phone.bin.below' : 'questions.phone.bin.orLess', {
      to: say(to ?? 0),
    });
  if (to === null) return t('questions.phone.bin.orMore', { from: say(from) });
  if (from === to) return say(from);
  return t(by === 'half' ? 'questions.phone.bin.half' : 'questions.phone.bin.range', {
    from: say(from),
    to: say(to),
  });
}

/** The same but for what floating point adds; an open end is near to nothing. */
function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-12 * Math.min(Math.abs(a), Math.abs(b));
}

function rightIn({ from, to }: Bin, by: Histogram['by'], [low, high]: Accepted): DrawnBin['right'] {
  const first = from ?? -Infinity;
  const last = to ?? Infinity;
  const upTo = by === 'half' ? low < last && !near(low, last) : low <= last || near(low, last);
  if (!upTo || !(first <= high || near(first, high))) return null;
  const whole = (first >= low || near(first, low)) && (last <= high || near(last, high));
  return whole ? 'all' : 'some';
}
