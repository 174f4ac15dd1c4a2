import { useEffect } from 'react';
import styles from './DialogSaid.module.css';

/** The last thing that could not be done. */
export type SaidInDialog = {
  said: string | null;
  /** Wipes away what was said before the dialog opened, where that is not about it. */
  dismiss?: () => void;
};

/** What could not be done, in a dialog that lies over the place where it is said otherwise. */
export function DialogSaid({ said, dismiss }: SaidInDialog) {
  useEffect(() => dismiss?.(), [dismiss]);
  return (
    said !== null && (
      <p className={styles.said} role="alert">
        {said}
      </p>
    )
  );
}
