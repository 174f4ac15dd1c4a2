import type { ReactNode } from 'react';
import styles from './ErrorNotice.module.css';
import { Icon } from './Icon.tsx';
import { alert } from './icons.ts';

type ErrorNoticeProps = {
  /** One sentence on what happened. */
  happened: ReactNode;
  /** One sentence on what is safe. */
  safe: ReactNode;
  /** One button. */
  action?: ReactNode;
};

/** Something failed: said in place, never a code first. */
export function ErrorNotice({ happened, safe, action }: ErrorNoticeProps) {
  return (
    <div className={styles.error} role="alert">
      <Icon path={alert} className={styles.icon} />
      <div>
        <p className={styles.happened}>{happened}</p>
        <p className={styles.safe}>{safe}</p>
      </div>
      {action}
    </div>
  );
}
