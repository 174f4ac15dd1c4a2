import { useText } from '../i18n/text.tsx';
import { classes } from './classes.ts';
import styles from './LoadingFrame.module.css';

type LoadingFrameProps = {
  /** What is coming: lines of a list, a title with text, or tiles. */
  shape?: 'lines' | 'title' | 'tiles';
  /** How many lines or tiles. */
  count?: number;
};

const widths = ['72%', '88%', '64%', '80%'];

/** The frame of what is being fetched, with tracks in place of text. Nothing moves; under 300 ms nothing shows. */
export function LoadingFrame({ shape = 'lines', count = 4 }: LoadingFrameProps) {
  const { t } = useText();
  return (
    <div role="status">
      <span className="sr">{t('ui.loading')}</span>
      <div className={classes(styles.frame, shape !== 'lines' && styles[shape])} aria-hidden="true">
        {Array.from({ length: count }, (_, place) => (
          <span
            key={place}
            className={styles.track}
            style={shape === 'tiles' ? undefined : { width: widths[place % widths.length] }}
          />
        ))}
      </div>
    </div>
  );
}
