import type { ReactNode } from 'react';
import { Picture } from '../images/Picture.tsx';
import { OptionText } from '../rich/sayings.tsx';
import { classes } from '../ui/classes.ts';
import { Mark } from '../ui/Mark.tsx';
import type { OptionRow } from './option-row.ts';
import styles from './WallOptionRow.module.css';

/** What decides how all rows of one picture of options look. */
export type WallOptionsLook = {
  /** The key is shown: what is not right steps back. */
  revealed: boolean;
  /** At least one option has an image: all keep room for one. */
  pictured: boolean;
  /** Neither words nor images: marks alone. */
  bare: boolean;
};

/** The look of these rows. */
export function lookOf(rows: readonly OptionRow[]): WallOptionsLook {
  const pictured = rows.some((row) => row.image);
  return {
    revealed: rows.some((row) => row.keyed),
    pictured,
    bare: !pictured && rows.every((row) => row.text.trim() === ''),
  };
}

/**
 * An option on the wall: its mark, its words or image, and then what the picture tells of it (`children`). A row of a grid whose first two
 * columns are the mark's and the words'.
 */
export function WallOptionRow({
  row,
  place,
  look: { revealed, pictured, bare },
  className,
  children,
}: {
  row: OptionRow;
  /** From 0. */
  place: number;
  look: WallOptionsLook;
  className?: string | undefined;
  children: ReactNode;
}) {
  return (
    <li
      className={classes(
        styles.row,
        row.keyed && styles.keyed,
        revealed && !row.keyed && styles.other,
        className,
      )}
    >
      <span className={styles.mark}>
        <Mark letter={row.letter} size="box" keyed={row.keyed} />
      </span>
      <span className={classes(styles.text, pictured && styles.pictured, bare && styles.none)}>
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
      {children}
    </li>
  );
}
