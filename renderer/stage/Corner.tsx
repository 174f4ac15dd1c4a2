import { useText } from '../i18n/text.tsx';
import { useCountdown } from '../ui/countdown.ts';
import { Icon } from '../ui/Icon.tsx';
import { lock, pause } from '../ui/icons.ts';
import { Ring } from '../ui/Ring.tsx';
import type { Timer } from '../../lan-server/contract/frames.ts';
import styles from './Corner.module.css';
import type { QuestionStage } from './screen.ts';
import { useDeadline } from './use-deadline.ts';

type CornerProps = {
  stage: {
    at: QuestionStage['at'];
    timer?: Timer | null;
    talk?: Extract<QuestionStage, { at: 'closed' }>['talk'];
  };
  paused: boolean;
  /** The timer stands at what it was given, without being paused: in a preview. */
  timeless: boolean;
};

/** The top right: the timer while the question is open, then one word on how things stand. */
export function Corner({ stage, paused, timeless }: CornerProps) {
  const { t } = useText();
  const talk = stage.at === 'closed' ? stage.talk : undefined;
  const timer = stage.at === 'open' ? (stage.timer ?? null) : (talk?.timer ?? null);
  return (
    <div className={styles.corner}>
      {paused && (
        <span className={styles.word}>
          {!timer && <Icon path={pause} size="xl" />}
          {t('projector.question.paused')}
        </span>
      )}
      {stage.at === 'closed' && !talk && !paused && (
        <span className={styles.word}>
          <Icon path={lock} size="xl" />
          {t('projector.question.closed')}
        </span>
      )}
      {timer && (timeless ? <FullTimer timer={timer} /> : <WallTimer timer={timer} />)}
    </div>
  );
}

function WallTimer({ timer }: { timer: Timer }) {
  const remaining = useCountdown(useDeadline(timer));
  return (
    <Ring
      remaining={remaining ?? timer.leftMs}
      total={timer.totalMs}
      paused={!timer.running}
      wall
    />
  );
}

function FullTimer({ timer }: { timer: Timer }) {
  return <Ring remaining={timer.leftMs} total={timer.totalMs} wall />;
}
