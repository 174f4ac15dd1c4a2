import { classes } from '../../ui/classes.ts';
import { Mark } from '../../ui/Mark.tsx';
import { letterAt } from '../../ui/shapes.ts';
import type { AskedProps } from '../live-props.ts';
import styles from './Wall.module.css';

/** More choices than this stand in two columns. */
const tall = 6;

/** Both sides on the wall: the prompts with their marks, the choices with their numbers in an order that tells nothing. */
export function MatchingAsked({ question: { prompts, choices } }: AskedProps<'matching'>) {
  return (
    <div className={classes(styles.asked, choices.length > tall && styles.three)}>
      <ol className={styles.side}>
        {prompts.map((prompt, at) => (
          <li key={at} className={styles.tile}>
            <span className={styles.mark}>
              <Mark letter={letterAt(at)} size="box" />
            </span>
            <span className={styles.text}>{prompt}</span>
          </li>
        ))}
      </ol>
      <ol className={styles.side}>
        {choices.map((choice, at) => (
          <li key={at} className={classes(styles.tile, styles.choice)}>
            <b className={styles.plate}>{at + 1}</b>
            <span className={styles.text}>{choice}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
