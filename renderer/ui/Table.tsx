import type { ReactNode } from 'react';
import styles from './Table.module.css';

type TableProps = {
  caption: string;
  /** A heading above says it already. */
  hideCaption?: boolean;
  /** Native thead and tbody; cells with `data-figure` stand at the end of their column. */
  children: ReactNode;
};

/** The look of a table of figures: hairlines, tabular figures, no stripes. Scrolls sideways where it must. */
export function Table({ caption, hideCaption, children }: TableProps) {
  return (
    // Reachable by keyboard, so that a table wider than its place can be scrolled without a mouse.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.scroll} role="group" aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption className={hideCaption ? 'sr' : undefined}>{caption}</caption>
        {children}
      </table>
    </div>
  );
}
