import type { Network } from '../../../lan-server/contract/api.ts';
import { useText } from '../../i18n/text.tsx';
import { Icon, icons } from '../../ui/index.ts';
import styles from './NetworkState.module.css';

type NetworkStateProps = {
  /** Null while it is being asked for. */
  network: Network | null;
  /** The program itself does not answer. */
  away: boolean;
};

/** One word on whether students can come in, and under which address. */
export function NetworkState({ network, away }: NetworkStateProps) {
  const { t } = useText();
  const address = network?.door.address ?? null;
  if (away || !network)
    return (
      <p className={styles.head}>
        <Icon path={away ? icons.wifiOff : icons.wifi} size="s" />
        {t(away ? 'teacher.air.away' : 'teacher.air.checking')}
      </p>
    );
  if (address === null)
    return (
      <div role="status">
        <p className={styles.head}>
          <Icon path={icons.wifiOff} size="s" />
          {t('teacher.air.none')}
        </p>
        <p className="soft">{t('teacher.air.noneHelp')}</p>
      </div>
    );
  return (
    <div role="status">
      <p className={styles.head}>
        <Icon path={icons.wifi} size="s" />
        {t('teacher.air.ready')}
      </p>
      <p className={styles.address}>{address}</p>
      {network.door.name && <p className={styles.address}>{network.door.name}</p>}
      {network.neighbours.length > 0 && (
        <p className="soft">{t('teacher.air.neighbours', { count: network.neighbours.length })}</p>
      )}
    </div>
  );
}
