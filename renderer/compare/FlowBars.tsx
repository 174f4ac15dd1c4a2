import { useText } from '../i18n/text.tsx';
import { countWords } from '../options/count-words.ts';
import { lookOf, WallOptionRow } from '../options/WallOptionRow.tsx';
import { classes } from '../ui/classes.ts';
import { Mark } from '../ui/Mark.tsx';
import { letterAt } from '../ui/shapes.ts';
import type { MovedRow } from './moves-between.ts';
import { drawing, ribbons } from './ribbons.ts';
import styles from './FlowBars.module.css';

type FlowBarsProps = {
  rows: readonly MovedRow[];
  flow: readonly (readonly number[])[];
  /** Students who answered each time. */
  totals: { before: number; now: number };
  heads: { before: string; now: string };
};

/**
 * Two votes on the wall: a row an option with its count on both sides, the ways between them as ribbons, and beside the second count
 * who stayed and who came from where. The ribbons are silent: all that they say stands in the rows as text.
 */
export function FlowBars({ rows, flow, totals, heads }: FlowBarsProps) {
  const text = useText();
  const { t, number } = text;
  const look = lookOf(rows);
  const { bars, ways } = ribbons(
    rows.map((row) => row.before),
    rows.map((row) => row.count),
    flow,
  );
  const ink = (place: number) => `var(--answer-${letterAt(place)})`;
  return (
    <div
      className={classes(styles.flow, look.bare && styles.bare, look.pictured && styles.images)}
      style={{ '--rows': rows.length } as React.CSSProperties}
    >
      <div className={styles.heads}>
        <b className={styles.before}>{heads.before}</b>
        <b className={styles.now}>{heads.now}</b>
      </div>
      <ol className={styles.rows}>
        {rows.map((row, place) => {
          const before = countWords(row.before, totals.before, text);
          const now = countWords(row.count, totals.now, text);
          return (
            <WallOptionRow
              key={row.letter}
              row={row}
              place={place}
              look={look}
              className={styles.row}
            >
              <span className={styles.before}>
                <span className="sr">{heads.before}: </span>
                <b>{before.count}</b>
                {before.percent && ` · ${before.percent}`}
              </span>
              <span className={styles.now}>
                <span>
                  <span className="sr">{heads.now}: </span>
                  <b>{now.count}</b>
                  {now.percent && ` · ${now.percent}`}
                </span>
                {(row.stayed > 0 || row.came.length > 0) && (
                  <span className={styles.moves}>
                    {row.stayed > 0 && (
                      <span>{t('projector.compare.stayed', { count: row.stayed })}</span>
                    )}
                    {row.came.length > 0 && (
                      <span className={styles.came}>
                        <span aria-hidden="true">+</span>
                        <span className="sr">{t('projector.compare.from')}</span>
                        {row.came.map(({ from, count }) => (
                          <span key={from} className={styles.way}>
                            <Mark letter={letterAt(from)} size={36} />
                            {number(count)}
                          </span>
                        ))}
                      </span>
                    )}
                  </span>
                )}
              </span>
            </WallOptionRow>
          );
        })}
      </ol>
      <div className={styles.canvas} aria-hidden="true">
        <svg
          viewBox={`0 0 ${drawing.width} ${drawing.row * rows.length}`}
          preserveAspectRatio="none"
          focusable="false"
        >
          {ways.map(({ key, place, path }) => (
            <path key={key} className={styles.ribbon} d={path} fill={ink(place)} />
          ))}
          {bars.map(({ key, place, path }) => (
            <path key={key} d={path} fill={ink(place)} />
          ))}
        </svg>
      </div>
    </div>
  );
}
