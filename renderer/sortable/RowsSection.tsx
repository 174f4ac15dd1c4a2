import type { ReactNode } from 'react';
import { Button, Icon, icons } from '../ui/index.ts';
import styles from './RowsSection.module.css';

type RowsSectionProps = {
  title: string;
  hint?: string;
  /** Adds a row; `full` says why there can be no more, or null. */
  add?: { words: string; full: string | null; onAdd: () => void };
  /** The list of rows. */
  children: ReactNode;
};

/** A list of rows in the editor, under its title; at its foot one more can be added. */
export function RowsSection({ title, hint, add, children }: RowsSectionProps) {
  return (
    <section aria-label={title} className={styles.section}>
      <div className={styles.head}>
        <h2 className="label">{title}</h2>
        {hint !== undefined && <span className="small muted">{hint}</span>}
      </div>
      {children}
      {add?.full === null && (
        <Button
          look="quiet"
          className={styles.add}
          icon={<Icon path={icons.plus} />}
          onClick={add.onAdd}
        >
          {add.words}
        </Button>
      )}
      {add && add.full !== null && <p className={styles.most}>{add.full}</p>}
    </section>
  );
}
