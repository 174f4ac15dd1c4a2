import { useEffect, useState } from 'react';
import type { Ack } from '../../../lan-server/contract/commands.ts';
import type { ClassFrame } from '../../../lan-server/contract/roll.ts';
import type { ClassroomFrame } from '../../../lan-server/contract/schedule.ts';
import { useText } from '../../i18n/text.tsx';
import type { Connection, LinkState } from '../../live/connection.ts';
import { randomId } from '../../live/random-id.ts';
import { PhoneButton } from '../../phone/PhoneButton.tsx';
import { Avatar } from '../../ui/Avatar.tsx';
import { PhoneFrame } from '../../phone/PhoneFrame.tsx';
import { PlainScreen } from '../../phone/PlainScreen.tsx';
import { phoneLink } from '../link-word.ts';
import { ClassBoard } from './ClassBoard.tsx';
import { Fresh } from '../Fresh.tsx';
import { MyResults } from './MyResults.tsx';
import { PickPage } from './PickPage.tsx';
import door from '../door.module.css';
import styles from './roll.module.css';

type ClassPageProps = {
  connection: Connection;
  /** To the first page, where lessons are joined. */
  onDoor: () => void;
  /** Into a lesson of the class, by its code. */
  onEnter: (code: string) => void;
};

/** The page of a class: who one is, once; then what runs there and what comes. */
export function ClassPage({ connection, onDoor, onEnter }: ClassPageProps) {
  const { t } = useText();
  const [link, setLink] = useState<LinkState>(connection.link());
  const [frame, setFrame] = useState<ClassFrame | null>(null);
  const [board, setBoard] = useState<ClassroomFrame | null>(null);
  const [leaving, setLeaving] = useState(false);
  const [reading, setReading] = useState(false);
  useEffect(() => {
    connection.on('class', setFrame);
    connection.on('classroom', setBoard);
    return connection.onLink(setLink);
  }, [connection]);

  const say = (command: object): Promise<Ack | null> =>
    connection.send(randomId(16), command as Parameters<Connection['send']>[1]);
  const phone = phoneLink(link);

  if (link.is === 'refused' && link.error.code === 'unknown_code')
    return (
      <PlainScreen
        // The laptop has answered: nothing is looked for.
        link={phoneLink(null)}
        title={t('roll.class.unknownTitle')}
        text={t('roll.class.unknownText')}
        acts={<PhoneButton onClick={onDoor}>{t('roll.class.toDoor')}</PhoneButton>}
        onTryNow={connection.retryNow}
      />
    );
  if (!frame)
    return (
      <PlainScreen
        link={phone}
        title={t('roll.class.opening')}
        text={phone.is === 'offline' ? t('roll.unreachable') : ''}
        onTryNow={connection.retryNow}
      />
    );
  const { me } = frame;
  if (!me)
    return (
      <PickPage
        of={frame.class.name}
        link={phone.is}
        pick={null}
        say={say}
        onPick={async (command) => {
          const ack = await say(command);
          if (ack === null) return 'unreachable';
          return ack.ok ? null : ack.error.code;
        }}
        onGuest={null}
        onCode={null}
        onLeave={onDoor}
      />
    );
  if (reading)
    return (
      <>
        <MyResults link={phone.is} say={say} onBack={() => setReading(false)} />
        {/* A lesson that starts takes this phone along whatever it reads. */}
        {board && (
          <div hidden>
            <ClassBoard board={board} onEnter={onEnter} />
          </div>
        )}
      </>
    );
  const words = { name: me.name, class: frame.class.name };
  if (leaving)
    return (
      <PlainScreen
        link={phone}
        title={t('roll.class.notYouTitle')}
        text={t('roll.class.notYouText', words)}
        acts={
          <>
            <PhoneButton
              onClick={() => {
                setLeaving(false);
                void say({ type: 'forgetMe' });
              }}
            >
              {t('roll.class.notYouYes')}
            </PhoneButton>
            <PhoneButton look="quiet" onClick={() => setLeaving(false)}>
              {t('roll.back')}
            </PhoneButton>
          </>
        }
        onTryNow={connection.retryNow}
      />
    );
  return (
    <Fresh>
      <PhoneFrame
        link={phone.is}
        layout="middle"
        tray={
          <>
            <PhoneButton onClick={onDoor}>{t('roll.class.toDoor')}</PhoneButton>
            <PhoneButton look="quiet" onClick={() => setReading(true)}>
              {t('roll.mine.open')}
            </PhoneButton>
            <PhoneButton look="quiet" onClick={() => setLeaving(true)}>
              {t('roll.class.notYou', words)}
            </PhoneButton>
          </>
        }
      >
        <span className={styles.large}>
          <Avatar seed={me.avatar} size={88} />
        </span>
        <h1 className={door.title} tabIndex={-1}>
          {t('roll.class.title', words)}
        </h1>
        <p className={door.soft}>{t('roll.class.text', words)}</p>
        {board && <ClassBoard board={board} onEnter={onEnter} />}
      </PhoneFrame>
    </Fresh>
  );
}
