import { useId } from 'react';
import type { ReactNode } from 'react';
import { Icon, icons } from '../../../ui/index.ts';
import styles from './PlayGroup.module.css';

type PlayGroupProps = {
  title: string;
  /** What is chosen now, in a few words: seen while the group is folded. */
  now: string;
  children: ReactNode;
};

/** Some settings under one line that says how they stand; it opens at a press. */
export function PlayGroup({ title, now, children }: PlayGroupProps) {
  const id = useId();
  return (
    <details className={styles.group}>
      <summary className={styles.line}>
        <Icon path={icons.right} size="s" className={styles.arrow} />
        <span id={id} className={styles.title}>
          {title}
        </span>
        <span className={styles.now}>{now}</span>
      </summary>
      <div role="group" aria-labelledby={id} className={styles.settings}>
        {children}
      </div>
    </details>
  );
}
