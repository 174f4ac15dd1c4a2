import type { TeacherView } from '../../../lan-server/contract/frames.ts';
import { useText } from '../../i18n/text.tsx';
import { Sheet } from '../../ui/index.ts';
import { ConfidenceTable } from '../answers/ConfidenceTable.tsx';
import styles from './ConfidenceSheet.module.css';

/** How sure the class is of its answers, for the teacher's eyes; nothing where nobody has said. */
export function ConfidenceSheet({ current }: { current: NonNullable<TeacherView['current']> }) {
  const { t } = useText();
  const { confidence, right } = current;
  if (!confidence) return null;
  return (
    <Sheet className={styles.sheet}>
      <h3 className={styles.heading}>{t('console.sure.heading')}</h3>
      <ConfidenceTable counts={confidence} keyed={right !== null} />
    </Sheet>
  );
}
