import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './Sheet.module.css';

type SheetProps = {
  as?: 'div' | 'section' | 'aside' | 'article' | 'li';
  /** Inner margin: none, 16 px (default) or 20 × 24 px. */
  pad?: 'none' | 'normal' | 'roomy';
  /** The one sheet that is due now. */
  lifted?: boolean;
  label?: string;
  className?: string | undefined;
  children: ReactNode;
};

/** A sheet of paper on the desk: things that belong together. */
export function Sheet({
  as: Tag = 'div',
  pad = 'normal',
  lifted,
  label,
  className,
  children,
}: SheetProps) {
  return (
    <Tag
      className={classes(
        styles.sheet,
        pad === 'normal' && styles.padded,
        pad === 'roomy' && styles.roomy,
        lifted && styles.lifted,
        className,
      )}
      aria-label={label}
    >
      {children}
    </Tag>
  );
}
