import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

type EmptyStateProps = {
  /** What will stand here. */
  title: ReactNode;
  children?: ReactNode;
  /** The one step that fills it: a button or link. */
  step?: ReactNode;
};

/** A place that waits for its content. No drawing. */
export function EmptyState({ title, children, step }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {children && <p className={styles.words}>{children}</p>}
      {step && <div className={styles.step}>{step}</div>}
    </div>
  );
}
