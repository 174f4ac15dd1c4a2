import { useState } from 'react';
import type { FormEvent } from 'react';
import { useText } from '../../i18n/text.tsx';
import { Button, ConfirmDialog, ErrorNotice, Sheet } from '../../ui/index.ts';
import type { TeacherPatch } from '../api.ts';
import { PasswordField } from '../session/PasswordField.tsx';
import { shortestPassword } from '../welcome/WelcomePage.tsx';
import styles from './SettingsPage.module.css';

type PasswordSettingProps = {
  hasPassword: boolean;
  /** Gives back why it was refused, or null. */
  change: (patch: TeacherPatch) => Promise<string | null>;
};

/** The password that lets other devices open the console: set, change, remove. */
export function PasswordSetting({ hasPassword, change }: PasswordSettingProps) {
  const { t } = useText();
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);

  const apply = async (next: string | null) => {
    setBusy(true);
    setSaid(null);
    const reason = await change({ password: next });
    setBusy(false);
    setAsking(false);
    setRefused(reason);
    if (reason !== null) return;
    setPassword('');
    setTried(false);
    setSaid(
      t(next === null ? 'teacher.settings.passwordRemoved' : 'teacher.settings.passwordStored'),
    );
  };
  const short = password.length < shortestPassword;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!short && !busy) void apply(password);
  };

  return (
    <Sheet as="section" pad="roomy" label={t('teacher.settings.password')}>
      <h2>{t('teacher.settings.password')}</h2>
      <p className="soft">
        {t(hasPassword ? 'teacher.settings.passwordOn' : 'teacher.settings.passwordOff')}
      </p>
      <form className={styles.form} onSubmit={submit} noValidate>
        <PasswordField
          label={t('teacher.settings.passwordNew')}
          value={password}
          onChange={setPassword}
          autoComplete="new-password"
          error={tried && short ? t('teacher.welcome.passwordShort') : null}
        />
        <div className={styles.acts}>
          <Button type="submit" busy={busy && !asking}>
            {t(hasPassword ? 'teacher.settings.passwordChange' : 'teacher.settings.passwordSet')}
          </Button>
          {hasPassword && (
            <Button look="stop" onClick={() => setAsking(true)}>
              {t('teacher.settings.passwordRemove')}
            </Button>
          )}
        </div>
      </form>
      <p role="status" className={styles.stored}>
        {said}
      </p>
      {refused !== null && (
        <ErrorNotice
          happened={t('teacher.settings.failed', { reason: refused })}
          safe={t('teacher.settings.failedSafe')}
        />
      )}
      <ConfirmDialog
        open={asking}
        title={t('teacher.settings.passwordRemoveAsk')}
        confirm={t('teacher.settings.passwordRemove')}
        stop
        busy={busy}
        onConfirm={() => void apply(null)}
        onCancel={() => setAsking(false)}
      >
        {t('teacher.settings.passwordRemoveWords')}
      </ConfirmDialog>
    </Sheet>
  );
}
