import { useText } from '../i18n/text.tsx';
import { classes } from './classes.ts';
import styles from './Mark.module.css';
import { letterPlace, shapes } from './shapes.ts';
import type { Letter } from './shapes.ts';

/** Edge length in px: report and console 22–36, phone 40–48, wall 88–112, the phone's sent answer 148. */
export type MarkSize = 22 | 28 | 36 | 40 | 48 | 72 | 88 | 112 | 148;

type MarkProps = {
  letter: Letter;
  /** `box`: as large as the box around it. */
  size?: MarkSize | 'box';
  /** Part of the key, after the reveal (or on the teacher's own side): a round tick at its foot. */
  keyed?: boolean;
  /** Outline only, for black and white paper. */
  outline?: boolean;
  /** Words beside it say the letter already (“Answer B: …”), so it stays silent. */
  silent?: boolean;
  className?: string | undefined;
};

/**
 * The mark of an answer: letter, shape and colour together, never one of them alone.
 * On a ground other than `--surface` set `--mark-ground`, so that the tick's rim is cut out of it.
 */
export function Mark({ letter, size = 28, keyed, outline, silent, className }: MarkProps) {
  const { t } = useText();
  const place = letterPlace[letter];
  const upper = letter.toUpperCase();
  const said = t(keyed ? 'ui.phone.mark.keyed' : 'ui.phone.mark.answer', { letter: upper });
  return (
    <span
      className={classes(styles.frame, className)}
      style={size === 'box' ? { width: '100%', height: '100%' } : { width: size, height: size }}
      {...(silent ? { 'aria-hidden': true } : { role: 'img', 'aria-label': said })}
    >
      <svg
        className={classes(styles.mark, outline ? styles.outline : styles[letter])}
        viewBox="0 0 48 48"
        focusable="false"
      >
        <path d={shapes[letter]} />
        <text className={styles.letter} x={place.x} y={place.y}>
          {upper}
        </text>
      </svg>
      {keyed && (
        <svg className={styles.tick} viewBox="0 0 48 48" focusable="false">
          <circle className={styles.seal} cx="24" cy="24" r="24" />
          <path className={styles.stroke} d="M13.5 25 20.5 32 35 17.5" />
        </svg>
      )}
    </span>
  );
}
