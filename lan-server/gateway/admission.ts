import { hash } from 'node:crypto';
import type { TeacherId } from '../contract/ids.ts';
import { isRejection, reject } from '../contract/rejections.ts';
import type { Rejection } from '../contract/rejections.ts';
import type { Right, Role } from '../contract/rights.ts';
import { handshakeSchema } from '../contract/sockets.ts';
import type { Handshake } from '../contract/sockets.ts';
import type { RelationsPort } from '../ports.ts';
import { admitToClass, isKnownAtClass } from './class-sockets.ts';
import { networkOf } from './floods.ts';
import { mayOr } from './needs.ts';
import type { LiveSocket, Peer, Running } from './peers.ts';
import { recognise } from './picking.ts';
import { createRateLimit } from './rate.ts';
import type { SessionSockets } from './session-sockets.ts';
import type { Suspects } from './suspects.ts';

/** Wrong codes from one address in a minute: forty children who mistype, not a machine that tries them all. */
const wrongCodeRate = { points: 120, seconds: 60 };

/** What the table of rights asks of who opens a console or a wall; a student shows a code instead. */
export const doorRights = {
  teacher: 'lesson.run',
  projector: 'lesson.read',
  desk: 'plans.make',
} as const satisfies {
  [door in Exclude<Handshake['as'], 'student' | 'class'>]: Right;
};

/** Says who is behind a connection, by its handshake, or why it is not let in. */
export type Admit = (socket: LiveSocket, running: Running) => Promise<Peer | Rejection>;

export function createAdmission(deps: {
  /** The teacher and the session behind a cookie header, or null. */
  teacherOf: (
    cookie: string | undefined,
  ) => Promise<{ teacherId: TeacherId; role: Role; session: string } | null>;
  relationTo: RelationsPort['relationTo'];
  suspects: Pick<Suspects, 'has'>;
  signedIn: Pick<SessionSockets, 'hold'>;
}): Admit {
  const { suspects, signedIn } = deps;
  const wrongCodes = createRateLimit(wrongCodeRate);

  return async (socket, { lessons, signIns, ownResults }) => {
    const parsed = handshakeSchema.safeParse(socket.handshake.auth);
    if (!parsed.success) return reject('bad_request');
    const auth = parsed.data;
    const network = networkOf(socket.handshake.address);
    if (auth.as === 'class') {
      const peer = admitToClass({ signIns, ownResults }, auth.code, hashOf(auth.device));
      if (isRejection(peer)) return wrongCodes.take(network) ? peer : reject('too_many');
      // As at a lesson's door: a guesser behind the class's address must not keep the class out of its page.
      return wrongCodes.has(network) || isKnownAtClass(peer) ? peer : reject('too_many');
    }
    if (auth.as === 'student') {
      const room = lessons.roomByCode(auth.code);
      if (!room) return reject(wrongCodes.take(network) ? 'unknown_code' : 'too_many');
      const device = hashOf(auth.device);
      if (!room.ready()) return reject('not_saved');
      // Whoever tries codes must not learn the right one; who sits there already is no guesser.
      if (!wrongCodes.has(network) && room.seatOfDevice(device) === null) return reject('too_many');
      const suspect = suspects.has(room.lessonId, network);
      const me = await recognise(room, device, signIns, suspect);
      return { as: 'student', room, device, signIns, me, seatId: null, stand: null };
    }
    const teacher = await deps.teacherOf(socket.handshake.headers.cookie);
    if (teacher === null) return reject('not_signed_in');
    signedIn.hold(teacher.session, socket);
    if (auth.as === 'desk') return { as: 'desk', teacherId: teacher.teacherId };
    const room = lessons.room(auth.lessonId);
    if (!room) return reject('not_found');
    // Whose lesson it is decides, and who was invited, not who knows its id.
    const relation = deps.relationTo(teacher.teacherId, 'lesson', room.lessonId);
    const refused = mayOr(doorRights[auth.as], teacher.role, relation);
    if (refused) return refused;
    if (!room.ready()) return reject('not_saved');
    return { as: auth.as, room, teacherId: teacher.teacherId, signIns };
  };
}

/** What is kept of a device's token. */
function hashOf(token: string): string {
  return hash('sha256', token, 'base64url');
}
