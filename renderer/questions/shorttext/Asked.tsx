import { useText } from '../../i18n/text.tsx';
import styles from './ShortText.module.css';

/** What to do, while results are hidden. */
export function ShortTextAsked() {
  const { t } = useText();
  return <p className={styles.hint}>{t('kinds.shorttext.wall.ask')}</p>;
}
