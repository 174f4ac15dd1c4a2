import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import type { Session } from '../../../lan-server/contract/api.ts';
import { mediaPath } from '../../../lan-server/contract/paths.ts';
import { useText } from '../../i18n/text.tsx';
import { Button, Notice, Sheet, TextField } from '../../ui/index.ts';
import type { ApiError } from '../api.ts';
import { useApi } from '../api-context.tsx';
import { valueOf } from '../api-failure.ts';
import { queryKeys } from '../query-keys.ts';
import { useErrorText } from '../shell/error-text.ts';
import { BarePage } from '../shell/BarePage.tsx';
import { usePage } from '../shell/page.ts';
import { launchKeyIn } from './launch-key.ts';
import { lockSeconds, useLock } from './lockout.ts';
import styles from './SignInPage.module.css';
import { WhoSheet } from './WhoSheet.tsx';

type SignInPageProps = {
  /** Why the key in the address was refused. */
  error: ApiError | null;
  /** The session ended while the teacher was at work. */
  returning: boolean;
  onSignedIn: (session: Session) => void;
};

/** How to get in: as one of the teachers, or on the laptop by the launch key. */
export function SignInPage({ error, returning, onSignedIn }: SignInPageProps) {
  const { t } = useText();
  const api = useApi();
  const errorText = useErrorText();
  const [key, setKey] = useState('');
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(error && errorText(error));
  const lock = useLock<'key'>();
  const setup = useQuery({
    queryKey: queryKeys.setup,
    queryFn: async () => valueOf(await api.setupState()),
  });
  const list = useQuery({
    queryKey: queryKeys.signInList,
    queryFn: async () => valueOf(await api.signInList()),
  }).data;
  const asked = list !== undefined && list.teachers.length > 0;
  const atLaptop = list?.atLaptop === true;
  const several = atLaptop || (list?.teachers.length ?? 0) > 1;
  // Which fields there are is known now; whoever is in one already stays there.
  const page = useRef<HTMLElement>(null);
  useEffect(() => {
    if (list && setup.data && !page.current?.querySelector('input:focus'))
      page.current?.querySelector('input')?.focus({ preventScroll: true });
  }, [list, setup.data]);
  const title = t(
    returning ? 'teacher.signIn.again' : several ? 'staff.who.title' : 'teacher.signIn.title',
  );
  usePage(title);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || lock.left > 0) return;
    const launchKey = launchKeyIn(key);
    if (launchKey === null) {
      setFailed(t('teacher.signIn.keyEmpty'));
      return;
    }
    setBusy(true);
    setFailed(null);
    const result = await api.signIn({ launchKey });
    setBusy(false);
    if (result.ok) {
      onSignedIn(result.value);
      return;
    }
    const seconds = lockSeconds(result.error);
    if (seconds > 0) lock.start('key', seconds);
    else setFailed(errorText(result.error));
  };

  return (
    <BarePage ref={page} width="form" title={title}>
      {list && (list.school.name !== '' || list.school.logo !== null) && (
        <p className={styles.school}>
          {list.school.logo !== null && (
            <img data-surface="print" src={`${mediaPath}/${list.school.logo}`} alt="" />
          )}
          {list.school.name}
        </p>
      )}
      {setup.data?.rescue ? (
        <Notice tone="warn">{t('safety.rescue.signIn')}</Notice>
      ) : returning ? (
        <p className={styles.words}>{t('teacher.signIn.againWords')}</p>
      ) : (
        several && <p className={styles.words}>{t('staff.who.words')}</p>
      )}
      {asked && (
        <div className={styles.sheet}>
          <WhoSheet list={list} onSignedIn={onSignedIn} />
        </div>
      )}
      {list && !atLaptop && (
        <Sheet as="section" pad="roomy" className={styles.sheet}>
          <h2 className={styles.heading}>{t('teacher.signIn.laptopTitle')}</h2>
          <p className="soft">{t('teacher.signIn.laptopWords')}</p>
          <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
            <TextField
              label={t('teacher.signIn.launchKey')}
              hint={t('teacher.signIn.launchKeyHint')}
              value={key}
              onChange={setKey}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              error={lock.left > 0 ? t('teacher.signIn.locked', { count: lock.left }) : failed}
            />
            <Button type="submit" look={asked ? 'bordered' : 'filled'} wide busy={busy}>
              {t('teacher.signIn.withKey')}
            </Button>
          </form>
        </Sheet>
      )}
      {list && !asked && setup.data && !setup.data.rescue && (
        <Notice>{t('teacher.signIn.noPassword')}</Notice>
      )}
    </BarePage>
  );
}
