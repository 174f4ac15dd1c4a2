import { classes } from './classes.ts';
import styles from './Icon.module.css';
import type { IconPath } from './icons.ts';

type IconSize = 's' | 'm' | 'l' | 'xl';

type IconProps = {
  /** One of the constants of icons.ts. */
  path: IconPath;
  /** 16, 20 (default), 28 or 40 px. */
  size?: IconSize;
  /** What it says, where no words stand beside it; without, screen readers pass over it. */
  label?: string;
  className?: string | undefined;
};

/** A stroked mark in the colour of the text around it. */
export function Icon({ path, size = 'm', label, className }: IconProps) {
  return (
    <svg
      className={classes(styles.icon, size !== 'm' && styles[size], className)}
      viewBox="0 0 24 24"
      focusable="false"
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      <path d={path.d} strokeWidth={path.weight} />
    </svg>
  );
}
