import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { NewCodes } from '../../../lan-server/contract/staff.ts';
import { useText } from '../../i18n/text.tsx';
import { Button, ConfirmDialog, ErrorNotice, Icon, icons, Notice, Sheet } from '../../ui/index.ts';
import { useApi } from '../api-context.tsx';
import { valueOf } from '../api-failure.ts';
import { queryKeys } from '../query-keys.ts';
import { useTeacher } from '../session/teacher.tsx';
import { useErrorText } from '../shell/error-text.ts';
import { useMoment } from '../shell/moment.ts';
import { SubPage } from '../shell/SubPage.tsx';
import styles from './Staff.module.css';

/** One's own recovery sheet: how much of it is left, and a new one, told once and printed. */
export function RecoveryPage() {
  const { t } = useText();
  const api = useApi();
  const moment = useMoment();
  const errorText = useErrorText();
  const { name, atLaptop } = useTeacher();
  const query = useQuery({
    queryKey: queryKeys.codes,
    queryFn: async () => valueOf(await api.codes()),
  });
  const [made, setMade] = useState<NewCodes | null>(null);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const sheet = query.data?.sheet ?? null;

  const make = async () => {
    setBusy(true);
    const result = await api.makeCodes();
    await query.refetch();
    setBusy(false);
    setAsking(false);
    setRefused(result.ok ? null : errorText(result.error));
    if (result.ok) setMade(result.value);
  };
  return (
    <SubPage title={t('staff.sheet.title')} words={t('staff.sheet.words')}>
      {refused !== null && (
        <ErrorNotice
          happened={t('staff.sheet.failed', { reason: refused })}
          safe={t('staff.sheet.failedSafe')}
        />
      )}
      {made ? (
        <>
          <Notice tone="warn">{t('staff.sheet.once')}</Notice>
          <Sheet as="section" pad="roomy" label={t('staff.sheet.title')}>
            <div className={styles.paper}>
              <h2>{t('staff.sheet.heading', { name })}</h2>
              <p>{t('staff.sheet.how')}</p>
              <ol className={styles.codes}>
                {made.codes.map((code) => (
                  <li key={code}>{code}</li>
                ))}
              </ol>
              <p className="small soft">{t('staff.sheet.made', { when: moment(made.madeAt) })}</p>
            </div>
          </Sheet>
          <div className={styles.screenOnly}>
            <Button look="filled" icon={<Icon path={icons.print} />} onClick={() => window.print()}>
              {t('staff.sheet.print')}
            </Button>
          </div>
        </>
      ) : (
        <Sheet as="section" pad="roomy" label={t('staff.sheet.title')}>
          <div className={styles.fields}>
            <p>
              {sheet
                ? t('staff.settings.recoveryLeft', {
                    count: sheet.left,
                    when: moment(sheet.madeAt),
                  })
                : t('staff.settings.recoveryNone')}
            </p>
            {atLaptop ? (
              <div>
                <Button
                  look="filled"
                  busy={busy && !asking}
                  onClick={() => (sheet ? setAsking(true) : void make())}
                >
                  {t(sheet ? 'staff.sheet.makeAnew' : 'staff.sheet.make')}
                </Button>
              </div>
            ) : (
              <Notice>{t('errors.laptop_only')}</Notice>
            )}
          </div>
        </Sheet>
      )}
      <ConfirmDialog
        open={asking}
        title={t('staff.sheet.anewTitle')}
        confirm={t('staff.sheet.makeAnew')}
        busy={busy}
        onConfirm={() => void make()}
        onCancel={() => setAsking(false)}
      >
        {t('staff.sheet.anewWords')}
      </ConfirmDialog>
    </SubPage>
  );
}
