import type { ReactNode } from 'react';
import { classes } from '../../ui/index.ts';
import styles from './PageHead.module.css';

type PageHeadProps = {
  title: ReactNode;
  /** What follows keeps a distance of its own. */
  near?: boolean;
  /** Search and buttons, at the end of the line. */
  children?: ReactNode;
};

/** The first line of a page: its title, and what is done with all of it. */
export function PageHead({ title, near = false, children }: PageHeadProps) {
  return (
    <header className={classes(styles.head, near && styles.near)}>
      <h1>{title}</h1>
      {children}
    </header>
  );
}
