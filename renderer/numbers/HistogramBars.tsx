import type { Histogram } from '../../lan-server/questions/histogram.ts';
import { BarCanvas } from '../charts/BarCanvas.tsx';
import { useText } from '../i18n/text.tsx';
import { countWords, fullBar } from '../options/count-words.ts';
import { classes } from '../ui/classes.ts';
import { Seal } from '../ui/Seal.tsx';
import { acceptedSaid, drawnBins } from './figures.ts';
import type { Accepted } from './figures.ts';
import styles from './HistogramBars.module.css';
import { Middle } from './Middle.tsx';

type HistogramBarsProps = {
  histogram: Histogram;
  unit: string;
  /** The most bars that there will ever be: so much room is kept, so that nothing changes its size while answers come in. */
  most: number;
  /** The numbers that count as right, once the key may be seen. */
  accepted: Accepted | null;
};

/** Of many bars none is expected to hold half of a class. */
const leastShare = 1 / 4;

/**
 * Numbers of a class on the wall: a lying bar for each number, or for each step, the smallest on top. Rows stand without gaps, so that
 * the canvas's bands lie exactly on them. Right ones have a seal, bold figures and a ground, and the key stands below in words.
 */
export function HistogramBars({ histogram, unit, most, accepted }: HistogramBarsProps) {
  const text = useText();
  const { t } = text;
  const { total } = histogram;
  const bins = drawnBins(histogram, accepted, text);
  const counts = bins.map(({ count }) => count);
  return (
    <div className={styles.live} style={{ '--most': most } as React.CSSProperties}>
      <div className={styles.room}>
        {bins.length === 0 ? (
          <p className={styles.none}>{t('questions.desk.noNumbers')}</p>
        ) : (
          <div className={styles.bars} style={{ '--rows': bins.length } as React.CSSProperties}>
            <ol className={styles.rows}>
              {bins.map(({ label, count, right }) => {
                const words = countWords(count, total, text);
                return (
                  <li key={label} className={classes(styles.row, right && styles.right)}>
                    <span className={styles.seal}>
                      {right && <Seal state="right" small className={styles.tick} />}
                    </span>
                    <span className={styles.label}>
                      {label}
                      {right === 'some' && (
                        <span className={styles.some}> {t('questions.phone.bin.some')}</span>
                      )}
                    </span>
                    <span className={styles.value}>
                      <b>{words.count}</b>
                      {words.percent && ` · ${words.percent}`}
                    </span>
                  </li>
                );
              })}
            </ol>
            <BarCanvas
              className={styles.canvas}
              along="x"
              values={counts}
              full={fullBar(counts, total, leastShare)}
              colours={counts.map(() => '--accent' as const)}
            />
          </div>
        )}
      </div>
      <p className={styles.foot}>
        {accepted && (
          <b>{t('questions.desk.accepted', { accepted: acceptedSaid(accepted, unit, text) })}</b>
        )}
        <Middle histogram={histogram} unit={unit} />
      </p>
    </div>
  );
}
