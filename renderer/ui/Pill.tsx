import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './Pill.module.css';

type PillTone = 'plain' | 'live' | 'good' | 'warn' | 'bad';

/** One or two words on the state of the thing beside it. The colour repeats what the word says. */
export function Pill({ tone = 'plain', children }: { tone?: PillTone; children: ReactNode }) {
  return <span className={classes(styles.pill, tone !== 'plain' && styles[tone])}>{children}</span>;
}
