import { useQuery } from '@tanstack/react-query';
import type { ClassPlace } from '../../../lan-server/contract/schedule.ts';
import { useText } from '../../i18n/text.tsx';
import { Select } from '../../ui/index.ts';
import { useApi } from '../api-context.tsx';
import { valueOf } from '../api-failure.ts';
import { queryKeys } from '../query-keys.ts';
import styles from './StartLessonDialog.module.css';

type Named = { id: string; name: string };

/** What can be chosen, and what was chosen before where that is not among it. */
function withBefore(all: readonly Named[], before: Named | null): readonly Named[] {
  return before === null || all.some(({ id }) => id === before.id) ? all : [before, ...all];
}

/** For which class and section; null: for whoever has the code. */
export type ClassChosen = { classId: string | null; sectionId: string | null };

type ClassChoiceProps = {
  chosen: ClassChosen;
  /** What was chosen before, which can stay so even where it could not be chosen anew: archived, removed, no longer taught. */
  before?: ClassPlace | null;
  onChange: (chosen: ClassChosen) => void;
};

/** Whose lesson it is. Nothing where the teacher teaches no class. */
export function ClassChoice({ chosen, before = null, onChange }: ClassChoiceProps) {
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
  const open = withBefore(taught, before);
  if (open.length === 0) return null;
  const sections = withBefore(
    whole.data ?? [],
    before !== null && before.id === classId && before.sectionId !== null
      ? { id: before.sectionId, name: before.sectionName ?? '' }
      : null,
  );
  return (
    <div className={styles.classes}>
      <Select
        label={t('schedule.class')}
        options={[
          { value: '', label: t('schedule.anyClass') },
          ...open.map(({ id, name }) => ({ value: id, label: name })),
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
