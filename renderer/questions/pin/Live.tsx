import { useText } from '../../i18n/text.tsx';
import type { LiveProps } from '../live-props.ts';
import { Legend } from './Legend.tsx';
import styles from './Live.module.css';
import { PinMap } from './PinMap.tsx';

/** Where the class has pinned, over the picture; after the reveal the areas with their names. */
export function PinLive({ question, picture, revealedKey, surface }: LiveProps<'pin'>) {
  const { t } = useText();
  const wall = surface === 'wall';
  const areas = revealedKey?.areas;
  return (
    <div className={wall ? styles.wall : styles.desk}>
      <div className={wall ? styles.frame : undefined}>
        <PinMap
          image={question.image}
          small={!wall}
          cells={picture.cells}
          areas={areas}
          className={wall ? styles.map : styles.small}
        />
      </div>
      <div className={wall ? styles.side : styles.under}>
        <p className={wall ? styles.ask : styles.count}>
          {t('kinds.pin.wall.count', { count: picture.pins })}
        </p>
        {areas && <Legend areas={areas} classOf={(part) => styles[wall ? part : `${part}Desk`]} />}
      </div>
    </div>
  );
}
