import type { ReactNode } from 'react';
import { classes, Icon, icons } from '../ui/index.ts';
import { useSortableRow } from './sortable-row.ts';
import styles from './SortableRow.module.css';

type SortableRowProps = {
  id: number;
  /** What its handle is called when it is read out. */
  handle: string;
  /** Its only field shows a frame of its own only while one writes. */
  bare: boolean;
  className?: string | undefined;
  children: ReactNode;
};

/** A row of fields in a SortableList, with the handle that moves it. */
export function SortableRow({ id, handle, bare, className, children }: SortableRowProps) {
  const sortable = useSortableRow(id);
  return (
    <li
      {...sortable.row}
      className={classes(
        styles.row,
        bare && styles.bare,
        sortable.dragging && styles.dragging,
        className,
      )}
    >
      <button {...sortable.handle} type="button" className={styles.grip} aria-label={handle}>
        <Icon path={icons.grip} />
      </button>
      {children}
    </li>
  );
}
