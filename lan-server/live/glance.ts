import type { Glance } from '../contract/dashboard.ts';
import type { LessonRoom } from './lesson-room.ts';

/** A running lesson in a few figures; costs the same for a class of 10 and of 1000. */
export function glanceAt(room: LessonRoom): Glance {
  const state = room.state();
  const asked = state.current === null ? undefined : state.asked.get(state.current);
  return {
    lessonId: state.id,
    status: state.status,
    here: room.presence.here,
    seats: state.seated,
    question: asked ? state.order.indexOf(asked.question.id) + 1 : null,
    questions: state.order.length,
    open: asked?.progress.phase === 'open',
    answered: asked?.answered ?? 0,
  };
}

/** How many students of a lesson have a device that told it holds answers. */
export function holdersIn(room: LessonRoom): number {
  const seats = [...room.state().seats.values()];
  return seats.filter(({ id, removed }) => !removed && room.presence.holdsSince(id) !== null)
    .length;
}
