import type { TooLate } from '../../lan-server/contract/late.ts';
import { useText } from '../i18n/text.tsx';
import type { Refused } from '../live/seat-session.ts';
import styles from './LateNotice.module.css';

const whys: Record<string, 'late' | 'final'> = {
  question_not_open: 'late',
  question_unknown: 'late',
  lesson_over: 'late',
  answer_final: 'final',
};

/** What became of an answer that was not simply stored: said until it has been read, whatever the lesson shows by now. */
export function LateNotice({ refused, onSeen }: { refused: Refused; onSeen: () => void }) {
  const { t } = useText();
  const { kept, error } = refused;
  const number = { number: kept ? kept.number : 0 };
  return (
    <div className={styles.notice} role="alert">
      <p>{kept ? t(`student.late.${whyOf(error)}`, number) : t('student.door.lost')}</p>
      <button type="button" className={styles.seen} onClick={onSeen}>
        {t('student.late.seen')}
      </button>
    </div>
  );
}

function whyOf(error: Refused['error']) {
  if (!error) return 'counted';
  const { late } = (error.details || {}) as Partial<TooLate>;
  return late === 'tapped_after_closing' ? 'tapped' : whys[error.code] || 'refused';
}
