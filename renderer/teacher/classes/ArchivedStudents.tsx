import type { ClassStudent } from '../../../lan-server/contract/classes.ts';
import { useText } from '../../i18n/text.tsx';
import { Avatar, Button, classes } from '../../ui/index.ts';
import rows from '../shell/Rows.module.css';
import { useArchivedStudents } from './class-queries.ts';
import styles from './Classes.module.css';

type ArchivedStudentsProps = { classId: string; onBack: (student: ClassStudent) => void };

/** Who was archived, folded: they can be brought back. */
export function ArchivedStudents({ classId, onBack }: ArchivedStudentsProps) {
  const { t } = useText();
  const archived = useArchivedStudents(classId).data ?? [];
  if (archived.length === 0) return null;
  return (
    <details className={styles.folded}>
      <summary>{t('classes.page.archivedStudents', { count: archived.length })}</summary>
      <ul>
        {archived.map((student) => (
          <li key={student.id} className={classes(rows.row, styles.row)}>
            <span className={styles.person}>
              <Avatar seed={student.avatar} />
              {student.name}
            </span>
            <Button
              small
              aria-label={t('classes.page.bringBackNamed', { name: student.name })}
              onClick={() => onBack(student)}
            >
              {t('classes.page.bringBack')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
