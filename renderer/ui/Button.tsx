import { useId } from 'react';
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { useText } from '../i18n/text.tsx';
import styles from './Button.module.css';
import { classes } from './classes.ts';
import { Kbd } from './Kbd.tsx';

export type ButtonLook = 'filled' | 'bordered' | 'quiet' | 'stop';

type Native = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled' | 'className' | 'type'>;

type ButtonProps = Native & {
  /** One filled button a view: the next step. `stop` ends or destroys. */
  look?: ButtonLook;
  small?: boolean;
  /** As wide as its place. */
  wide?: boolean;
  icon?: ReactNode;
  /** The key that does the same, shown in the button: “Space”, “R”. */
  shortcut?: string | undefined;
  /** Under way: the label stays, a bar runs at the foot, and pressing does nothing. */
  busy?: boolean;
  /** Why it cannot be pressed now. Shown beside the button; null or undefined: it can. */
  disabledReason?: string | null | undefined;
  /** Said elsewhere on the page already: the reason is only read out. */
  reasonElsewhere?: boolean;
  type?: 'button' | 'submit';
  ref?: Ref<HTMLButtonElement>;
  className?: string | undefined;
} & ({ children: ReactNode; label?: undefined } | { children?: undefined; label: string });

/**
 * A button. With `icon` and `label` instead of children it shows the icon alone and says the label.
 * It stays focusable while it cannot be pressed, so that the keyboard finds the reason.
 */
export function Button({
  look = 'bordered',
  small,
  wide,
  icon,
  shortcut,
  busy,
  disabledReason,
  reasonElsewhere,
  type = 'button',
  className,
  children,
  label,
  onClick,
  ...native
}: ButtonProps) {
  const { t } = useText();
  const reasonId = useId();
  const off = busy === true || typeof disabledReason === 'string';
  const button = (
    <button
      {...native}
      // oxlint-disable-next-line react/button-has-type -- always one of two literals
      type={type}
      className={classes(
        styles.button,
        look !== 'bordered' && styles[look],
        small && styles.small,
        wide && styles.wide,
        label !== undefined && styles.iconOnly,
        className,
      )}
      {...(label === undefined ? {} : { 'aria-label': label, title: label })}
      {...(shortcut ? { 'aria-keyshortcuts': shortcut } : {})}
      {...(disabledReason ? { 'aria-disabled': true, 'aria-describedby': reasonId } : {})}
      aria-busy={busy || undefined}
      onClick={(event) => {
        if (off) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {icon}
      {children}
      {shortcut && <Kbd onAccent={look === 'filled' && !disabledReason}>{shortcut}</Kbd>}
      {busy && (
        <>
          <span className={styles.bar} aria-hidden="true" />
          <span className="sr">{t('ui.busy')}</span>
        </>
      )}
    </button>
  );
  if (!disabledReason) return button;
  return (
    <span className={styles.reasoned}>
      {button}
      <span id={reasonId} className={reasonElsewhere ? 'sr' : styles.reason}>
        {disabledReason}
      </span>
    </span>
  );
}
