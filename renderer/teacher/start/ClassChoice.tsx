import { useQuery } from '@tanstack/react-query';
import { useText } from '../../i18n/text.tsx';
import { Select } from '../../ui/index.ts';
import { useApi } from '../api-context.tsx';
import { valueOf } from '../api-failure.ts';
import { queryKeys } from '../query-keys.ts';
import styles from './StartLessonDialog.module.css';

/** For which class and section; null: for whoever has the code. */
export type ClassChosen = { classId: string | null; sectionId: string | null };

type ClassChoiceProps = { chosen: ClassChosen; onChange: (chosen: ClassChosen) => void };

/** Whose lesson it is. Nothing where the teacher teaches no class. */
export function ClassChoice({ chosen, onChange }: ClassChoiceProps) {
  const { t } = useText();
  const api = useApi();
  const classes = useQuery({
    queryKey: queryKeys.classesTaught,
    queryFn: async () => valueOf(await api.classesTaught()).classes,
  });
  const { classId, sectionId } = chosen;
  const whole = useQuery({
    queryKey: [...queryKeys.classesTaught, classId],
    queryFn: async () => valueOf(await api.classSections(classId ?? '')).sections,
    enabled: classId !== null,
  });
  // An admin reads every class, but teaches some.
  const taught = (classes.data ?? []).filter(
    ({ relation, archivedAt }) => relation !== 'none' && archivedAt === null,
  );
  if (taught.length === 0) return null;
  const sections = whole.data ?? [];
  return (
    <div className={styles.classes}>
      <Select
        label={t('schedule.class')}
        options={[
          { value: '', label: t('schedule.anyClass') },
          ...taught.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={classId ?? ''}
        onChange={(id) => onChange({ classId: id || null, sectionId: null })}
      />
      {classId !== null && sections.length > 0 && (
        <Select
          label={t('schedule.section')}
          options={[
            { value: '', label: t('schedule.wholeClass') },
            ...sections.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={sectionId ?? ''}
          onChange={(id) => onChange({ classId, sectionId: id || null })}
        />
      )}
    </div>
  );
}
