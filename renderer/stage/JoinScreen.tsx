import type { Door, ProjectorView } from '../../lan-server/contract/frames.ts';
import { useText } from '../i18n/text.tsx';
import { classes } from '../ui/classes.ts';
import { figureSize } from './figure-size.ts';
import { Here } from './Here.tsx';
import styles from './JoinScreen.module.css';
import { QrPlate } from './QrPlate.tsx';

/** Letters of a lesson's title beyond which it needs the width that the QR code would take. */
const longTitle = 70;

type JoinScreenProps = {
  view: ProjectorView;
  door: Door;
};

/** How to come in, and who has: before the first question, and over any question when somebody comes late. */
export function JoinScreen({ view, door }: JoinScreenProps) {
  const { t } = useText();
  return (
    <div className={styles.join}>
      <div className={styles.how}>
        {door.address === null ? (
          <NoNetwork code={door.code} />
        ) : (
          <>
            <div
              className={classes(styles.scan, view.lesson.title.length > longTitle && styles.wordy)}
            >
              <QrPlate url={door.url} className={styles.qr} />
              <div>
                <h1 className={styles.title}>{t('projector.join.title')}</h1>
                <p className={styles.lesson}>{view.lesson.title}</p>
                <div className={styles.help}>
                  <b>{t(view.closed ? 'projector.join.closed' : 'projector.join.scan')}</b>
                  <p>{t('projector.join.scanWords')}</p>
                  {view.lesson.identity === 'nickname' && <p>{t('projector.join.thenName')}</p>}
                </div>
              </div>
            </div>
            <TypeIt address={door.address} name={door.name} code={door.code} />
          </>
        )}
      </div>
      <Here seats={view.seats} here={view.here} names={view.names} />
    </div>
  );
}

type TypeItProps = { address: string; name: string | null; code: string };

function TypeIt({ address, name, code }: TypeItProps) {
  const { t, rich } = useText();
  return (
    <div
      className={styles.typeIt}
      style={{ '--figure': `${figureSize(address, code)}px` } as React.CSSProperties}
    >
      <dl>
        <dt>{t('projector.join.address')}</dt>
        <dd>{address}</dd>
        {name && (
          <dd className={styles.name}>
            {rich('projector.join.byName', {}, { name: <b>{name}</b> })}
          </dd>
        )}
      </dl>
      <dl>
        <dt>{t('projector.join.code')}</dt>
        <dd className={styles.digits}>{code}</dd>
      </dl>
    </div>
  );
}

function NoNetwork({ code }: { code: string }) {
  const { t, rich } = useText();
  return (
    <div className={styles.none}>
      <h1 className={styles.title}>{t('projector.noNetwork.title')}</h1>
      <p>{t('projector.noNetwork.connect')}</p>
      <p>{t('projector.noNetwork.then')}</p>
      <p>{rich('projector.noNetwork.code', {}, { code: <b>{code}</b> })}</p>
    </div>
  );
}
