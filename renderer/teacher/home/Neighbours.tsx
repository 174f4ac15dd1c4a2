import type { Network } from '../../../lan-server/contract/api.ts';
import { useText } from '../../i18n/text.tsx';
import { Icon, icons, Sheet } from '../../ui/index.ts';
import styles from './Aside.module.css';

/** Other Chalkboxes in the network; a link opens the page that their students see. */
export function Neighbours({ neighbours }: { neighbours: Network['neighbours'] }) {
  const { t } = useText();
  if (neighbours.length === 0) return null;
  return (
    <Sheet as="aside" pad="none" label={t('teacher.home.neighbours')} className={styles.sheet}>
      <h2>{t('teacher.home.neighbours')}</h2>
      <p className={styles.words}>{t('teacher.home.neighboursWords')}</p>
      <ul>
        {neighbours.map((neighbour) => (
          <li key={neighbour.id}>
            <Icon path={icons.wifi} />
            <a className={styles.neighbour} href={neighbour.url} target="_blank" rel="noreferrer">
              <b>{neighbour.title}</b>
              <span className={styles.words}>{neighbour.url.replace(/^https?:\/\//, '')}</span>
            </a>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
