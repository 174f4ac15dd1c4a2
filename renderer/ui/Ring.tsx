import { useText } from '../i18n/text.tsx';
import { classes } from './classes.ts';
import { clockText } from './clock-text.ts';
import styles from './Ring.module.css';

type RingProps = {
  /** Milliseconds left. useCountdown gives them; the ring has no clock of its own. */
  remaining: number;
  /** Milliseconds in all. */
  total: number;
  paused?: boolean;
  /** The size of the wall: 148 px instead of 64. */
  wall?: boolean;
};

/** Radius in a box of 100: the thick ring of the last ten seconds keeps its outer edge. */
const radii = { normal: 44, last: 42 };

/** The timer. Where a question has no time limit, draw none. */
export function Ring({ remaining, total, paused, wall }: RingProps) {
  const { t } = useText();
  const shown = clockText(remaining);
  const share = total > 0 ? Math.min(1, Math.max(0, remaining / total)) : 0;
  const last = !paused && remaining <= 10_000;
  const radius = last ? radii.last : radii.normal;
  const round = 2 * Math.PI * radius;
  return (
    <span
      className={classes(styles.ring, wall && styles.wall, last && styles.last)}
      role="timer"
      aria-label={t(paused ? 'ui.phone.ring.paused' : 'ui.phone.ring.left', { clock: shown })}
    >
      <svg viewBox="0 0 100 100" aria-hidden="true" focusable="false">
        <circle className={styles.track} cx="50" cy="50" r={radius} />
        {share > 0 && (
          <circle
            className={styles.left}
            cx="50"
            cy="50"
            r={radius}
            strokeDasharray={`${share * round} ${round}`}
            transform="rotate(-90 50 50)"
          />
        )}
        {paused && <path className={styles.bars} d="M41 35v30M59 35v30" />}
      </svg>
      {!paused && (
        <span className={classes(styles.text, shown.length > 4 && styles.long)} aria-hidden="true">
          {shown}
        </span>
      )}
    </span>
  );
}
