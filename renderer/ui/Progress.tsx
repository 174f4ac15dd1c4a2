import { useText } from '../i18n/text.tsx';
import { Button } from './Button.tsx';
import { Meter } from './Meter.tsx';
import styles from './Progress.module.css';

type ProgressProps = {
  /** What is going on: “Reading quiz.xlsx”. */
  label: string;
  done: number;
  total: number;
  /** Said in place of “3 of 10”, where there is nothing to count: “42 %”. */
  said?: string;
  onCancel?: () => void;
  /** Cancel was pressed; it stops at the next safe point. */
  cancelling?: boolean;
};

/** Work of more than two seconds: a bar, its count, and a way out. */
export function Progress({ label, done, total, said, onCancel, cancelling }: ProgressProps) {
  const { t } = useText();
  return (
    <div className={styles.progress}>
      <div className={styles.words}>
        <span>{label}</span>
        <span className={`${styles.count ?? ''} tnum`}>
          {cancelling
            ? t('ui.progress.cancelling')
            : (said ?? t('ui.progress.count', { done, total }))}
        </span>
      </div>
      <div
        className={styles.meter}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
        aria-valuetext={said}
      >
        <Meter share={total > 0 ? done / total : 0} />
      </div>
      {onCancel && (
        <div className={styles.cancel}>
          <Button small onClick={onCancel} busy={cancelling ?? false}>
            {t('ui.cancel')}
          </Button>
        </div>
      )}
    </div>
  );
}
