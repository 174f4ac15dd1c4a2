import { useId } from 'react';
import type { ReactNode } from 'react';
import { classes } from '../ui/index.ts';
import styles from './Specimen.module.css';

type SpecimenProps = {
  /** The component's name; its anchor too. */
  name: string;
  /** When to take it. */
  use: string;
  /** Drawn once for each ground; told which, where something must be named apart. */
  children: (ground: string) => ReactNode;
  /** Also on the slate, dark and light. */
  wall?: boolean;
  /** One below the other, where it needs the width. */
  stacked?: boolean;
  /** Up to the edge of its ground. */
  flush?: boolean;
};

type Ground = { name: string; theme: 'light' | 'dark'; wall: boolean };

const paper: Ground[] = [
  { name: 'paper, light', theme: 'light', wall: false },
  { name: 'paper, dark', theme: 'dark', wall: false },
];
const slate: Ground[] = [
  { name: 'wall', theme: 'dark', wall: true },
  { name: 'wall, light', theme: 'light', wall: true },
];

/** One component on every ground that it stands on, side by side. */
export function Specimen({ name, use, children, wall, stacked, flush }: SpecimenProps) {
  const titleId = useId();
  return (
    <section id={name} className={styles.specimen} aria-labelledby={titleId}>
      <div className={styles.head}>
        <h2 id={titleId} className={styles.title}>
          {name}
        </h2>
        <p className="soft">{use}</p>
      </div>
      <div className={classes(styles.pair, stacked && styles.stacked)}>
        {[...paper, ...(wall ? slate : [])].map((ground) => (
          <div
            key={ground.name}
            className={classes(styles.ground, flush && styles.flush, ground.wall && styles.wall)}
            data-theme={ground.theme}
            {...(ground.wall ? { 'data-surface': 'wall' } : {})}
          >
            {children(ground.name)}
          </div>
        ))}
      </div>
    </section>
  );
}

/** States in a line. */
export function Row({ children, caption }: { children: ReactNode; caption?: string }) {
  return (
    <div className={styles.row}>
      {caption && <p className={styles.caption}>{caption}</p>}
      {children}
    </div>
  );
}

/** States below each other. */
export function Stack({ children }: { children: ReactNode }) {
  return <div className={styles.stack}>{children}</div>;
}

/** One state with its name below. */
export function State({ name, children }: { name: string; children: ReactNode }) {
  return (
    <span className={styles.state}>
      {children}
      {name}
    </span>
  );
}
