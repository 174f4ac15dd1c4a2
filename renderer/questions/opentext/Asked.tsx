import { useText } from '../../i18n/text.tsx';
import styles from './OpenText.module.css';

/** What to do, while results are hidden. */
export function OpenTextAsked() {
  const { t } = useText();
  return <p className={styles.hint}>{t('kinds.opentext.wall.ask')}</p>;
}
