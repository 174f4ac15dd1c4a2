import type { ReactNode } from 'react';
import { useText } from '../i18n/text.tsx';
import { classes } from '../ui/classes.ts';
import styles from './PhoneButton.module.css';

type PhoneButtonProps = {
  /** Filled: the one thing to do. */
  look?: 'filled' | 'bordered' | 'quiet';
  type?: 'button' | 'submit';
  busy?: boolean;
  onClick?: () => void;
  children: ReactNode;
};

/** A button of the phone, as wide as its column and high enough for a thumb. */
export function PhoneButton({
  look = 'filled',
  type = 'button',
  busy = false,
  onClick,
  children,
}: PhoneButtonProps) {
  const { t } = useText();
  return (
    <button
      // oxlint-disable-next-line react/button-has-type -- always one of two literals
      type={type}
      className={classes(styles.button, styles[look])}
      aria-disabled={busy || undefined}
      onClick={busy ? undefined : onClick}
    >
      {children}
      {busy && (
        <>
          <span className={styles.bar} aria-hidden="true" />
          <span className="sr">{t('student.busy')}</span>
        </>
      )}
    </button>
  );
}
