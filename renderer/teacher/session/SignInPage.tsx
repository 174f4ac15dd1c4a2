import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import type { Session } from '../../../lan-server/contract/api.ts';
import { useText } from '../../i18n/text.tsx';
import { Button, Notice, Sheet, TextField } from '../../ui/index.ts';
import type { ApiError, SignIn } from '../api.ts';
import { useApi } from '../api-context.tsx';
import { valueOf } from '../api-failure.ts';
import { queryKeys } from '../query-keys.ts';
import { useErrorText } from '../shell/error-text.ts';
import { BarePage } from '../shell/BarePage.tsx';
import { usePage } from '../shell/page.ts';
import { launchKeyIn } from './launch-key.ts';
import { lockSeconds, useLock } from './lockout.ts';
import { PasswordField } from './PasswordField.tsx';
import styles from './SignInPage.module.css';

type SignInPageProps = {
  /** Why the key in the address was refused. */
  error: ApiError | null;
  /** The session ended while the teacher was at work. */
  returning: boolean;
  onSignedIn: (session: Session) => void;
};

type Way = 'password' | 'key';

/** How to get in: the password, or on the laptop the launch key. */
export function SignInPage({ error, returning, onSignedIn }: SignInPageProps) {
  const { t } = useText();
  const api = useApi();
  const errorText = useErrorText();
  const [password, setPassword] = useState('');
  const [key, setKey] = useState('');
  const [busy, setBusy] = useState<Way | null>(null);
  const [failed, setFailed] = useState<{ way: Way; words: string } | null>(
    error && { way: 'key', words: errorText(error) },
  );
  const lock = useLock();
  const setup = useQuery({
    queryKey: queryKeys.setup,
    queryFn: async () => valueOf(await api.setupState()),
  });
  // Which fields there are is known now; whoever is in one already stays there.
  const page = useRef<HTMLElement>(null);
  useEffect(() => {
    if (setup.data && !page.current?.querySelector('input:focus'))
      page.current?.querySelector('input')?.focus({ preventScroll: true });
  }, [setup.data]);
  usePage(t(returning ? 'teacher.signIn.again' : 'teacher.signIn.title'));

  const attempt = async (way: Way, how: SignIn | null, empty: string) => {
    if (busy !== null || lock.left > 0) return;
    if (!how) {
      setFailed({ way, words: empty });
      return;
    }
    setBusy(way);
    setFailed(null);
    const result = await api.signIn(how);
    setBusy(null);
    if (result.ok) {
      onSignedIn(result.value);
      return;
    }
    const seconds = lockSeconds(result.error);
    if (seconds > 0) lock.start(way, seconds);
    else setFailed({ way, words: errorText(result.error) });
  };
  const submit = (way: Way) => (event: FormEvent) => {
    event.preventDefault();
    const launchKey = launchKeyIn(key);
    void (way === 'password'
      ? attempt(way, password === '' ? null : { password }, t('teacher.signIn.passwordEmpty'))
      : attempt(way, launchKey === null ? null : { launchKey }, t('teacher.signIn.keyEmpty')));
  };
  const wrong = (way: Way) =>
    lock.left > 0 && lock.way === way
      ? t('teacher.signIn.locked', { count: lock.left })
      : failed?.way === way
        ? failed.words
        : null;

  return (
    <BarePage
      ref={page}
      width="form"
      title={t(returning ? 'teacher.signIn.again' : 'teacher.signIn.title')}
    >
      {setup.data?.rescue ? (
        <Notice tone="warn">{t('safety.rescue.signIn')}</Notice>
      ) : (
        returning && <p className={styles.words}>{t('teacher.signIn.againWords')}</p>
      )}
      {setup.data?.hasPassword && (
        <Sheet pad="roomy" className={styles.sheet}>
          <form className={styles.form} onSubmit={submit('password')} noValidate>
            <PasswordField
              label={t('teacher.signIn.password')}
              value={password}
              onChange={setPassword}
              autoComplete="current-password"
              error={wrong('password')}
            />
            <Button type="submit" look="filled" wide busy={busy === 'password'}>
              {t('teacher.signIn.withPassword')}
            </Button>
          </form>
        </Sheet>
      )}
      <Sheet as="section" pad="roomy" className={styles.sheet}>
        <h2 className={styles.heading}>{t('teacher.signIn.laptopTitle')}</h2>
        <p className="soft">{t('teacher.signIn.laptopWords')}</p>
        <form className={styles.form} onSubmit={submit('key')} noValidate>
          <TextField
            label={t('teacher.signIn.launchKey')}
            hint={t('teacher.signIn.launchKeyHint')}
            value={key}
            onChange={setKey}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            error={wrong('key')}
          />
          <Button
            type="submit"
            look={setup.data?.hasPassword ? 'bordered' : 'filled'}
            wide
            busy={busy === 'key'}
          >
            {t('teacher.signIn.withKey')}
          </Button>
        </form>
      </Sheet>
      {setup.data && !setup.data.hasPassword && !setup.data.rescue && (
        <Notice>{t('teacher.signIn.noPassword')}</Notice>
      )}
    </BarePage>
  );
}
