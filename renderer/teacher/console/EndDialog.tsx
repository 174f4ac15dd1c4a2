import { useState } from 'react';
import type { TeacherView } from '../../../lan-server/contract/frames.ts';
import type { Question } from '../../../lan-server/questions/index.ts';
import { useText } from '../../i18n/text.tsx';
import { ConfirmDialog } from '../../ui/index.ts';
import styles from './EndDialog.module.css';
import { phasesOf, unaskedIn } from './next-step.ts';
import { slidesIn } from './slides.ts';

type EndDialogProps = {
  view: TeacherView;
  questions: readonly Question[];
  said: string | null;
  /** Resolves to true once the lesson has ended. */
  onEnd: () => Promise<boolean>;
  onCancel: () => void;
};

/** Asks once before the lesson ends, and says what then happens. */
export function EndDialog({ view, questions, said, onEnd, onCancel }: EndDialogProps) {
  const { t } = useText();
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const unasked = unaskedIn(
    phasesOf(view),
    questions.map(({ id }) => id),
    slidesIn(questions),
  );
  return (
    <ConfirmDialog
      open
      stop
      title={t('console.endDialog.title')}
      confirm={t('console.endDialog.confirm')}
      busy={busy}
      onCancel={onCancel}
      onConfirm={() => {
        setBusy(true);
        setTried(true);
        void onEnd().finally(() => setBusy(false));
      }}
    >
      <p>{t('console.endDialog.words')}</p>
      {view.current?.phase === 'open' && (
        <p className={styles.more}>{t('console.endDialog.open')}</p>
      )}
      {(view.work?.standing === 'open' || view.work?.standing === 'closed') && (
        <p className={styles.more}>{t('console.endDialog.work')}</p>
      )}
      {view.holding > 0 && (
        <p className={styles.more}>{t('console.step.holding', { count: view.holding })}</p>
      )}
      {unasked > 0 && (
        <p className={styles.more}>{t('console.endDialog.unasked', { count: unasked })}</p>
      )}
      {tried && !busy && said && (
        <p className={styles.said} role="alert">
          {said}
        </p>
      )}
    </ConfirmDialog>
  );
}
