import type { Histogram } from '../../lan-server/questions/histogram.ts';
import { useText } from '../i18n/text.tsx';
import { figure } from './figures.ts';

/** Mean and median in words; nothing while nobody has answered. */
export function Middle({ histogram, unit }: { histogram: Histogram; unit: string }) {
  const text = useText();
  const { mean, median } = histogram;
  if (mean === null || median === null) return null;
  // Three digits more than a person would remember say nothing.
  const short = (value: number) => figure(Number(value.toPrecision(4)), unit, text);
  return (
    <span>
      {text.t('questions.phone.middle', { mean: short(mean), median: figure(median, unit, text) })}
    </span>
  );
}
