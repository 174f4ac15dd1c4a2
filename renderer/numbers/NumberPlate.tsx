import { useText } from '../i18n/text.tsx';
import { classes } from '../ui/classes.ts';
import { acceptedSaid } from './figures.ts';
import type { Accepted } from './figures.ts';
import styles from './NumberPlate.module.css';

type NumberPlateProps = {
  /** One number (both ends alike), or all that count as right. */
  numbers: Accepted;
  unit: string;
  large?: boolean | undefined;
};

/** A number on a plate, as it lies in the phone's tray. */
export function NumberPlate({ numbers, unit, large }: NumberPlateProps) {
  const text = useText();
  const said = acceptedSaid(numbers, unit, text);
  const plate = (
    <span
      className={classes(
        styles.plate,
        large && styles.large,
        said.length > (large ? 6 : 4) && styles.long,
        said.length > 14 && styles.longer,
      )}
    >
      {said}
    </span>
  );
  // The seal lies on the corner of the plate, not on the figure.
  return large ? <span className={styles.around}>{plate}</span> : plate;
}
