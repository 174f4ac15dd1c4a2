import type { ReactNode } from 'react';
import styles from './QuietScreen.module.css';

type QuietScreenProps = {
  title: ReactNode;
  children?: ReactNode;
};

/** A few words in the middle of an otherwise empty slate. */
export function QuietScreen({ title, children }: QuietScreenProps) {
  return (
    <div className={styles.quiet}>
      <h1 className={styles.title}>{title}</h1>
      <div className={styles.words}>{children}</div>
    </div>
  );
}
