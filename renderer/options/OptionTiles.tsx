import type { Image } from '../../lan-server/contract/images.ts';
import { Picture } from '../images/Picture.tsx';
import { OptionText } from '../rich/sayings.tsx';
import { classes } from '../ui/classes.ts';
import { Mark } from '../ui/Mark.tsx';
import { letterAt } from '../ui/shapes.ts';
import styles from './OptionTiles.module.css';

/** Options on the wall, before any result: a mark and the words, or marks alone where the teacher reads them out. */
export function OptionTiles({
  options,
  images,
}: {
  options: readonly string[];
  /** By place; undefined: no option has one. */
  images?: readonly (Image | null)[] | undefined;
}) {
  const bare = !images && options.every((option) => option.trim() === '');
  return (
    <ol
      className={classes(
        styles.tiles,
        bare && styles.bare,
        options.length === 3 && styles.three,
        images && styles.pictured,
      )}
      style={{ '--tiles': options.length } as React.CSSProperties}
    >
      {options.map((option, place) => {
        const image = images?.[place];
        return (
          <li key={place} className={classes(styles.tile, images && !image && styles.wordsOnly)}>
            <span className={styles.mark}>
              <Mark letter={letterAt(place)} size="box" />
            </span>
            {!bare && (
              <span className={styles.text}>
                <OptionText place={place} text={option} />
              </span>
            )}
            {image && (
              <span className={styles.shown}>
                <Picture image={image} className={styles.picture} />
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
