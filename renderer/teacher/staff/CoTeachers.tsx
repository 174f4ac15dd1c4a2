import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CoTeachers as Shared } from '../../../lan-server/contract/staff.ts';
import { useText } from '../../i18n/text.tsx';
import { Button, ErrorNotice, LoadingFrame, Select } from '../../ui/index.ts';
import type { ApiResult, Taught } from '../api.ts';
import { useApi } from '../api-context.tsx';
import { errorIn, valueOf } from '../api-failure.ts';
import { queryKeys } from '../query-keys.ts';
import { useErrorText } from '../shell/error-text.ts';
import { Done } from '../shell/Done.tsx';
import { TeacherMark } from './TeacherMark.tsx';
import styles from './Staff.module.css';

/**
 * Who teaches a class or a lesson together, and inviting another teacher of this laptop:
 * `<CoTeachers kind="class" id={classId} />`. Stands in a sheet or a dialog of its owner's.
 */
export function CoTeachers({ kind, id }: Taught) {
  const { t } = useText();
  const api = useApi();
  const queryClient = useQueryClient();
  const errorText = useErrorText();
  const queryKey = queryKeys.coTeachers(kind, id);
  const query = useQuery({
    queryKey,
    queryFn: async () => valueOf(await api.coTeachers({ kind, id })),
  });
  const [chosen, setChosen] = useState('');
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState('');
  const [refused, setRefused] = useState<string | null>(null);

  const take = async (work: Promise<ApiResult<Shared>>, said: string) => {
    setBusy(true);
    setDone('');
    const result = await work;
    setBusy(false);
    setRefused(result.ok ? null : errorText(result.error));
    if (!result.ok) return;
    queryClient.setQueryData(queryKey, result.value);
    setChosen('');
    setDone(said);
  };

  const failed = query.data ? null : errorIn(query.error);
  if (failed) return <p role="alert">{errorText(failed)}</p>;
  if (!query.data) return <LoadingFrame count={1} />;
  const { owner, coTeachers, others, mayInvite } = query.data;
  const invited = others.find((one) => one.id === chosen);
  return (
    <div className={styles.fields}>
      <p className="soft">
        {t(kind === 'class' ? 'staff.shared.wordsClass' : 'staff.shared.wordsLesson')}
      </p>
      <ul aria-label={t('staff.shared.title')}>
        {[owner, ...coTeachers].map((teacher) => (
          <li key={teacher.id} className={styles.row}>
            <TeacherMark id={teacher.id} name={teacher.name} />
            <div className={styles.what}>
              <b>{teacher.name}</b>
              <span className="small soft">
                {t(teacher.id === owner.id ? 'staff.shared.owner' : 'staff.shared.coTeacher')}
              </span>
            </div>
            {mayInvite && teacher.id !== owner.id && (
              <Button
                small
                aria-label={t('staff.shared.remove', { name: teacher.name })}
                onClick={() =>
                  void take(
                    api.removeCoTeacher({ kind, id }, teacher.id),
                    t('staff.shared.removed', { name: teacher.name }),
                  )
                }
              >
                {t('staff.shared.removeShort')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Done>{done}</Done>
      {refused !== null && (
        <ErrorNotice
          happened={t('staff.shared.failed', { reason: refused })}
          safe={t('staff.shared.failedSafe')}
        />
      )}
      {mayInvite && others.length > 0 && (
        <div className={styles.invite}>
          <Select
            label={t('staff.shared.invite')}
            options={[
              { value: '', label: t('staff.shared.choose') },
              ...others.map((one) => ({ value: one.id, label: one.name })),
            ]}
            value={chosen}
            onChange={setChosen}
          />
          <Button
            busy={busy}
            disabledReason={invited ? null : t('staff.shared.choose')}
            reasonElsewhere
            onClick={() =>
              invited &&
              void take(
                api.inviteCoTeacher({ kind, id }, invited.id),
                t('staff.shared.invited', { name: invited.name }),
              )
            }
          >
            {t('staff.shared.add')}
          </Button>
        </div>
      )}
      {mayInvite && others.length === 0 && coTeachers.length === 0 && (
        <p className="small soft">{t('staff.shared.alone')}</p>
      )}
    </div>
  );
}
