import { useState } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { book } from '../../ui/icons.ts';
import { Seal } from '../../ui/Seal.tsx';
import type { PhoneLink } from '../link.ts';
import { NowTray } from '../NowTray.tsx';
import { PhoneButton } from '../PhoneButton.tsx';
import { PhoneFrame } from '../PhoneFrame.tsx';
import type { PhoneHead } from '../PhoneFrame.tsx';
import screens from '../screens.module.css';
import { TimerRow } from '../TimerRow.tsx';
import type { WorkItem, WorkKnown, WorkStage } from './items.ts';
import { answeredIn, isShown, isToRead, pointsIn, questionsIn } from './items.ts';
import styles from './Work.module.css';
import type { WorkActs } from './acts.ts';

type OverviewProps = {
  head: PhoneHead;
  link: PhoneLink;
  stage: WorkStage;
  at: number;
  items: readonly WorkItem[];
  known: WorkKnown;
  ended: boolean;
  acts: WorkActs;
  /** To a question by its number. */
  onGo: (number: number) => void;
};

/** All questions at a glance: which are answered, which are left, and handing in. */
export function Overview(props: OverviewProps) {
  const { head, link, stage, at, items, known, ended, acts, onGo } = props;
  const { t } = useText();
  const [asking, setAsking] = useState(false);
  const answered = answeredIn(items);
  const of = questionsIn(items);
  const left = of - answered;
  const handedIn = known.seat.work?.handedIn ?? false;
  const isIn = handedIn ? known.handing !== 'takeBack' : known.handing === 'handIn';
  const waits = known.handing === 'handIn' && !handedIn;
  const open = stage.standing === 'open' && !isIn;
  const progress = t('student.work.progress', { count: answered, of });
  const keptAt = known.stuck ? (known.kept[0]?.keptAt ?? null) : null;
  const away = link.is === 'offline' || keptAt !== null;
  // One who begins, begins with the first page, also where that is only to be read.
  const due = (item: WorkItem) => item.mine === null && (answered === 0 || !isToRead(item));
  const go = () => onGo((items.find(due) ?? items[0])?.number ?? 1);

  const frame = (title: string, text: string, tray: ReactNode) => (
    <PhoneFrame head={head} link={link.is} tray={tray}>
      <div className={styles.head}>
        {isIn && stage.standing === 'open' && (
          <Seal state={waits ? 'held' : 'stored'} small silent className={styles.headSeal} />
        )}
        <div>
          <h1 className={screens.title} tabIndex={-1}>
            {title}
          </h1>
          <p className={styles.under}>{text}</p>
        </div>
      </div>
      <Tiles items={items} open={open} onGo={onGo} />
    </PhoneFrame>
  );
  const quiet = (words: string, act?: ReactNode) => (
    <>
      <NowTray link={link} keptAt={keptAt} onTryNow={acts.tryNow}>
        {words}
      </NowTray>
      {act && <div className={screens.acts}>{act}</div>}
    </>
  );

  if (stage.standing === 'released') {
    const points = pointsIn(items);
    const text =
      points > 0 ? t('student.work.points', { count: points }) : t('student.work.releasedText');
    return frame(
      t('student.work.released'),
      text,
      ended ? (
        <PhoneButton look="bordered" onClick={acts.leave}>
          {t('student.ended.other')}
        </PhoneButton>
      ) : (
        quiet(t('student.work.releasedNow'))
      ),
    );
  }
  if (stage.standing === 'closed')
    return frame(t('student.work.closed'), progress, quiet(t('student.work.closedNow')));
  if (isIn) {
    const back = known.changes && (
      <PhoneButton look="bordered" onClick={acts.takeBack}>
        {t('student.work.takeBack')}
      </PhoneButton>
    );
    return frame(
      t(waits ? 'student.work.handing' : 'student.work.handedIn'),
      waits ? t('student.work.handingText') : progress,
      quiet(t('student.work.handedInNow'), back),
    );
  }
  if (asking) {
    return frame(
      t('student.work.missing', { count: left }),
      t('student.work.anyway'),
      <div className={styles.stack}>
        <PhoneButton onClick={go}>{t('student.work.goOn')}</PhoneButton>
        <PhoneButton look="bordered" onClick={acts.handIn}>
          {t('student.work.handInAnyway')}
        </PhoneButton>
      </div>,
    );
  }
  return frame(
    t('student.work.title'),
    progress,
    <>
      {away ? (
        <NowTray link={link} keptAt={keptAt} onTryNow={acts.tryNow}>
          {null}
        </NowTray>
      ) : (
        <TimerRow timer={stage.timer} at={at} note={t('student.work.ownSpeed')} />
      )}
      <div className={screens.acts}>
        {left > 0 && (
          <PhoneButton onClick={go}>
            {t(answered === 0 ? 'student.work.begin' : 'student.work.goOn')}
          </PhoneButton>
        )}
        <PhoneButton
          look={left > 0 ? 'bordered' : 'filled'}
          onClick={left > 0 ? () => setAsking(true) : acts.handIn}
        >
          {t('student.work.handIn')}
        </PhoneButton>
      </div>
    </>,
  );
}

type TilesProps = { items: readonly WorkItem[]; open: boolean; onGo: (number: number) => void };

function Tiles({ items, open, onGo }: TilesProps) {
  const { t } = useText();
  return (
    <ol className={styles.tiles}>
      {items.map((item) => {
        const { number } = item;
        const state = stateOf(item);
        const label = t(`student.work.tile.${state}`, { number });
        const inside = (
          <>
            <b>{number}</b>
            <span className={styles.sign}>
              {state === 'answered' && <Seal state="stored" small silent />}
              {state === 'kept' && <Seal state="held" small silent />}
              {state === 'right' && <Seal state="right" small silent />}
              {state === 'shown' && <span className={styles.seen} />}
              {state === 'read' && <Icon path={book} />}
            </span>
          </>
        );
        const look = `${styles.tile ?? ''} ${state === 'left' ? '' : (styles.done ?? '')}`;
        return (
          <li key={item.question.id}>
            {open || isShown(item) ? (
              <button
                type="button"
                className={look}
                aria-label={label}
                onClick={() => onGo(number)}
              >
                {inside}
              </button>
            ) : (
              <span className={look} role="img" aria-label={label}>
                {inside}
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}

type TileState = 'read' | 'left' | 'kept' | 'answered' | 'right' | 'shown';

function stateOf(item: WorkItem): TileState {
  const { mine, result, shown } = item;
  if (isToRead(item)) return 'read';
  if (result?.right === true) return 'right';
  if (shown !== null) return 'shown';
  if (mine === null) return 'left';
  return mine.is === 'kept' ? 'kept' : 'answered';
}
