import type { TeacherCommand } from '../../../lan-server/contract/commands.ts';
import type { Door, TeacherView } from '../../../lan-server/contract/frames.ts';
import type { LessonId, QuestionId } from '../../../lan-server/contract/ids.ts';
import type { Question } from '../../../lan-server/questions/index.ts';
import type { TextApi } from '../../i18n/text.tsx';
import type { Hotkeys } from '../../ui/index.ts';
import type { Deeds } from './deeds.ts';
import { moreSeconds, movesOf } from './moves.ts';
import type { Move, Reason } from './moves.ts';
import { nextStep, stepCommand } from './next-step.ts';
import type { NextStep } from './next-step.ts';
import { slidesIn } from './slides.ts';
import { isAskedAloud, questionAskedAloud } from './quick-question.ts';
import { moreWorkSeconds, workMoves, workStep } from './work/work-moves.ts';
import { boardLabel, boardReason } from './board-action.ts';
import { openWall, wallPath } from './wall-window.ts';

/** One thing that the teacher can do, with the key that does it and, where it cannot be done now, why. */
export type Action = {
  label: string;
  /** As `useHotkeys` names it. */
  hotkey: string;
  /** As it is shown. */
  key: string;
  reason: string | null;
  /** Does it, or says why not. */
  run: () => void;
  /** For what is on or off. */
  pressed?: boolean;
};

export type Actions = Record<
  | 'next'
  | 'back'
  | 'reveal'
  | 'again'
  | 'skip'
  | 'discuss'
  | 'compare'
  | 'extend'
  | 'pause'
  | 'blank'
  | 'join'
  | 'light'
  | 'results'
  | 'openWall'
  | 'add'
  | 'compose'
  | 'order'
  | 'qa'
  | 'board'
  | 'standings',
  Action
> & { jump: (questionId: QuestionId) => void; step: NextStep };

/** What the console knows when it decides what can be done. */
export type Situation = {
  lessonId: LessonId;
  view: TeacherView;
  door: Door;
  questions: readonly Question[];
  online: boolean;
};

type Needs = Situation & {
  deeds: Deeds;
  t: TextApi['t'];
  askToEnd: () => void;
  showOrder: () => void;
  /** How many of the class's questions wait for the teacher, and how many there are; null where it may not ask. */
  asked: { waiting: number; all: number } | null;
  showQa: () => void;
  showComposer: () => void;
  showResults: () => void;
  showStandings: () => void;
  /** Whether it was said before that closing leaves unsent answers behind: it is said once a round. */
  warned: boolean;
  warn: () => void;
  /** At one's own speed: looks at a question beside the matrix, without showing it to the class. */
  lookAt: (questionId: QuestionId) => void;
};

