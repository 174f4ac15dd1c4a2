import type { ReactNode } from 'react';
import { classes } from '../../ui/index.ts';
import styles from './Column.module.css';

type ColumnProps = {
  as?: 'section' | 'aside';
  heading: string;
  /** Stands at the end of the heading's line. */
  end?: ReactNode;
  /** How far what follows stands from the heading. */
  gap?: 'small' | 'medium' | 'large';
  children: ReactNode;
};

/** A column of the console: its heading, and below it as much height as there is. */
export function Column({
  as: Tag = 'section',
  heading,
  end,
  gap = 'medium',
  children,
}: ColumnProps) {
  return (
    <Tag className={styles.column} aria-label={heading}>
      <div className={classes(styles.head, styles[gap])}>
        <h2>{heading}</h2>
        {end}
      </div>
      {children}
    </Tag>
  );
}

/** What stands at the end of a heading's line, where it is more than one thing. */
export function HeadEnd({ children }: { children: ReactNode }) {
  return <span className={styles.end}>{children}</span>;
}
