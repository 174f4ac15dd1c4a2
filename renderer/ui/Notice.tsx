import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './Notice.module.css';

type NoticeProps = {
  /** plain: good to know. go: suggests a step. warn: needs you. bad: failed. */
  tone?: 'plain' | 'go' | 'warn' | 'bad';
  icon?: ReactNode;
  title?: ReactNode;
  children?: ReactNode;
  /** One button or link. */
  action?: ReactNode;
  /** Read it out when it appears. */
  announced?: boolean;
};

/** A sentence in place, with at most one thing to do about it. */
export function Notice({ tone = 'plain', icon, title, children, action, announced }: NoticeProps) {
  return (
    <div
      className={classes(
        styles.notice,
        tone !== 'plain' && styles[tone],
        icon === undefined && styles.plainWords,
      )}
      role={announced ? 'status' : undefined}
    >
      {icon}
      <div className={styles.words}>
        {title && <b className={styles.title}>{title}</b>}
        {children}
      </div>
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
