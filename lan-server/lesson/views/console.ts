import { phaseLetters } from '../../contract/frames.ts';
import type { Phase, TeacherView } from '../../contract/frames.ts';
import type { PicturesFrame } from '../../contract/work.ts';
import { kindOf } from '../../questions/index.ts';
import type { Asked } from '../asked.ts';
import { consoleGame } from '../boards.ts';
import { confidenceOf } from '../confidence.ts';
import { devicesView } from '../devices.ts';
import { playOf } from '../events.ts';
import { cardCounts } from '../moderation.ts';
import { handedInOf, isSelfPaced } from '../pacing.ts';
import { worthTalking } from '../peer.ts';
import { rosterView } from '../roster.ts';
import type { LessonState } from '../state.ts';
import { currentAsked } from '../state.ts';
import { hereOf } from './people.ts';
import type { Presence } from './people.ts';
import { countIn, seatGrid } from './seat-grid.ts';
import { comparedForTeacher, pictureForTeacher } from './secrets.ts';
import { placeOf, talking, timerNow, timerOf } from './stage.ts';

/** What the console shows, for the teacher's eyes; questions and names travel beside it. */
export function teacherView(state: LessonState, now: number, presence: Presence): TeacherView {
  const asked = currentAsked(state);
  const grid = seatGrid(state, asked, presence);
  const game = consoleGame(state);
  return {
    lesson: {
      id: state.id,
      title: state.title,
      subject: state.subject,
      identity: state.settings.identity,
      changes: state.settings.changes,
      startedAt: state.startedAt,
      endedAt: state.endedAt,
    },
    status: state.status,
    wall: state.wall,
    ...(state.locked && { locked: true }),
    seats: state.seated,
    here: hereOf(state, presence),
    grid,
    holding: countIn(grid, 'hH'),
    outOfReach: countIn(grid, 'M'),
    phases: state.order.map((id) => phaseLetters[phaseOf(state, id)]).join(''),
    current: asked && {
      ...placeOf(state, asked),
      answered: asked.answered,
      seated: state.seated,
      questionId: asked.question.id,
      phase: asked.progress.phase,
      round: asked.round,
      timer: timerOf(asked.progress, now),
      picture: pictureForTeacher(asked),
      right: rightOf(asked),
      ...cardsOf(state, asked),
      ...talking(asked, now),
      ...(worthTalking(asked) && { worthTalking: true }),
      ...confidenceOf(asked),
      ...comparedForTeacher(asked),
    },
    ...(game && { game }),
    ...rosterView(state),
    ...devicesView(state, presence.isThere),
    ...workForTeacher(state, now),
  };
}

/** How each question that `isWanted` was answered so far. */
export function picturesOf(
  state: LessonState,
  isWanted: (asked: Asked) => boolean,
): PicturesFrame['pictures'] {
  return state.order.flatMap((id) => {
    const asked = state.asked.get(id);
    return asked && isWanted(asked) ? [{ questionId: id, picture: pictureForTeacher(asked) }] : [];
  });
}

function cardsOf(state: LessonState, asked: Asked) {
  const cards = cardCounts(state, asked);
  return cards && { cards };
}

function rightOf({ question, right }: Asked): number | null {
  return kindOf(question).key(question) === null ? null : right;
}

function workForTeacher(state: LessonState, now: number): Pick<TeacherView, 'work'> {
  if (!isSelfPaced(state.settings)) return {};
  const { feedback, minutes } = playOf(state.settings);
  const asked = state.order.flatMap((id) => state.asked.get(id) ?? []);
  return {
    work: {
      standing: state.work?.standing ?? 'ready',
      feedback,
      minutes,
      timer: timerNow(state.work?.timer ?? null, now),
      handedIn: handedInOf(state),
      answered: asked.map(({ answered }) => answered),
      right: asked.map(rightOf),
    },
  };
}

function phaseOf(state: LessonState, questionId: string): Phase {
  return state.asked.get(questionId)?.progress.phase ?? 'fresh';
}
