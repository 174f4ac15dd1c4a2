import { useText } from '../i18n/text.tsx';
import { Icon } from '../ui/Icon.tsx';
import { talk } from '../ui/icons.ts';
import styles from './Talk.module.css';

/** What the class is to do between two votes. */
export function Talk() {
  const { t } = useText();
  return (
    <div className={styles.talk}>
      <Icon path={talk} size="xl" />
      <p>
        <b className={styles.title}>{t('projector.talk.title')}</b>
        <span className={styles.words}>{t('projector.talk.words')}</span>
      </p>
    </div>
  );
}
