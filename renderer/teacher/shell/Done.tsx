import type { ReactNode } from 'react';
import styles from './Done.module.css';

/** What was just done, in a word; its place stays, so that it is read out when it comes. */
export function Done({ children }: { children: ReactNode }) {
  return (
    <p role="status" className={styles.done}>
      {children}
    </p>
  );
}
