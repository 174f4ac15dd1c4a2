import { useText } from '../../i18n/text.tsx';
import type { AskedProps } from '../live-props.ts';
import styles from './Live.module.css';
import { PinMap } from './PinMap.tsx';

/** The picture on the wall, while nobody may see where the others pin. */
export function PinAsked({ question: { image, pins } }: AskedProps<'pin'>) {
  const { t } = useText();
  return (
    <div className={styles.wall}>
      <div className={styles.frame}>
        <PinMap image={image} className={styles.map} />
      </div>
      <p className={styles.ask}>{t('kinds.pin.wall.ask', { count: pins })}</p>
    </div>
  );
}
