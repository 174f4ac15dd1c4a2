import { avatarOf } from '../../lan-server/contract/avatar.ts';
import { figurePaths } from './avatar-figures.ts';
import styles from './Avatar.module.css';

/** A student's picture: always the same one for the same seed. Stands beside the name, so that it says nothing itself. */
export function Avatar({ seed, size = 32 }: { seed: string; size?: number }) {
  const { figure, tone } = avatarOf(seed);
  return (
    <svg
      className={styles.avatar}
      width={size}
      height={size}
      viewBox="-4 -4 32 32"
      aria-hidden="true"
      focusable="false"
      style={{ color: `var(--answer-${tone})`, background: `var(--answer-${tone}-soft)` }}
    >
      <path d={figurePaths[figure]} />
    </svg>
  );
}
