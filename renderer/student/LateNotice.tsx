import { useText } from '../i18n/text.tsx';
import type { Refused } from '../live/seat-session.ts';
import styles from './LateNotice.module.css';

const whys = {
  tapped_after_closing: 'tapped',
  key_shown: 'shown',
  rule: 'late',
  other_round: 'late',
  answered_already: 'final',
  newer_counts: 'newer',
  question_not_open: 'late',
  question_unknown: 'late',
  lesson_over: 'late',
  answer_final: 'final',
} as const;

/** What became of an answer that was not simply stored: said until it has been read, whatever the lesson shows by now. */
export function LateNotice({ refused, onSeen }: { refused: Refused; onSeen: () => void }) {
  const { t } = useText();
  const { kept, error } = refused;
  const late = (error?.details as { late?: string } | undefined)?.late;
  const code = late ?? error?.code;
  const why =
    kept === null
      ? 'lost'
      : code === undefined
        ? 'counted'
        : (whys[code as keyof typeof whys] ?? 'refused');
  return (
    <div className={styles.notice} role="alert">
      <p>{t(`student.late.${why}`, { number: kept?.number ?? 0 })}</p>
      <button type="button" className={styles.seen} onClick={onSeen}>
        {t('student.late.seen')}
      </button>
    </div>
  );
}
