import type { Server, Socket } from 'socket.io';
import type { TeacherId } from '../contract/ids.ts';
import type { ClientEvents, ServerEvents } from '../contract/sockets.ts';
import type { LessonRoom } from '../live/lesson-room.ts';
import type { Lessons } from '../live/lessons.ts';
import type { SignIns } from '../people/sign-ins.ts';
import type { ClassPeer } from './class-sockets.ts';
import type { OwnResults } from './own-results.ts';
import type { Picker } from './picking.ts';

/** Who is behind a connection. Made once, at the handshake; nothing in a payload can change it. */
export type Peer = StudentPeer | ClassPeer | LessonDesk | { as: 'desk'; teacherId: TeacherId };

export type StudentPeer = Picker & {
  as: 'student';
  seatId: string | null;
  /** Leaves the seat. null without one. */
  stand: (() => void) | null;
};

/** A teacher's console or wall. */
export type LessonDesk = {
  as: 'teacher' | 'projector';
  room: LessonRoom;
  teacherId: TeacherId;
  signIns: SignIns;
};

/** What stands on the data. */
export type Running = { lessons: Lessons; signIns: SignIns; ownResults: OwnResults };

export type Live = Server<ClientEvents, ServerEvents, Record<string, never>, { peer: Peer }>;
export type LiveSocket = Socket<ClientEvents, ServerEvents, Record<string, never>, { peer: Peer }>;
