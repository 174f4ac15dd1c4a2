import type { TeacherView, Timer } from '../../../lan-server/contract/frames.ts';
import { isSlide } from '../../../lan-server/contract/slide.ts';
import { useText } from '../../i18n/text.tsx';
import type { TextApi } from '../../i18n/text.tsx';
import { useDeadline } from '../../stage/use-deadline.ts';
import { NextStep, Ring, Tray, useCountdown } from '../../ui/index.ts';
import { ActionButton } from './ActionButton.tsx';
import type { Actions } from './actions.ts';
import styles from './ConsoleTray.module.css';
import type { NextStep as Step } from './next-step.ts';
import { connectedIn } from './seats.ts';
import { stationOf, stations } from './way.ts';
import { workStation } from './work/work-moves.ts';

type ConsoleTrayProps = {
  view: TeacherView;
  actions: Actions;
  online: boolean;
  /** It was said that closing leaves unsent answers behind. */
  warned: boolean;
};

/** The ledge of the console: time, count, the way of a question, and the one next step. */
export function ConsoleTray({ view, actions, online, warned }: ConsoleTrayProps) {
  const { t, number } = useText();
  const { current, work } = view;
  const working = current === null && work !== undefined && work.standing !== 'ready';
  const timer = current?.timer ?? current?.talk?.timer ?? work?.timer;
  const asking = current && !isSlide(current) ? current : null;
  const words = stepWords(actions.step, view, warned, t);
  const station = work && view.status !== 'ended' ? workStation(work) : stationOf(view);
  return (
    <div className={styles.tray}>
      <Tray label={t('console.tray.label')} tall>
        <div className={styles.clock}>
          {timer ? <Clock timer={timer} /> : <span className={styles.noClock} />}
          <ActionButton action={actions.extend} look="quiet" small />
        </div>
        <div className={styles.count}>
          <span className={styles.figures}>
            <b>
              {number(asking ? asking.answered : working ? work.handedIn : connectedIn(view.grid))}
            </b>
            <span className="soft"> / {number(asking ? asking.seated : view.seats)}</span>
          </span>
          <span className={styles.under}>
            {t(
              asking
                ? 'console.tray.answered'
                : working
                  ? 'console.tray.handedIn'
                  : 'console.tray.connected',
            )}
          </span>
          <span className={styles.away}>{awayWords(view, t)}</span>
        </div>
        <div>
          <ol className={styles.way} aria-label={t('console.tray.way')}>
            {stations.map((name) => (
              <li key={name} aria-current={name === station ? 'step' : undefined}>
                {t(`console.tray.station.${name}`)}
              </li>
            ))}
          </ol>
          <div className={styles.acts}>
            <ActionButton action={actions.back} small />
            <ActionButton action={actions.discuss} small />
            <ActionButton action={actions.reveal} small />
            <ActionButton action={actions.again} small />
            <ActionButton action={actions.skip} small />
          </div>
        </div>
        {online ? (
          <NextStep
            act={words.act}
            note={words.note}
            shortcut={actions.next.key}
            keyName="Space"
            onPress={actions.next.run}
          />
        ) : (
          <NextStep
            act={t('console.step.waiting')}
            note={t('console.step.waitingNote')}
            disabled
            onPress={() => undefined}
          />
        )}
      </Tray>
    </div>
  );
}

function Clock({ timer }: { timer: Timer }) {
  const counted = useCountdown(useDeadline(timer));
  return (
    <Ring
      remaining={timer.running ? (counted ?? timer.leftMs) : timer.leftMs}
      total={timer.totalMs}
      paused={!timer.running}
    />
  );
}

/** What the big button says it does, and what to know before pressing it. */
function stepWords(
  step: Step,
  view: TeacherView,
  warned: boolean,
  t: TextApi['t'],
): { act: string; note: string } {
  switch (step.do) {
    case 'open':
      return {
        act: t('console.step.open', { number: step.number }),
        note: openNote(connectedIn(view.grid), t),
      };
    case 'close':
      return {
        act: t(warned && view.holding > 0 ? 'console.step.closeAnyway' : 'console.step.close'),
        note:
          view.holding > 0
            ? t('console.step.holding', { count: view.holding })
            : view.outOfReach > 0
              ? t('console.step.outOfReach', { count: view.outOfReach })
              : closeNote(step.waiting, view, t),
      };
    case 'startWork':
      return {
        act: t('console.step.startWork'),
        note: openNote(connectedIn(view.grid), t),
      };
    case 'closeWork':
      return {
        act: t(warned && view.holding > 0 ? 'console.step.closeAnyway' : 'console.step.closeWork'),
        note:
          view.holding > 0
            ? t('console.step.holding', { count: view.holding })
            : step.waiting === 0 && view.seats > 0
              ? t('console.step.allHandedIn')
              : t('console.step.stillWorking', { count: step.waiting }),
      };
    case 'releaseWork':
      return { act: t('console.step.releaseWork'), note: t('console.step.releaseWorkNote') };
    case 'showWork':
      return {
        act: t('console.step.go', { number: step.number }),
        note: t('console.step.showWorkNote'),
      };
    case 'reveal':
      return {
        act: t('console.step.reveal'),
        note: t(step.keyed ? 'console.step.revealKeyed' : 'console.step.revealUnkeyed'),
      };
    case 'vote':
      return { act: t('console.step.vote'), note: t('console.step.voteNote') };
    case 'go':
      return {
        act: t(step.slide ? 'console.step.slide' : 'console.step.go', { number: step.number }),
        note: t(step.slide ? 'console.step.slideNote' : 'console.step.goNote'),
      };
    case 'board': {
      const what =
        step.board === 'podium' ? 'podium' : step.of === 'teams' ? 'teams' : 'leaderboard';
      return { act: t(`game.console.step.${what}`), note: t(`game.console.step.${what}Note`) };
    }
    case 'resume':
      return { act: t('console.step.resume'), note: t('console.step.resumeNote') };
    case 'add':
      return {
        act: t(step.more ? 'console.step.addMore' : 'console.step.add'),
        note: t('console.step.addNote'),
      };
    case 'end':
      return {
        act: t('console.step.end'),
        note:
          step.unasked === 0
            ? t('console.step.endNote')
            : t('console.step.endUnasked', { count: step.unasked }),
      };
    case 'results':
      return { act: t('console.step.results'), note: t('console.step.resultsNote') };
    default:
      return step satisfies never;
  }
}

/** Who may have an answer that has not come: said beside the count, so that a low one explains itself. */
function awayWords({ holding, outOfReach }: TeacherView, t: TextApi['t']): string {
  return [
    holding > 0 ? t('console.tray.holding', { count: holding }) : '',
    outOfReach > 0 ? t('console.tray.outOfReach', { count: outOfReach }) : '',
  ]
    .filter((words) => words !== '')
    .join(' · ');
}

function openNote(here: number, t: TextApi['t']): string {
  return here === 0 ? t('console.step.closeEmpty') : t('console.step.openNote', { count: here });
}

function closeNote(waiting: number, view: TeacherView, t: TextApi['t']): string {
  if (waiting > 0) return t('console.step.closeNote', { count: waiting });
  return t(view.seats === 0 ? 'console.step.closeEmpty' : 'console.step.closeAll');
}
