import { useId } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../i18n/text.tsx';
import { classes } from './classes.ts';
import styles from './Switch.module.css';

type SwitchProps = {
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** What is on or off; stands after the switch. */
  label: ReactNode;
  /** The label is shown elsewhere: only read it out. */
  hideLabel?: boolean;
  /** Says “On” or “Off” after the switch, where the label stands above. */
  showState?: boolean;
  /** Why it cannot be changed. */
  lockedReason?: string | null | undefined;
};

/** A setting that takes effect at once. A native checkbox underneath. */
export function Switch({
  checked,
  onChange,
  label,
  hideLabel,
  showState,
  lockedReason,
}: SwitchProps) {
  const { t } = useText();
  const reasonId = useId();
  return (
    <label className={classes(styles.row, lockedReason && styles.locked)}>
      <input
        type="checkbox"
        role="switch"
        className={styles.switch}
        checked={checked}
        aria-checked={checked}
        disabled={Boolean(lockedReason)}
        aria-describedby={lockedReason ? reasonId : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span className={styles.words}>
        <span className={classes(hideLabel && 'sr')}>{label}</span>
        {showState && (
          <span aria-hidden="true">{t(checked ? 'ui.switch.on' : 'ui.switch.off')}</span>
        )}
        {lockedReason && (
          <span id={reasonId} className={styles.reason}>
            {lockedReason}
          </span>
        )}
      </span>
    </label>
  );
}
