import { useState } from 'react';
import type { FormEvent } from 'react';
import type { Session } from '../../../lan-server/contract/api.ts';
import type { SignInList } from '../../../lan-server/contract/staff.ts';
import { useText } from '../../i18n/text.tsx';
import { Button, TextField } from '../../ui/index.ts';
import type { SignIn } from '../api.ts';
import { useApi } from '../api-context.tsx';
import { useErrorText } from '../shell/error-text.ts';
import { shortestPassword } from '../welcome/WelcomePage.tsx';
import { lockSeconds, useLock } from './lockout.ts';
import { PasswordField } from './PasswordField.tsx';
import styles from './WhoSheet.module.css';

type Way = 'password' | 'pin' | 'code';
type WhoFormProps = { teacher: SignInList['teachers'][0]; onSignedIn: (session: Session) => void };

const order: Way[] = ['pin', 'password', 'code'];

/** Another way has other fields: the first of them can be typed into at once. */
function focusFirst(form: HTMLFormElement | null): void {
  form?.querySelector('input')?.focus({ preventScroll: true });
}

/** What one teacher shows to get in: the PIN, the password, or a one-time code with a new password. */
export function WhoForm({ teacher, onSignedIn }: WhoFormProps) {
  const { t } = useText();
  const api = useApi();
  const errorText = useErrorText();
  const { id: teacherId, ways } = teacher;
  const [way, setWay] = useState<Way>(() => order.find((one) => ways[one]) ?? 'password');
  const [typed, setTyped] = useState('');
  const [newPassword, setNewPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const [short, setShort] = useState(false);
  const lock = useLock<Way>();

  const attempt = async (how: SignIn) => {
    setBusy(true);
    setFailed(null);
    const result = await api.signIn(how);
    setBusy(false);
    if (result.ok) return onSignedIn(result.value);
    const seconds = lockSeconds(result.error);
    if (seconds > 0) lock.start(way, seconds);
    // What a PIN must look like the program says as “not understood”.
    else
      setFailed(
        errorText(
          way === 'pin' && result.error.code === 'bad_request'
            ? { code: 'wrong_pin' }
            : result.error,
        ),
      );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy || lock.left > 0) return;
    const empty = {
      password: 'teacher.signIn.passwordEmpty',
      pin: 'staff.who.pinEmpty',
      code: 'staff.who.codeEmpty',
    } as const;
    if (typed.trim() === '') return setFailed(t(empty[way]));
    const tooShort = way === 'code' && newPassword.length < shortestPassword;
    setShort(tooShort);
    if (tooShort) return;
    void attempt(
      way === 'code'
        ? { teacherId, code: typed.trim(), newPassword }
        : way === 'pin'
          ? { teacherId, pin: typed.trim() }
          : { teacherId, password: typed },
    );
  };
  const change = (next: Way) => {
    setWay(next);
    setTyped('');
    setFailed(null);
    setShort(false);
  };
  const error = lock.left > 0 ? t('teacher.signIn.locked', { count: lock.left }) : failed;
  const field = { value: typed, onChange: setTyped, error };
  const others = order.filter((one) => one !== way && ways[one]);

  return (
    <>
      <form key={way} ref={focusFirst} className={styles.form} onSubmit={submit} noValidate>
        {way === 'password' && (
          <PasswordField
            {...field}
            label={t('teacher.signIn.password')}
            autoComplete="current-password"
          />
        )}
        {way === 'pin' && (
          <TextField
            {...field}
            label={t('staff.who.pin')}
            type="password"
            inputMode="numeric"
            autoComplete="off"
            maxLength={8}
          />
        )}
        {way === 'code' && (
          <>
            <TextField
              {...field}
              label={t('staff.who.code')}
              hint={t('staff.who.codeHint')}
              autoComplete="one-time-code"
              autoCapitalize="characters"
              spellCheck={false}
              maxLength={40}
            />
            <PasswordField
              label={t('staff.who.newPassword')}
              value={newPassword}
              onChange={setNewPassword}
              autoComplete="new-password"
              error={short ? t('teacher.welcome.passwordShort') : null}
            />
          </>
        )}
        <Button type="submit" look="filled" wide busy={busy}>
          {t(
            {
              password: 'teacher.signIn.withPassword' as const,
              pin: 'staff.who.withPin' as const,
              code: 'staff.who.withCode' as const,
            }[way],
          )}
        </Button>
      </form>
      {others.length > 0 && (
        <div className={styles.ways}>
          {others.map((other) => (
            <Button key={other} look="quiet" small onClick={() => change(other)}>
              {t(
                {
                  password: 'staff.who.usePassword' as const,
                  pin: 'staff.who.usePin' as const,
                  code: 'staff.who.useCode' as const,
                }[other],
              )}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}
