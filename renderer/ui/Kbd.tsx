import { classes } from './classes.ts';
import styles from './Kbd.module.css';

/** The key that does what it stands on. Assistive technology hears it through aria-keyshortcuts, so it is silent. */
export function Kbd({ children, onAccent }: { children: string; onAccent?: boolean }) {
  return (
    <kbd className={classes(styles.kbd, onAccent && styles.onAccent)} aria-hidden="true">
      {children}
    </kbd>
  );
}
