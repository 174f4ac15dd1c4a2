import { classes } from '../ui/classes.ts';
import { Mark } from '../ui/Mark.tsx';
import { letterAt } from '../ui/shapes.ts';
import styles from './OptionTiles.module.css';

/** Options on the wall, before any result: a mark and the words, or marks alone where the teacher reads them out. */
export function OptionTiles({ options }: { options: readonly string[] }) {
  const bare = options.every((option) => option.trim() === '');
  return (
    <ol
      className={classes(styles.tiles, bare && styles.bare, options.length === 3 && styles.three)}
      style={{ '--tiles': options.length } as React.CSSProperties}
    >
      {options.map((option, place) => (
        <li key={place} className={styles.tile}>
          <span className={styles.mark}>
            <Mark letter={letterAt(place)} size="box" />
          </span>
          {!bare && <span className={styles.text}>{option}</span>}
        </li>
      ))}
    </ol>
  );
}
