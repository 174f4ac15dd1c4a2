import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { Kbd } from './Kbd.tsx';
import styles from './Tray.module.css';

type TrayProps = {
  label: string;
  /** The console's tray, 108 px. */
  tall?: boolean;
  children: ReactNode;
};

/** The ledge at the foot of a screen. */
export function Tray({ label, tall, children }: TrayProps) {
  return (
    <footer className={classes(styles.tray, tall && styles.tall)} aria-label={label}>
      {children}
    </footer>
  );
}

type NextStepProps = {
  /** What happens: “Close and discuss”. */
  act: string;
  /** What to know before pressing: “8 still to answer · results stay hidden”. */
  note?: ReactNode;
  /** The key as it is shown, in the reader's language. */
  shortcut?: string;
  /** The same for assistive technology, which knows keys by their English names. */
  keyName?: string;
  /** Nothing to do now; the note says why. */
  disabled?: boolean;
  onPress: () => void;
};

/** The one big button in the tray: the next step. */
export function NextStep({ act, note, shortcut, keyName, disabled, onPress }: NextStepProps) {
  return (
    <button
      type="button"
      className={styles.next}
      aria-disabled={disabled || undefined}
      aria-keyshortcuts={keyName ?? shortcut}
      onClick={disabled ? undefined : onPress}
    >
      <span className={styles.act}>{act}</span>
      {shortcut && (
        <span className={styles.key}>
          <Kbd onAccent>{shortcut}</Kbd>
        </span>
      )}
      {note && <span className={styles.note}>{note}</span>}
    </button>
  );
}
