import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './Pill.module.css';

type PillTone = 'plain' | 'live' | 'good' | 'warn' | 'bad';

type PillProps = {
  tone?: PillTone;
  /** A sentence, or somebody's own words: they break where there is no room. */
  long?: boolean;
  children: ReactNode;
};

/** One or two words on the state of the thing beside it. The colour repeats what the word says. */
export function Pill({ tone = 'plain', long, children }: PillProps) {
  return (
    <span className={classes(styles.pill, tone !== 'plain' && styles[tone], long && styles.long)}>
      {children}
    </span>
  );
}
