import { useText } from '../../i18n/text.tsx';
import { figure } from '../../numbers/figures.ts';
import styles from '../../numbers/Wanted.module.css';
import type { AskedProps } from '../live-props.ts';

/** The scale with its ends, while results are hidden. */
export function SliderAsked({ question }: AskedProps<'slider'>) {
  const text = useText();
  const { min, max, unit, low, high } = question;
  return (
    <div className={styles.scale}>
      <div className={styles.track} aria-hidden="true">
        <i className={styles.thumb} />
      </div>
      <p className={styles.ends}>
        <b>
          {figure(min, unit, text)}
          {low && <span>{low}</span>}
        </b>
        <b>
          {figure(max, unit, text)}
          {high && <span>{high}</span>}
        </b>
      </p>
    </div>
  );
}
