import type { AskedProps } from '../live-props.ts';
import styles from './Rating.module.css';
import { ScaleEnds } from './ScaleEnds.tsx';

/** The scale on the wall, while results are hidden. */
export function RatingAsked({ question }: AskedProps<'rating'>) {
  return (
    <div className={styles.asked} style={{ '--steps': question.steps } as React.CSSProperties}>
      <ol className={styles.steps}>
        {Array.from({ length: question.steps }, (_, step) => (
          <li key={step} className={styles.tile}>
            {step + 1}
          </li>
        ))}
      </ol>
      <ScaleEnds low={question.low} high={question.high} />
    </div>
  );
}
