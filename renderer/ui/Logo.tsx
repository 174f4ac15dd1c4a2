import styles from './Logo.module.css';

/** The board with a stroke of chalk and its tray. The name stands beside it, so it is silent itself. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg
      className={styles.logo}
      style={{ width: size, height: size }}
      viewBox="0 0 32 32"
      aria-hidden="true"
      focusable="false"
    >
      <path className={styles.box} d="M3 4h26v19H3z" />
      <path className={styles.chalk} d="M9 17.5 22.5 9.5" />
      <path className={styles.tray} d="M1.5 27.5h29" />
    </svg>
  );
}
