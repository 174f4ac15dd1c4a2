import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { StaffChanged, StaffMember } from '../../../lan-server/contract/staff.ts';
import { useText } from '../../i18n/text.tsx';
import {
  Button,
  ConfirmDialog,
  Dialog,
  ErrorNotice,
  Icon,
  icons,
  LoadingFrame,
  Notice,
  Sheet,
} from '../../ui/index.ts';
import type { ApiResult, NewTeacher, StaffChange } from '../api.ts';
import { useApi } from '../api-context.tsx';
import { errorIn, valueOf } from '../api-failure.ts';
import { queryKeys } from '../query-keys.ts';
import { useTeacher } from '../session/teacher.tsx';
import { useErrorText } from '../shell/error-text.ts';
import { SubPage } from '../shell/SubPage.tsx';
import { Done } from '../shell/Done.tsx';
import { itemsFor } from './teacher-items.tsx';
import type { Asked } from './TeacherDialog.tsx';
import { TeacherDialog } from './TeacherDialog.tsx';
import { TeacherRow } from './TeacherRow.tsx';
import styles from './Staff.module.css';

type Code = { name: string; code: string };

/** Who teaches with this laptop: added, changed and let go by admins. */
export function TeachersPage() {
  const { t } = useText();
  const api = useApi();
  const me = useTeacher();
  const errorText = useErrorText();
  const query = useQuery({
    queryKey: queryKeys.teachers,
    queryFn: async () => valueOf(await api.teachers()).teachers,
  });
  const [asked, setAsked] = useState<Asked | null>(null);
  const [leaving, setLeaving] = useState<StaffMember | null>(null);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const [code, setCode] = useState<Code | null>(null);

  const take = async (work: Promise<ApiResult<StaffChanged>>, said: (name: string) => string) => {
    setBusy(true);
    setDone('');
    const result = await work;
    await query.refetch();
    setBusy(false);
    setAsked(null);
    setLeaving(null);
    setRefused(result.ok ? null : errorText(result.error));
    if (!result.ok) return;
    const { teacher, code } = result.value;
    setDone(said(teacher.name));
    if (code !== null) setCode({ name: teacher.name, code });
  };
  const add = (fresh: NewTeacher) =>
    void take(api.addTeacher(fresh), (name) => t('staff.teachers.added', { name }));
  const change = ({ id }: StaffMember, wanted: StaffChange) =>
    void take(api.changeStaff(id, wanted), () => t('staff.teachers.changed'));

  const failed = query.data ? null : errorIn(query.error);
  return (
    <SubPage title={t('staff.teachers.title')} words={t('staff.teachers.words')}>
      {!me.atLaptop && !failed && <Notice>{t('staff.teachers.laptopOnly')}</Notice>}
      {(query.data?.length ?? 0) > 1 && !me.hasPassword && !me.hasPin && (
        <Notice tone="warn">{t('staff.teachers.openToAll')}</Notice>
      )}
      {failed && (
        <Notice tone="warn">
          {failed.code === 'forbidden' ? t('staff.teachers.adminsOnly') : errorText(failed)}
        </Notice>
      )}
      {refused !== null && (
        <ErrorNotice
          happened={t('staff.teachers.failed', { reason: refused })}
          safe={t('staff.teachers.failedSafe')}
        />
      )}
      <Done>{done}</Done>
      {!query.data && !failed && <LoadingFrame count={2} />}
      {query.data && (
        <>
          <Sheet pad="none" className={styles.sheet}>
            <ul aria-label={t('staff.teachers.list')}>
              {query.data.map((teacher) => (
                <TeacherRow
                  key={teacher.id}
                  teacher={teacher}
                  isMe={teacher.id === me.id}
                  items={
                    me.atLaptop
                      ? itemsFor({
                          t,
                          teacher,
                          isMe: teacher.id === me.id,
                          onAsk: setAsked,
                          onLetGo: setLeaving,
                          onChange: change,
                        })
                      : null
                  }
                />
              ))}
            </ul>
          </Sheet>
          {me.atLaptop && (
            <div>
              <Button
                look="filled"
                icon={<Icon path={icons.plus} />}
                onClick={() => setAsked({ what: 'add' })}
              >
                {t('staff.teachers.add')}
              </Button>
            </div>
          )}
        </>
      )}
      {asked && (
        <TeacherDialog
          asked={asked}
          busy={busy}
          onAdd={add}
          onChange={change}
          onClose={() => setAsked(null)}
        />
      )}
      <ConfirmDialog
        open={leaving !== null}
        title={t('staff.teachers.letGoTitle', { name: leaving?.name ?? '' })}
        confirm={t('staff.teachers.letGo')}
        stop
        busy={busy}
        onConfirm={() => leaving && change(leaving, { left: true })}
        onCancel={() => setLeaving(null)}
      >
        {t('staff.teachers.letGoWords')}
      </ConfirmDialog>
      <Dialog
        open={code !== null}
        title={t('staff.teachers.codeTitle', { name: code?.name ?? '' })}
        onClose={() => setCode(null)}
        actions={
          <Button look="filled" onClick={() => setCode(null)}>
            {t('staff.teachers.codeDone')}
          </Button>
        }
      >
        <div className={styles.fields}>
          <p>{t('staff.teachers.codeWords')}</p>
          <p className={styles.code}>{code?.code}</p>
        </div>
      </Dialog>
    </SubPage>
  );
}
