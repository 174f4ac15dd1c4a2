import { useState } from 'react';
import { useText } from '../../i18n/text.tsx';
import { Button, TextField } from '../../ui/index.ts';
import styles from './PasswordField.module.css';

type PasswordFieldProps = {
  label: string;
  hint?: string;
  value: string;
  onChange: (value: string) => void;
  autoComplete: 'new-password' | 'current-password';
  error?: string | null;
};

/** A password that can be looked at while it is typed. */
export function PasswordField({ label, hint, error, ...field }: PasswordFieldProps) {
  const { t } = useText();
  const [shown, setShown] = useState(false);
  return (
    <div className={styles.row}>
      <div className={styles.field}>
        <TextField
          {...field}
          label={label}
          type={shown ? 'text' : 'password'}
          maxLength={200}
          autoCapitalize="none"
          spellCheck={false}
          hint={hint}
          error={error}
        />
      </div>
      <Button
        className={styles.show}
        aria-label={t(shown ? 'teacher.welcome.hidePassword' : 'teacher.welcome.showPassword')}
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
      >
        {t(shown ? 'teacher.welcome.hide' : 'teacher.welcome.show')}
      </Button>
    </div>
  );
}
