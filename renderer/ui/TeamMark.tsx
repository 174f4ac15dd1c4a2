import { letters, shapes } from './shapes.ts';
import styles from './TeamMark.module.css';

/**
 * The mark of a team: one of the eight shapes as an outline, without letter and colour, so that nobody takes it for an answer's. The
 * name stands beside it, so it is silent. `size` in px.
 */
export function TeamMark({ team, size }: { team: number; size: number }) {
  const letter = letters[team % letters.length] ?? 'a';
  return (
    <svg
      className={styles.mark}
      width={size}
      height={size}
      viewBox="-2 -2 52 52"
      focusable="false"
      aria-hidden="true"
    >
      <path d={shapes[letter]} />
    </svg>
  );
}
