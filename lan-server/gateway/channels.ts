import type { Audiences } from '../live/audiences.ts';
import type { Live } from './peers.ts';

/** Where a frame goes: every connection is in the channels of those for whom it is. */

/** Every console, of whatever lesson. */
export const consoles = 'consoles';
export const studentsOf = (lessonId: string) => `${lessonId}/students`;
/** All connections of one device; `device`: the hash of its token. */
export const deviceOf = (lessonId: string, device: string) => `${lessonId}/device/${device}`;
export const seatOf = (lessonId: string, seatId: string) => `${lessonId}/seat/${seatId}`;
export const wallsOf = (lessonId: string) => `${lessonId}/walls`;
export const teachersOf = (lessonId: string) => `${lessonId}/teachers`;

/** The audiences of one lesson. */
export function audiencesOf(io: Live, lessonId: string, moved: Audiences['moved']): Audiences {
  return {
    students: (frame) => io.to(studentsOf(lessonId)).emit('frame', frame),
    seat: (seatId, frame) => io.to(seatOf(lessonId, seatId)).emit('seat', frame),
    projector: (frame) => io.to(wallsOf(lessonId)).emit('frame', frame),
    teacher: (frame) => io.to(teachersOf(lessonId)).emit('frame', frame),
    plan: (frame) => io.to(teachersOf(lessonId)).emit('plan', frame),
    roster: (frame) => io.to(teachersOf(lessonId)).emit('roster', frame),
    enrolled: (frame) => io.to(teachersOf(lessonId)).emit('enrolled', frame),
    moved,
    paper: (frame) => io.to(studentsOf(lessonId)).emit('paper', frame),
    matrix: (frame) => io.to(teachersOf(lessonId)).emit('matrix', frame),
    pictures: (frame) => io.to(teachersOf(lessonId)).emit('pictures', frame),
    qa: (frame) => io.to(teachersOf(lessonId)).emit('qa', frame),
  };
}
