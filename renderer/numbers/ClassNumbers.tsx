import type { Histogram } from '../../lan-server/questions/histogram.ts';
import { useText } from '../i18n/text.tsx';
import { ClassBars } from '../phone/ClassBars.tsx';
import { drawnBins } from './figures.ts';
import type { Accepted } from './figures.ts';
import styles from './ClassNumbers.module.css';
import { Middle } from './Middle.tsx';

type ClassNumbersProps = { histogram: Histogram; unit: string; accepted: Accepted | null };

/** How the class answered with numbers, on the phone. */
export function ClassNumbers({ histogram, unit, accepted }: ClassNumbersProps) {
  const text = useText();
  return (
    <>
      <ClassBars
        rows={drawnBins(histogram, accepted, text).map(({ label, count, right }) => ({
          label: right === 'some' ? `${label} ${text.t('questions.phone.bin.some')}` : label,
          count,
          right: right !== null,
        }))}
      />
      <p className={styles.middle}>
        <Middle histogram={histogram} unit={unit} />
      </p>
    </>
  );
}
