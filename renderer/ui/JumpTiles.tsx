import { classes } from './classes.ts';
import styles from './JumpTiles.module.css';

export type JumpTile = {
  id: string;
  /** “Question 4: A red blood cell…”, read out and shown on hover. */
  label: string;
  state: 'rest' | 'current' | 'done';
};

type JumpTilesProps = {
  label: string;
  tiles: readonly JumpTile[];
  onJump: (id: string) => void;
};

/** One numbered tile for each question of the lesson; keys 1 to 9 lead to the first nine. */
export function JumpTiles({ label, tiles, onJump }: JumpTilesProps) {
  return (
    <ol className={styles.tiles} aria-label={label}>
      {tiles.map((tile, place) => (
        <li key={tile.id}>
          <button
            type="button"
            className={classes(styles.tile, tile.state === 'done' && styles.done)}
            aria-current={tile.state === 'current' ? 'step' : undefined}
            aria-label={tile.label}
            aria-keyshortcuts={place < 9 ? String(place + 1) : undefined}
            title={tile.label}
            onClick={() => onJump(tile.id)}
          >
            {place + 1}
          </button>
        </li>
      ))}
    </ol>
  );
}
