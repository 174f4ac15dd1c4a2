import { useText } from '../../i18n/text.tsx';
import type { AskedProps } from '../live-props.ts';
import styles from './Blanks.module.css';

/** The text with its gaps, numbered, while results are hidden. */
export function BlanksAsked({ question: { parts, gaps } }: AskedProps<'blanks'>) {
  const { t } = useText();
  return (
    <p className={styles.text}>
      {parts.map((part, place) => (
        <span key={place}>
          <span className={styles.plain}>{part}</span>
          {gaps[place] && (
            <span
              className={styles.gap}
              role="img"
              aria-label={t('kinds.blanks.wall.gap', { number: place + 1 })}
            >
              {place + 1}
            </span>
          )}
        </span>
      ))}
    </p>
  );
}
