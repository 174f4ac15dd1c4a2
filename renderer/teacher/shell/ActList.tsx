import type { ReactNode } from 'react';
import { classes, Sheet } from '../../ui/index.ts';
import styles from './ActList.module.css';

/** A sheet of things that one act can be done with each. `label`: what they are. */
export function ActList({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Sheet pad="none" className={styles.sheet}>
      <ul aria-label={label}>{children}</ul>
    </Sheet>
  );
}

type ActRowProps = {
  name: string;
  /** Where it stands, beside the name. */
  pill?: ReactNode;
  /** The button. */
  act?: ReactNode;
  /** The button stands at the height of the name: there is much to say of the thing. */
  high?: boolean;
  /** What there is to say of it. */
  children: ReactNode;
};

/** One thing of an `ActList`. */
export function ActRow({ name, pill, act, high = false, children }: ActRowProps) {
  return (
    <li className={classes(styles.row, high && styles.high)}>
      <div className={styles.what}>
        <b className={styles.name}>{name}</b>
        {pill}
        {children}
      </div>
      {act}
    </li>
  );
}
