import { Mark } from '../ui/Mark.tsx';
import { Meter } from '../ui/Meter.tsx';
import { Seal } from '../ui/Seal.tsx';
import type { Letter } from '../ui/shapes.ts';
import styles from './ClassBars.module.css';

export type ClassRow = {
  /** An option by its mark, anything else by its words. */
  letter?: Letter;
  label?: string;
  count: number;
  right: boolean;
};

/** How the class answered: bars compared with each other, each with its mark or words and its count. */
export function ClassBars({ rows }: { rows: readonly ClassRow[] }) {
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <ul>
      {rows.map(({ letter, label, count, right }) => (
        <li key={letter ?? label} className={letter ? styles.row : styles.wordRow}>
          {letter ? (
            <Mark letter={letter} size={28} keyed={right} />
          ) : (
            <span className={right ? styles.rightWords : undefined}>
              {right && <Seal state="right" small className={styles.seal} />}
              <bdi>{label}</bdi>
            </span>
          )}
          <Meter share={count / most} height={16} bare {...(letter ? { letter } : {})} />
          <span className={right ? styles.rightCount : styles.count}>{count}</span>
        </li>
      ))}
    </ul>
  );
}
