import { useText } from '../i18n/text.tsx';
import type { Refused } from '../live/seat-session.ts';
import styles from './LateNotice.module.css';

const whys: Record<string, 'late' | 'final'> = {
  question_not_open: 'late',
  question_not_current: 'late',
  question_unknown: 'late',
  lesson_over: 'late',
  answer_final: 'final',
};

/** An answer that the laptop did not take: said until it has been read, whatever the lesson shows by now. */
export function LateNotice({ refused, onSeen }: { refused: Refused; onSeen: () => void }) {
  const { t } = useText();
  const { kept, error } = refused;
  const why = whys[error.code] ?? 'refused';
  return (
    <div className={styles.notice} role="alert">
      <p>{t(`student.late.${why}`, { number: kept.number })}</p>
      <button type="button" className={styles.seen} onClick={onSeen}>
        {t('student.late.seen')}
      </button>
    </div>
  );
}
