import type { ReactNode } from 'react';
import { boardFor } from './board.ts';
import styles from './Shell.module.css';

type ShellProps = {
  /** The box to fill, in CSS px. */
  width: number;
  height: number;
  /** For a sunny room. */
  light: boolean;
  /** Nothing moves: a preview. */
  still?: boolean;
  children: ReactNode;
};

/** Slate of any size: draws its children on a board of at least 1920 × 1080 and scales that into the box. */
export function Shell({ width, height, light, still, children }: ShellProps) {
  const board = boardFor(width, height);
  return (
    <div className={styles.box} style={{ width, height }}>
      <div
        className={styles.wall}
        data-surface="wall"
        data-theme={light ? 'light' : undefined}
        data-motion={still ? 'still' : undefined}
        style={{ width: board.width, height: board.height, transform: `scale(${board.scale})` }}
      >
        {children}
      </div>
    </div>
  );
}
