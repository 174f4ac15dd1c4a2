import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { School, WeekStart } from '../../../lan-server/contract/school.ts';
import type { Language } from '../../../lan-server/contract/languages.ts';
import { languages } from '../../i18n/languages.ts';
import { useText } from '../../i18n/text.tsx';
import {
  Button,
  ErrorNotice,
  LoadingFrame,
  Notice,
  Select,
  Sheet,
  TextField,
} from '../../ui/index.ts';
import { useApi } from '../api-context.tsx';
import { errorIn, valueOf } from '../api-failure.ts';
import { queryKeys } from '../query-keys.ts';
import { useTeacher } from '../session/teacher.tsx';
import { useErrorText } from '../shell/error-text.ts';
import { SubPage } from '../shell/SubPage.tsx';
import { Done } from '../shell/Done.tsx';
import { SchoolLogo } from './SchoolLogo.tsx';
import styles from './Staff.module.css';

const weekStarts: WeekStart[] = ['monday', 'saturday', 'sunday'];
const spans = [
  { days: 183, words: 'staff.school.halfYear' },
  { days: 365, words: 'staff.school.oneYear' },
  { days: 730, words: 'staff.school.twoYears' },
  { days: 1825, words: 'staff.school.fiveYears' },
] as const;

/** What holds for everyone who teaches with this laptop; admins change it. */
export function SchoolPage() {
  const { t } = useText();
  const api = useApi();
  const { role } = useTeacher();
  const errorText = useErrorText();
  const query = useQuery({
    queryKey: queryKeys.school,
    queryFn: async () => valueOf(await api.school()),
    refetchOnWindowFocus: false,
  });
  const failed = query.data ? null : errorIn(query.error);
  return (
    <SubPage title={t('staff.school.title')} words={t('staff.school.words')}>
      {failed && <Notice tone="warn">{errorText(failed)}</Notice>}
      {role !== 'admin' && <Notice tone="warn">{t('staff.teachers.adminsOnly')}</Notice>}
      {!query.data && !failed && <LoadingFrame count={3} />}
      {query.data && role === 'admin' && <SchoolForm stored={query.data} />}
    </SubPage>
  );
}

function SchoolForm({ stored }: { stored: School }) {
  const { t } = useText();
  const api = useApi();
  const queryClient = useQueryClient();
  const errorText = useErrorText();
  const [name, setName] = useState(stored.name);
  const [done, setDone] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);

  /** Stored at once: each field by itself. */
  const save = async (change: Partial<School>) => {
    setBusy(true);
    setDone(false);
    const result = await api.saveSchool({ ...stored, ...change });
    setBusy(false);
    setRefused(result.ok ? null : errorText(result.error));
    if (!result.ok) return;
    setDone(true);
    queryClient.setQueryData(queryKeys.school, result.value);
    // The name in the window, and the language of who has chosen none.
    await queryClient.invalidateQueries({ queryKey: queryKeys.session });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) void save({ name: name.trim() });
  };
  const zones = Intl.supportedValuesOf('timeZone');
  const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const { retentionDays } = stored;
  const known = retentionDays === null || spans.some(({ days }) => days === retentionDays);

  return (
    <Sheet as="section" pad="roomy" label={t('staff.school.title')}>
      <div className={styles.fields}>
        <form className={styles.invite} onSubmit={submit} noValidate>
          <TextField
            label={t('staff.school.name')}
            value={name}
            onChange={setName}
            maxLength={120}
            autoComplete="organization"
          />
          <Button type="submit" busy={busy}>
            {t('staff.teachers.save')}
          </Button>
          <p className="small soft">{t('staff.school.nameHint')}</p>
        </form>
        <SchoolLogo logo={stored.logo} onChange={(logo) => void save({ logo })} />
        <Select<Language | 'browser'>
          label={t('staff.school.language')}
          hint={t('staff.school.languageHint')}
          options={[
            { value: 'browser', label: t('staff.school.languageBrowser') },
            ...(Object.keys(languages) as Language[]).map((value) => ({
              value,
              label: languages[value].name,
            })),
          ]}
          value={stored.language ?? 'browser'}
          onChange={(value) => void save({ language: value === 'browser' ? null : value })}
        />
        <Select<WeekStart>
          label={t('staff.school.weekStart')}
          options={weekStarts.map((value) => ({ value, label: t(`staff.school.${value}`) }))}
          value={stored.weekStart}
          onChange={(weekStart) => void save({ weekStart })}
        />
        <Select
          label={t('staff.school.timeZone')}
          hint={t('staff.school.timeZoneHint')}
          options={[
            { value: '', label: t('staff.school.timeZoneLaptop', { zone: own }) },
            ...zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })),
          ]}
          value={stored.timeZone ?? ''}
          onChange={(zone) => void save({ timeZone: zone === '' ? null : zone })}
        />
        <Select
          label={t('staff.school.retention')}
          hint={t('staff.school.retentionHint')}
          options={[
            { value: '', label: t('staff.school.never') },
            ...spans.map(({ days, words }) => ({ value: String(days), label: t(words) })),
            ...(known
              ? []
              : [
                  {
                    value: String(retentionDays),
                    label: t('staff.school.days', { count: retentionDays }),
                  },
                ]),
          ]}
          value={retentionDays === null ? '' : String(retentionDays)}
          onChange={(days) => void save({ retentionDays: days === '' ? null : Number(days) })}
        />
        <Done>{done && t('staff.school.saved')}</Done>
        {refused !== null && (
          <ErrorNotice
            happened={t('staff.school.failed', { reason: refused })}
            safe={t('staff.school.failedSafe')}
          />
        )}
      </div>
    </Sheet>
  );
}
