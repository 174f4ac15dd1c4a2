import { useText } from '../i18n/text.tsx';
import { classes } from '../ui/classes.ts';
import { Meter } from '../ui/Meter.tsx';
import styles from './Count.module.css';

/** Up to here every seat is a pip of its own; above, pips could not be told apart. */
const mostPips = 40;

type CountProps = {
  answered: number;
  of: number;
  /** The question is closed. */
  final: boolean;
  /** With pips or a bar beside the figure. */
  drawn: boolean;
  /** What is counted; answers by default. */
  what?: 'handedIn';
};

/** How many have answered: as a figure always, as pips or a bar while it still changes. */
export function Count({ answered, of, final, drawn, what }: CountProps) {
  const { rich, number } = useText();
  return (
    <>
      <span>
        {rich(
          what
            ? 'projector.ledge.handedIn'
            : final
              ? 'projector.ledge.final'
              : 'projector.ledge.answered',
          { count: answered, of },
          { count: <b className={styles.figure}>{number(answered)}</b> },
        )}
      </span>
      {drawn && of > mostPips && <Meter className={styles.bar} share={answered / of} height={30} />}
      {drawn && of > 0 && of <= mostPips && (
        <span className={styles.pips} style={{ maxWidth: of * 22 }} aria-hidden="true">
          {Array.from({ length: of }, (_, pip) => (
            <i key={pip} className={classes(styles.pip, pip < answered && styles.in)} />
          ))}
        </span>
      )}
    </>
  );
}
