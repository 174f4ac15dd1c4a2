import { BarCanvas } from '../../charts/BarCanvas.tsx';
import { useText } from '../../i18n/text.tsx';
import { countWords, fullBar } from '../../options/count-words.ts';
import { Meter } from '../../ui/Meter.tsx';
import type { LiveProps } from '../live-props.ts';
import styles from './Rating.module.css';
import { ScaleEnds } from './ScaleEnds.tsx';

/** How often each step was chosen, and the mean. */
export function RatingLive({ question, picture, surface }: LiveProps<'rating'>) {
  const counts = Array.from({ length: question.steps }, (_, step) => picture.counts[step] ?? 0);
  return surface === 'wall' ? (
    <Columns question={question} counts={counts} picture={picture} />
  ) : (
    <Rows question={question} counts={counts} picture={picture} />
  );
}

/** Of a scale's many steps none is expected to hold half of a class. */
const leastShare = 1 / 4;

type DrawnProps = Pick<LiveProps<'rating'>, 'question' | 'picture'> & { counts: number[] };

function Columns({ question, picture, counts }: DrawnProps) {
  const text = useText();
  return (
    <div className={styles.live} style={{ '--steps': question.steps } as React.CSSProperties}>
      <div className={styles.columns}>
        <BarCanvas
          along="y"
          values={counts}
          full={fullBar(counts, picture.total, leastShare)}
          colours={counts.map(() => '--accent' as const)}
        />
        <ol className={styles.steps}>
          {counts.map((count, step) => {
            const words = countWords(count, picture.total, text);
            return (
              <li key={step} className={styles.step}>
                <b className={styles.figure}>{step + 1}</b>
                <span className={styles.count}>{words.count}</span>
              </li>
            );
          })}
        </ol>
        <ScaleEnds low={question.low} high={question.high} />
      </div>
      <Mean value={picture.mean} />
    </div>
  );
}

function Mean({ value }: { value: number | null }) {
  const { t, number } = useText();
  return (
    <p className={styles.mean}>
      <span>{value === null ? t('kinds.rating.wall.none') : t('kinds.rating.wall.mean')}</span>
      {value !== null && (
        <b className={styles.meanFigure}>
          {number(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 })}
        </b>
      )}
    </p>
  );
}

function Rows({ question, picture, counts }: DrawnProps) {
  const text = useText();
  const { t, number } = text;
  const full = fullBar(counts, picture.total, leastShare);
  return (
    <div className={styles.desk}>
      <ol className={styles.rows}>
        {counts.map((count, step) => {
          const words = countWords(count, picture.total, text);
          return (
            <li key={step} className={styles.row}>
              <b>{step + 1}</b>
              <Meter share={count / full} height={12} bare />
              <span className={styles.value}>
                <b>{words.count}</b>
                {words.percent && ` · ${words.percent}`}
              </span>
            </li>
          );
        })}
      </ol>
      {(question.low || question.high) && (
        <p className={styles.deskEnds}>
          <span>
            <b>1</b> {question.low}
          </span>
          <span>
            <b>{question.steps}</b> {question.high}
          </span>
        </p>
      )}
      {picture.mean !== null && (
        <p className={styles.deskMean}>
          {t('kinds.rating.wall.mean')}{' '}
          <b>{number(picture.mean, { minimumFractionDigits: 1, maximumFractionDigits: 1 })}</b>
        </p>
      )}
    </div>
  );
}
