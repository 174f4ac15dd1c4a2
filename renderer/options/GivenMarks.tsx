import { classes } from '../ui/classes.ts';
import { Mark } from '../ui/Mark.tsx';
import { letterAt } from '../ui/shapes.ts';
import styles from './GivenMarks.module.css';

type GivenMarksProps = { picked: readonly number[]; large?: boolean | undefined };

/** Picked options on the phone, as marks beside each other; one alone stands large. */
export function GivenMarks({ picked, large }: GivenMarksProps) {
  const several = picked.length > 1;
  const size = large ? (several ? 72 : 148) : several ? 36 : 72;
  return (
    <span
      className={classes(
        several && (large ? styles.large : styles.small),
        picked.length === 4 && styles.four,
      )}
    >
      {picked.map((option) => (
        <Mark key={option} letter={letterAt(option)} size={size} silent />
      ))}
    </span>
  );
}
