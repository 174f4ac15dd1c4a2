import { useText } from '../i18n/text.tsx';
import { countWords, fullBar } from '../options/count-words.ts';
import { classes } from '../ui/classes.ts';
import { Meter } from '../ui/Meter.tsx';
import { Seal } from '../ui/Seal.tsx';
import styles from './TypedRows.module.css';

/** An answer as the class typed it; `right` is left out where it is not to be said. */
export type TypedRow = { text: string; count: number; right?: boolean | undefined };

type TypedRowsProps = {
  rows: readonly TypedRow[];
  /** Students who answered. */
  total: number;
  /** `wall`: fills the board. `desk`: compact rows in the console's column. */
  surface: 'wall' | 'desk';
};

/** What was typed most: words, bar, count; what is right with its seal. */
export function TypedRows({ rows, total, surface }: TypedRowsProps) {
  const text = useText();
  const full = fullBar(
    rows.map(({ count }) => count),
    total,
  );
  const wall = surface === 'wall';
  return (
    <ol className={wall ? styles.wall : styles.desk}>
      {rows.map((row) => {
        const words = countWords(row.count, total, text);
        return (
          <li key={row.text} className={classes(styles.row, row.right === true && styles.right)}>
            <span className={styles.text}>
              {row.right === true && <Seal state="right" small className={styles.seal} />}
              <bdi>{row.text}</bdi>
            </span>
            <Meter share={row.count / full} height={wall ? 24 : 12} bare />
            <span className={styles.value}>
              <b>{words.count}</b>
              {words.percent && ` · ${words.percent}`}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
