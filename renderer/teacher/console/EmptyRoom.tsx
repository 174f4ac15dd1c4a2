import type { Door } from '../../../lan-server/contract/frames.ts';
import { useText } from '../../i18n/text.tsx';
import { QrPlate } from '../../stage/QrPlate.tsx';
import { Button, Icon, icons } from '../../ui/index.ts';
import { Column } from './Column.tsx';
import styles from './EmptyRoom.module.css';
import { SimulationLine } from './Simulation.tsx';
import type { SimulatedClass } from './simulation.ts';

type EmptyRoomProps = {
  door: Door;
  simulation: SimulatedClass;
  locked: string | null;
  /** A lesson with a list of names: made-up students are on none. */
  listed?: boolean;
};

/** The room before anybody is in it: how to come in. */
export function EmptyRoom({ door, simulation, locked, listed = false }: EmptyRoomProps) {
  const { t } = useText();
  return (
    <Column heading={t('console.room.heading')}>
      <div className={styles.empty}>
        <p className={styles.title}>{t('console.empty.title')}</p>
        <p className="soft">
          {t(door.address ? 'console.empty.words' : 'console.empty.noNetwork')}
        </p>
        <div className={styles.ways}>
          <QrPlate url={door.url} className={styles.qr} />
          <dl className={styles.typed}>
            {door.address && (
              <div>
                <dt>{t('console.empty.address')}</dt>
                <dd>{door.address}</dd>
                {door.name && (
                  <dd className={styles.name}>{t('console.empty.name', { name: door.name })}</dd>
                )}
              </div>
            )}
            <div>
              <dt>{t('console.empty.code')}</dt>
              <dd className={styles.code}>{door.code}</dd>
            </div>
          </dl>
        </div>
        <SimulationLine simulation={simulation} />
        {!simulation.running && !listed && (
          <div className={styles.rehearse}>
            <Button
              icon={<Icon path={icons.users} />}
              busy={simulation.busy}
              disabledReason={locked}
              onClick={simulation.start}
            >
              {t('console.simulation.start')}
            </Button>
            <span className="small soft">{t('console.simulation.words')}</span>
          </div>
        )}
      </div>
    </Column>
  );
}
