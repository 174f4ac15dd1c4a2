import { BarCanvas } from '../charts/BarCanvas.tsx';
import { Picture } from '../images/Picture.tsx';
import { useText } from '../i18n/text.tsx';
import { OptionText } from '../rich/sayings.tsx';
import { classes } from '../ui/classes.ts';
import { Mark } from '../ui/Mark.tsx';
import { countWords, fullBar } from './count-words.ts';
import type { OptionRow } from './option-row.ts';
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
  const revealed = rows.some((row) => row.keyed);
  const pictured = rows.some((row) => row.image);
  const bare = !pictured && rows.every((row) => row.text.trim() === '');
  return (
    <div
      className={classes(styles.bars, bare && styles.bare)}
      style={{ '--rows': rows.length } as React.CSSProperties}
    >
      <ol className={styles.rows}>
        {rows.map((row, place) => {
          const words = countWords(row.count, total, text);
          return (
            <li
              key={row.letter}
              className={classes(
                styles.row,
                row.keyed && styles.keyed,
                revealed && !row.keyed && styles.other,
              )}
            >
              <span className={styles.mark}>
                <Mark letter={row.letter} size="box" keyed={row.keyed} />
              </span>
              <span className={classes(styles.text, pictured && styles.pictured)}>
                {row.image && (
                  <span className={styles.shown}>
                    <Picture image={row.image} className={styles.picture} />
                  </span>
                )}
                {row.text && (
                  <span className={styles.words}>
                    <OptionText place={place} text={row.text} />
                  </span>
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
        full={fullBar(counts, total)}
        colours={rows.map((row) => `--answer-${row.letter}` as const)}
      />
    </div>
  );
}
