import { classes } from './classes.ts';
import styles from './Meter.module.css';
import type { Letter } from './shapes.ts';

type MeterProps = {
  /** 0 to 1; more is drawn as 1. */
  share: number;
  /** What it measures, where no words and figure stand beside it; without, it is silent. */
  label?: string;
  /** Height in px: 8 by default, 12 for results in the console, 16 on the phone. */
  height?: number;
  /** An answer's own colour; its mark must stand beside the bar. */
  letter?: Letter;
  /** Below what was hoped for. */
  warn?: boolean;
  /** No track behind, where bars are compared with each other and not with a whole. */
  bare?: boolean;
  className?: string | undefined;
};

/** A bar. The count is always text beside it. */
export function Meter({ share, label, height, letter, warn, bare, className }: MeterProps) {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10;
  return (
    <span
      className={classes(styles.meter, bare && styles.bare, className)}
      style={height ? { height } : undefined}
      {...(label
        ? {
            role: 'meter',
            'aria-label': label,
            'aria-valuemin': 0,
            'aria-valuemax': 100,
            'aria-valuenow': Math.round(percent),
          }
        : { 'aria-hidden': true })}
    >
      <span
        className={classes(styles.fill, warn && styles.warn)}
        style={{
          width: `${percent}%`,
          ...(letter ? { background: `var(--answer-${letter})` } : {}),
        }}
      />
    </span>
  );
}
