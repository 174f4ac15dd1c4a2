import type { ProjectorView } from '../../contract/frames.ts';
import { takesAnswers } from '../../questions/index.ts';
import { boardView } from '../boards.ts';
import { playOf } from '../events.ts';
import { handedInOf } from '../pacing.ts';
import { postOnWall } from '../qa.ts';
import type { LessonState } from '../state.ts';
import { currentAsked } from '../state.ts';
import { hereOf } from './people.ts';
import type { NameOf, Presence } from './people.ts';
import { comparedOnWall, publicly, revealedOnWall, unkeyedPicture } from './secrets.ts';
import { placeOf, talking, timerNow, timerOf } from './stage.ts';

const newestNames = 40;

/** What the wall may draw. Its size does not grow with the class. */
export function projectorView(
  state: LessonState,
  now: number,
  presence: Presence,
  nameOf: NameOf,
): ProjectorView {
  return {
    lesson: {
      id: state.id,
      title: state.title,
      subject: state.subject,
      identity: state.settings.identity,
    },
    status: state.status,
    wall: state.wall,
    ...((state.locked || (state.begun && !playOf(state.settings).lateJoin)) && { closed: true }),
    seats: state.seated,
    here: hereOf(state, presence),
    names: newest(state, nameOf),
    ...wallPost(state),
    stage: projectorStage(state, now),
    ...(state.game.board && { board: boardView(state, state.game.board, nameOf) }),
    ...(playOf(state.settings).confetti && { confetti: true as const }),
  };
}

function projectorStage(state: LessonState, now: number): ProjectorView['stage'] {
  const asked = currentAsked(state);
  if (asked === null) return workOnWall(state, now) ?? { at: 'lobby' };
  const base = { ...placeOf(state, asked), ...publicly(asked) };
  const counted = { answered: asked.answered, seated: state.seated };
  const picture = state.wall.results ? unkeyedPicture(state, asked) : null;
  const { progress } = asked;
  switch (progress.phase) {
    case 'fresh':
    case 'skipped':
      return { at: 'ready', ...base };
    case 'open':
      return { at: 'open', ...base, ...counted, timer: timerOf(progress, now), picture };
    case 'closed':
      return { at: 'closed', ...base, ...counted, picture, ...talking(asked, now) };
    case 'revealed': {
      const compared = state.wall.compare ? comparedOnWall(asked, progress) : {};
      const shown = revealedOnWall(state, asked, progress);
      return { at: 'revealed', ...base, ...counted, ...shown, ...compared };
    }
    default:
      return progress satisfies never;
  }
}

function workOnWall(state: LessonState, now: number) {
  const { work } = state;
  if (work === null) return null;
  return {
    at: 'work' as const,
    standing: work.standing,
    timer: timerNow(work.timer, now),
    seated: state.seated,
    handedIn: handedInOf(state),
    counts: state.order.map((id) => {
      const asked = state.asked.get(id);
      return asked && takesAnswers(asked.question) ? asked.answered : null;
    }),
  };
}

function newest(state: LessonState, nameOf: NameOf): string[] {
  const names: string[] = [];
  const seats = [...state.seats.values()];
  for (let at = seats.length - 1; at >= 0 && names.length < newestNames; at -= 1) {
    const seat = seats[at];
    const name = seat && !seat.removed ? nameOf(seat.id) : null;
    if (name !== null) names.push(name);
  }
  return names;
}

function wallPost(state: LessonState): Pick<ProjectorView, 'post'> {
  const post = postOnWall(state);
  return post ? { post } : {};
}
