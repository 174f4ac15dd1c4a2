import type { StudentView } from '../../contract/frames.ts';
import type { Paper } from '../../contract/work.ts';
import { takesAnswers } from '../../questions/index.ts';
import { asksSureOf } from '../confidence.ts';
import { playOf } from '../events.ts';
import type { LessonState } from '../state.ts';
import { currentAsked } from '../state.ts';
import { publicly, revealed, shown } from './secrets.ts';
import { placeOf, talking, timerNow, timerOf } from './stage.ts';

/** What all students see, the same for everybody: nothing of it grows with the class, and no other student's answer is in it. */

/** The one view that all students share. */
export function studentView(state: LessonState, now: number): StudentView {
  return {
    lesson: {
      id: state.id,
      title: state.title,
      code: state.code,
      identity: state.settings.identity,
    },
    status: state.status,
    changes: state.settings.changes,
    ...talkBack(state),
    stage: studentStage(state, now),
    ...(state.game.board && { board: state.game.board }),
  };
}

function studentStage(state: LessonState, now: number): StudentView['stage'] {
  const asked = currentAsked(state);
  // After the lesson everybody can go on reading what was right.
  if (asked === null || (state.work && state.status === 'ended'))
    return workStage(state, now) ?? { at: 'lobby' };
  const place = placeOf(state, asked);
  const { progress } = asked;
  switch (progress.phase) {
    case 'fresh':
    case 'skipped':
      return { at: 'ready', ...place };
    case 'open':
      return {
        at: 'open',
        ...place,
        ...publicly(asked),
        timer: timerOf(progress, now),
        ...(asksSureOf(state.settings, asked) && { asksSure: true }),
      };
    case 'closed':
      return { at: 'closed', ...place, ...publicly(asked), ...talking(asked, now) };
    case 'revealed':
      return { at: 'revealed', ...place, ...publicly(asked), ...revealed(asked, progress) };
    default:
      return progress satisfies never;
  }
}

function workStage({ work, settings }: LessonState, now: number) {
  if (work === null) return null;
  const { feedback, mixed } = playOf(settings);
  const timer = timerNow(work.timer, now);
  return { at: 'work' as const, standing: work.standing, feedback, mixed, timer };
}

/** The questions of the work, once it has started: redacted, with their keys only after the release. */
export function paperOf(state: LessonState): { paper?: Paper } {
  if (state.work === null) return {};
  const questions = state.order.flatMap((id) => {
    const asked = state.asked.get(id);
    if (!asked) return [];
    // What is only shown (a slide) is in round 0 and has nothing to reveal.
    if (!takesAnswers(asked.question)) return [{ ...publicly(asked), round: 0 }];
    const { progress } = asked;
    const released = progress.phase === 'revealed' && { shown: shown(asked, progress) };
    return [{ ...publicly(asked), ...released }];
  });
  return { paper: { questions } };
}

/** What a phone may offer besides answering. */
function talkBack({ settings }: LessonState): Pick<StudentView, 'talk'> {
  const { qa, pulse, reactions } = playOf(settings);
  return qa !== 'off' || pulse || reactions ? { talk: { qa: qa !== 'off', pulse, reactions } } : {};
}
