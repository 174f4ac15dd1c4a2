import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import type { Session } from '../../../lan-server/contract/api.ts';
import type { Language } from '../../../lan-server/contract/languages.ts';
import { languages, pickLanguage } from '../../i18n/languages.ts';
import { useText } from '../../i18n/text.tsx';
import { Button, ErrorNotice, Segmented, Sheet, TextField } from '../../ui/index.ts';
import { useApi } from '../api-context.tsx';
import { PasswordField } from '../session/PasswordField.tsx';
import { useErrorText } from '../shell/error-text.ts';
import { BarePage } from '../shell/BarePage.tsx';
import { usePage } from '../shell/page.ts';
import styles from '../session/SignInPage.module.css';

/** The fewest characters of a password, as the contract has it. */
export const shortestPassword = 8;

const choices = (Object.keys(languages) as Language[]).map((value) => ({
  value,
  label: languages[value].name,
}));

type WelcomePageProps = {
  /** Called at once, so that the page speaks the language that is being chosen. */
  onLanguage: (language: Language) => void;
  onDone: (session: Session) => void;
};

/** The first start: who teaches here, in which language, and a password if other devices should get in. */
export function WelcomePage({ onLanguage, onDone }: WelcomePageProps) {
  const { t } = useText();
  const api = useApi();
  const errorText = useErrorText();
  const [name, setName] = useState('');
  const [language, setLanguage] = useState<Language>(() => pickLanguage(null, navigator.languages));
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const [wrong, setWrong] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  // There is nothing else to do here: the name can be typed at once. Before usePage, which would take the heading.
  useEffect(() => form.current?.querySelector('input')?.focus({ preventScroll: true }), []);
  usePage(t('teacher.welcome.title'));

  // Each time anew: to the first field that is not right, once it says so.
  useEffect(() => {
    if (wrong > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [wrong]);

  const nameless = name.trim() === '';
  const short = password !== '' && password.length < shortestPassword;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (busy) return;
    if (nameless || short) {
      setWrong((times) => times + 1);
      return;
    }
    setBusy(true);
    setFailed(null);
    const made = await api.setUp({
      name: name.trim(),
      language,
      password: password === '' ? null : password,
    });
    // Done from another window in the meantime: the session says by whom.
    const session = !made.ok && made.error.code === 'setup_done' ? await api.session() : made;
    setBusy(false);
    if (session.ok) onDone(session.value);
    else setFailed(errorText(session.error));
  };

  return (
    <BarePage width="form" title={t('teacher.welcome.title')}>
      <p className={styles.words}>{t('teacher.welcome.words')}</p>
      <Sheet pad="roomy" className={styles.sheet}>
        <form
          ref={form}
          className={styles.form}
          onSubmit={(event) => void submit(event)}
          noValidate
        >
          <TextField
            label={t('teacher.welcome.name')}
            hint={t('teacher.welcome.nameHint')}
            value={name}
            onChange={setName}
            maxLength={80}
            autoComplete="name"
            error={tried && nameless ? t('teacher.welcome.nameMissing') : null}
          />
          <Segmented
            label={t('teacher.welcome.language')}
            choices={choices}
            value={language}
            onChange={(value) => {
              setLanguage(value);
              onLanguage(value);
            }}
          />
          <PasswordField
            label={t('teacher.welcome.password')}
            hint={t('teacher.welcome.passwordHint')}
            value={password}
            onChange={setPassword}
            autoComplete="new-password"
            error={tried && short ? t('teacher.welcome.passwordShort') : null}
          />
          {failed !== null && (
            <ErrorNotice
              happened={t('teacher.welcome.failed', { reason: failed })}
              safe={t('teacher.page.failed.safe')}
            />
          )}
          <Button type="submit" look="filled" wide busy={busy}>
            {t('teacher.welcome.done')}
          </Button>
        </form>
      </Sheet>
    </BarePage>
  );
}
