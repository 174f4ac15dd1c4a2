import { BarCanvas } from '../charts/BarCanvas.tsx';
import { useText } from '../i18n/text.tsx';
import { classes } from '../ui/classes.ts';
import { countWords, fullBar } from './count-words.ts';
import type { OptionRow } from './option-row.ts';
import { lookOf, WallOptionRow } from './WallOptionRow.tsx';
import styles from './OptionBars.module.css';

type OptionBarsProps = {
  rows: readonly OptionRow[];
  /** Students who answered. */
  total: number;
};

/**
 * Results on the wall: a row an option with mark, words and count, and behind all rows one canvas with the bars. Rows are of
 * equal height and stand without gaps, so that the canvas's bands lie exactly on them.
 */
export function OptionBars({ rows, total }: OptionBarsProps) {
  const text = useText();
  const counts = rows.map((row) => row.count);
  const look = lookOf(rows);
  return (
    <div
      className={classes(styles.bars, look.bare && styles.bare)}
      style={{ '--rows': rows.length } as React.CSSProperties}
    >
      <ol className={styles.rows}>
        {rows.map((row, place) => {
          const words = countWords(row.count, total, text);
          return (
            <WallOptionRow key={row.letter} row={row} place={place} look={look}>
              <span className={styles.value}>
                <b>{words.count}</b>
                {words.percent && ` · ${words.percent}`}
              </span>
            </WallOptionRow>
          );
        })}
      </ol>
      <BarCanvas
        className={styles.canvas}
        along="x"
        values={counts}
        full={fullBar(counts, total)}
        colours={rows.map((row) => `--answer-${row.letter}` as const)}
      />
    </div>
  );
}