/** All actions of the console as they stand now. Buttons and keys both come from here, so that they never differ. */
export function consoleActions(needs: Needs): Actions {
  const { lessonId, view, questions, online, deeds, t } = needs;
  const order = questions.map((question) => question.id);
  const moves = { ...movesOf(view, order), ...workMoves(view, order) };
  const step =
    workStep(view, order) ??
    nextStep(view, order, {
      aloud: questions.every(isAskedAloud),
      slides: slidesIn(questions),
    });
  /** Closing while a phone is known to hold answers: the first press says so, the second one closes. */
  function perform(command: TeacherCommand) {
    if (closesOpen(command, view) && view.holding > 0 && !needs.warned) {
      needs.warn();
      deeds.say(t('console.said.holding', { count: view.holding }));
    } else void deeds.perform(command);
  }
  const because = (reason: Reason) => t(`console.reason.${reason}`);
  const stopped = online ? (view.status === 'ended' ? because('over') : null) : because('offline');

  const action = (
    label: string,
    hotkey: string,
    key: string,
    reason: string | null,
    run: () => void,
  ): Action => ({
    label,
    hotkey,
    key,
    reason,
    run: () => (reason === null ? run() : deeds.say(reason)),
  });
  const move = (label: string, hotkey: string, key: string, what: Move) =>
    action(label, hotkey, key, stopped ?? (what.can ? null : because(what.reason)), () => {
      if (what.can) perform(what.command);
    });
  const toggle = (label: string, key: string, what: 'blank' | 'join' | 'light' | 'results') => ({
    ...action(label, key, key, stopped, () => {
      void deeds.perform({ type: 'setWall', wall: { [what]: !view.wall[what] } });
    }),
    pressed: view.wall[what],
  });

  async function add() {
    const question = questionAskedAloud();
    const added = await deeds.perform({ type: 'addQuestion', question });
    // Straight onto the wall, unless the class is still answering: an open question is never closed by this.
    if (added && !view.work && view.current?.phase !== 'open')
      await deeds.perform({ type: 'goTo', questionId: question.id });
  }

  function takeStep() {
    const command = stepCommand(step);
    if (command) perform(command);
    else if (step.do === 'add') void add();
    else if (step.do === 'end') needs.askToEnd();
  }

  const next = action(t('console.tray.label'), 'Space', t('console.tray.space'), stopped, takeStep);
  return {
    step,
    next: step.do === 'results' ? { ...next, reason: null, run: needs.showResults } : next,
    back: move(t('console.tray.back'), 'ArrowLeft', '←', moves.back),
    reveal: move(t('console.tray.reveal'), 'R', 'R', moves.reveal),
    again: move(
      t(moves.again.newRound ? 'console.tray.askAgain' : 'console.tray.reopen'),
      'A',
      'A',
      moves.again,
    ),
    skip: move(t('console.tray.skip'), 'ArrowRight', '→', moves.skip),
    discuss: move(t('console.tray.discuss'), 'N', 'N', moves.discuss),
    compare: {
      ...move(t('console.compare.wallSwitch'), 'V', 'V', moves.compare),
      pressed: view.wall.compare === true,
    },
    extend: move(
      view.work
        ? t('console.tray.moreMinutes', { minutes: String(moreWorkSeconds / 60) })
        : t('console.tray.moreTime', { seconds: String(moreSeconds) }),
      'T',
      'T',
      moves.extend,
    ),
    pause: move(
      t(view.status === 'paused' ? 'console.resume' : 'console.pause'),
      'P',
      'P',
      moves.pause,
    ),
    blank: toggle(t('console.wall.blank'), 'B', 'blank'),
    join: toggle(t('console.wall.join'), 'J', 'join'),
    light: toggle(t('console.wall.light'), 'L', 'light'),
    results: toggle(t('console.private.wallSwitch'), 'H', 'results'),
    openWall: action(t('console.wall.open'), 'W', 'W', null, () => {
      if (!openWall(lessonId))
        deeds.say(
          t('console.wall.notOpened', { address: `${location.origin}${wallPath(lessonId)}` }),
        );
    }),
    board: {
      ...action(boardLabel(view, t), 'G', 'G', stopped ?? boardReason(view, t), () => {
        const board = view.game?.shownSince === 'podium' ? 'podium' : 'leaderboard';
        perform(view.game?.board ? { type: 'hideBoard' } : { type: 'showBoard', board });
      }),
      pressed: view.game?.board !== null && view.game !== undefined,
    },
    standings: action(
      t('game.console.standings'),
      'S',
      'S',
      view.game ? null : t('game.console.offered'),
      needs.showStandings,
    ),
    add: action(t('console.plan.add'), 'D', 'D', stopped, () => void add()),
    compose: action(t('console.plan.compose'), 'C', 'C', stopped, needs.showComposer),
    order: action(t('console.plan.order'), 'O', 'O', stopped, needs.showOrder),
    qa: action(
      needs.asked !== null && needs.asked.waiting > 0
        ? t('console.qa.openWaiting', { count: needs.asked.waiting })
        : t('console.qa.open', { count: needs.asked?.all ?? 0 }),
      'Q',
      'Q',
      needs.asked === null ? t('console.qa.off') : null,
      needs.showQa,
    ),
    jump(questionId) {
      if (view.work && view.work.standing !== 'released') needs.lookAt(questionId);
      else if (stopped === null) perform({ type: 'goTo', questionId });
      else deeds.say(stopped);
    },
  };
}

/** Whether a command closes the question that the class is answering. */
function closesOpen({ type }: TeacherCommand, { current, work }: TeacherView): boolean {
  if (work?.standing === 'open') return type === 'closeWork' || type === 'releaseWork';
  const closing = ['closeQuestion', 'discuss', 'revealKey', 'skipQuestion', 'goTo', 'goToLobby'];
  return current?.phase === 'open' && closing.includes(type);
}

/** The keys of the console. */
export function hotkeysOf(actions: Actions, order: readonly QuestionId[]): Hotkeys {
  const keys: Record<string, () => void> = {};
  const { jump, step: _step, ...rest } = actions;
  for (const { hotkey, run } of Object.values(rest)) keys[hotkey] = run;
  for (const [index, questionId] of order.slice(0, 9).entries())
    keys[String(index + 1)] = () => jump(questionId);
  return keys;
}
