import type { Histogram } from '../../lan-server/questions/histogram.ts';
import { useText } from '../i18n/text.tsx';
import { countWords, fullBar } from '../options/count-words.ts';
import { classes } from '../ui/classes.ts';
import { Icon } from '../ui/Icon.tsx';
import { check } from '../ui/icons.ts';
import { Meter } from '../ui/Meter.tsx';
import { acceptedSaid, drawnBins } from './figures.ts';
import type { Accepted } from './figures.ts';
import styles from './HistogramMeters.module.css';
import { Middle } from './Middle.tsx';

type HistogramMetersProps = { histogram: Histogram; unit: string; accepted: Accepted | null };

/** The same in the console's column and in the results: small rows, mean and median below. */
export function HistogramMeters({ histogram, unit, accepted }: HistogramMetersProps) {
  const text = useText();
  const { t } = text;
  const bins = drawnBins(histogram, accepted, text);
  const full = fullBar(
    bins.map(({ count }) => count),
    histogram.total,
    1 / 4,
  );
  return (
    <div className={styles.desk}>
      <ol className={styles.rows}>
        {bins.map(({ label, count, right }) => {
          const words = countWords(count, histogram.total, text);
          return (
            <li key={label} className={classes(styles.row, right && styles.right)}>
              <span className={styles.tick}>
                {right && <Icon path={check} size="s" label={t('questions.phone.right')} />}
              </span>
              <span className={styles.label}>
                {label}
                {right === 'some' && ` ${t('questions.phone.bin.some')}`}
              </span>
              <Meter share={count / full} height={12} bare />
              <span className={styles.value}>
                <b>{words.count}</b>
                {words.percent && ` · ${words.percent}`}
              </span>
            </li>
          );
        })}
      </ol>
      {accepted && (
        <p>{t('questions.desk.accepted', { accepted: acceptedSaid(accepted, unit, text) })}</p>
      )}
      <p className={styles.middle}>
        <Middle histogram={histogram} unit={unit} />
      </p>
    </div>
  );
}
