import type { Door, ProjectorFrame } from '../../lan-server/contract/frames.ts';
import { mediaPath } from '../../lan-server/contract/paths.ts';
import { isSlide } from '../../lan-server/contract/slide.ts';
import { useText } from '../i18n/text.tsx';
import { Icon } from '../ui/Icon.tsx';
import { wifi } from '../ui/icons.ts';
import { Applause } from './Applause.tsx';
import type { Board } from '../../lan-server/contract/game.ts';
import { Count } from './Count.tsx';
import { Moved } from './Moved.tsx';
import styles from './Ledge.module.css';
import { screenOf } from './screen.ts';

type LedgeProps = {
  frame: ProjectorFrame;
  reconnecting: boolean;
};

/** The tray under the slate: what to know on the left, how to join on the right. A blank wall keeps only its line. */
export function Ledge({ frame, reconnecting }: LedgeProps) {
  const { t } = useText();
  const screen = screenOf(frame.view);
  if (screen.is === 'blank') {
    return reconnecting ? (
      <div className={styles.ledge}>
        <Reconnecting />
      </div>
    ) : (
      <div className={styles.line} />
    );
  }
  if (screen.is === 'board') {
    return (
      <div className={styles.ledge}>
        <ClassShare board={screen.board} />
        {reconnecting && <Reconnecting />}
        <span className={styles.join}>{t('game.board.own')}</span>
      </div>
    );
  }
  if (screen.is === 'ended')
    return <div className={styles.ledge}>{t('projector.ended.words')}</div>;
  return (
    <div className={styles.ledge}>
      <Left frame={frame} reconnecting={reconnecting} />
      {frame.reactions && <Applause reactions={frame.reactions} />}
      {(screen.is === 'question' || screen.is === 'work' || screen.is === 'post') && (
        <HowToJoin door={frame.door} />
      )}
      {screen.is === 'join' && frame.door.logo !== undefined && (
        <img
          className={styles.logo}
          data-surface="print"
          src={`${mediaPath}/${frame.door.logo}`}
          alt={t('projector.ledge.school')}
        />
      )}
    </div>
  );
}

function Left({ frame, reconnecting }: LedgeProps) {
  const { t, rich } = useText();
  const { stage, status } = frame.view;
  const compared = stage.at === 'revealed' && stage.compared?.flow ? stage : null;
  const counting =
    stage.at === 'open' || stage.at === 'closed' || (stage.at === 'revealed' && !isSlide(stage));
  if (stage.at === 'work') {
    const open = stage.standing === 'open';
    return (
      <>
        <Count
          answered={stage.handedIn}
          of={stage.seated}
          final={!open}
          drawn={open && status === 'live' && !reconnecting}
          what="handedIn"
        />
        {reconnecting && <Reconnecting />}
      </>
    );
  }
  return (
    <>
      {compared && <Moved stage={compared} />}
      {counting && !compared && (
        <Count
          answered={stage.answered}
          of={stage.seated}
          final={stage.at !== 'open'}
          drawn={stage.at === 'open' && status === 'live' && !reconnecting}
        />
      )}
      {!counting && !reconnecting && status === 'live' && stage.at === 'lobby' && (
        <>
          <Icon path={wifi} size="xl" />
          <span>
            {rich('projector.join.internet', {}, { stay: <b>{t('projector.join.stay')}</b> })}
          </span>
        </>
      )}
      {!counting && !reconnecting && status === 'live' && stage.at === 'ready' && (
        <span>{t('projector.ledge.ready')}</span>
      )}
      {!counting && !reconnecting && status === 'paused' && (
        <span>{t('projector.ledge.paused')}</span>
      )}
      {reconnecting && <Reconnecting />}
    </>
  );
}

/** Below ten answers a percentage says less than the count. */
const fewAnswers = 10;

function ClassShare({ board: { right, answered } }: { board: Board }) {
  const { t, percent } = useText();
  if (answered === 0) return null;
  return (
    <span>
      {answered < fewAnswers
        ? t('game.board.counts', { right, answered })
        : t('game.board.share', { percent: percent(right / answered) })}
    </span>
  );
}

function Reconnecting() {
  const { t } = useText();
  return <span className={styles.away}>{t('projector.ledge.reconnecting')}</span>;
}

function HowToJoin({ door }: { door: Door }) {
  const { rich } = useText();
  const code = <b>{door.code}</b>;
  return (
    <span className={styles.join}>
      {door.address === null
        ? rich('projector.ledge.joinCode', {}, { code })
        : rich('projector.ledge.join', {}, { address: <b>{door.address}</b>, code })}
    </span>
  );
}
