import { useText } from '../../i18n/text.tsx';
import styles from '../../numbers/Wanted.module.css';
import type { AskedProps } from '../live-props.ts';

/** What is wanted, while results are hidden: a number, in which unit. */
export function NumericAsked({ question }: AskedProps<'numeric'>) {
  const { t } = useText();
  const { unit } = question;
  return (
    <p className={styles.wanted}>
      {unit === '' ? t('kinds.numeric.wall.ask') : t('kinds.numeric.wall.askUnit', { unit })}
    </p>
  );
}
