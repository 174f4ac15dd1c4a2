import type { ReactNode } from 'react';
import { useText } from '../i18n/text.tsx';
import { Icon } from '../ui/Icon.tsx';
import { check } from '../ui/icons.ts';
import { classes } from '../ui/classes.ts';
import { Mark } from '../ui/Mark.tsx';
import type { Letter } from '../ui/shapes.ts';
import styles from './CountMatrix.module.css';

export type MatrixRow = {
  letter: Letter;
  text: string;
  counts: readonly number[];
  /** The column that is right; null while no key is shown. */
  right: number | null;
};

type CountMatrixProps = {
  /** What is counted, for who cannot see it. */
  caption: string;
  /** What the rows are: “Item”. */
  rowHead: string;
  columns: readonly { head: ReactNode; name: string }[];
  rows: readonly MatrixRow[];
  /** Students who answered. */
  total: number;
  /** What a marked cell means, in words: “Right place”. */
  rightSaid: string;
  surface: 'wall' | 'desk';
  /** What else is to be said, under the matrix. */
  children?: ReactNode;
};

/**
 * How often each row met each column: in every cell a bar and its figure, read along a row like a small chart. At the reveal the
 * right cell has a frame and a round tick, and a line below says what they mean.
 */
export function CountMatrix(props: CountMatrixProps) {
  const { caption, rowHead, columns, rows, total, rightSaid, surface, children } = props;
  const { number } = useText();
  const keyed = rows.some(({ right }) => right !== null);
  return (
    <div
      className={classes(styles.frame, surface === 'wall' ? styles.wall : styles.desk)}
      style={{ '--columns': columns.length, '--rows': rows.length } as React.CSSProperties}
    >
      <table className={styles.matrix}>
        <caption className="sr">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr">{rowHead}</span>
            </th>
            {columns.map(({ head, name }) => (
              <th key={name} scope="col" className={styles.column}>
                <span className="sr">{name}</span>
                <span aria-hidden="true">{head}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ letter, text, counts, right }) => (
            <tr key={letter}>
              <th scope="row" aria-label={`${letter.toUpperCase()} ${text}`.trim()}>
                <span className={styles.item}>
                  <span className={styles.mark}>
                    <Mark letter={letter} size="box" silent />
                  </span>
                  <span className={classes(styles.text, right !== null && styles.keyText)}>
                    {text}
                  </span>
                </span>
              </th>
              {columns.map(({ name }, column) => {
                const count = counts[column] ?? 0;
                const share = total === 0 ? 0 : count / total;
                return (
                  <td key={name} className={classes(styles.cell, right === column && styles.right)}>
                    {count > 0 && (
                      <span
                        className={styles.bar}
                        style={{
                          height: `calc((100% - 8px) * ${Math.round(share * 1000) / 1000})`,
                          background: `var(--answer-${letter})`,
                        }}
                      />
                    )}
                    {count === 0 ? (
                      <>
                        <span className="sr">{number(0)}</span>
                        <span className={styles.none} aria-hidden="true">
                          ·
                        </span>
                      </>
                    ) : (
                      <span className={styles.count}>{number(count)}</span>
                    )}
                    {right === column && (
                      <span className={styles.seal}>
                        <Icon path={check} label={rightSaid} />
                      </span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.under}>
        {children}
        {keyed && (
          <p className={styles.legend} aria-hidden="true">
            <span className={styles.seal}>
              <Icon path={check} />
            </span>
            {rightSaid}
          </p>
        )}
      </div>
    </div>
  );
}
