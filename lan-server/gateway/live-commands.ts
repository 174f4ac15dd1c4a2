import { studentEnvelopeSchema, teacherEnvelopeSchema } from '../contract/commands.ts';
import { isRejection, reject } from '../contract/rejections.ts';
import type { Rejection } from '../contract/rejections.ts';
import type { Done } from '../live/ledger.ts';
import type { NoticeBoards } from '../live/notice-boards.ts';
import { seatOf } from './channels.ts';
import { classCommand } from './class-sockets.ts';
import type { ClassPeer } from './class-sockets.ts';
import { networkOf } from './floods.ts';
import type { Guesses } from './guesses.ts';
import { createNameLimits } from './name-limits.ts';
import type { LessonDesk, Live, LiveSocket, StudentPeer } from './peers.ts';
import { handOverAfter, pickCommand } from './picking.ts';
import { createRateLimit } from './rate.ts';
import type { SeatSockets } from './seat-sockets.ts';
import type { Suspects } from './suspects.ts';

/** An honest phone sends a handful of commands in five seconds, a console a few dozen. */
const studentRate = { points: 25, seconds: 5 };
const teacherRate = { points: 100, seconds: 5 };
/** New seats of one lesson for one address: a thousand students behind it at once and more, then a few a second. */
const newSeatRate = { points: 1500, seconds: 500 };

/** Takes one command of a connection to where it is decided. What it is comes from the payload, who asks does not. */
export type LiveCommands = (socket: LiveSocket, payload: unknown) => Promise<Done | Rejection>;

export function createLiveCommands(deps: {
  io: Live;
  seats: Pick<SeatSockets, 'seated'>;
  suspects: Suspects;
  guesses: Guesses;
  /** What runs and what comes, outside the lessons; null while the data cannot be used. */
  boards: () => NoticeBoards | null;
}): LiveCommands {
  const { io, suspects } = deps;
  const { seated } = deps.seats;
  const studentLimit = createRateLimit(studentRate);
  const teacherLimit = createRateLimit(teacherRate);
  const newSeats = createRateLimit(newSeatRate);
  const nameLimits = createNameLimits();

  async function ofClass(
    socket: LiveSocket,
    peer: ClassPeer,
    payload: unknown,
  ): Promise<Done | Rejection> {
    if (!studentLimit.take(peer.device)) return reject('too_many');
    const done = await classCommand(io, socket, peer, payload, nameLimits);
    // Who it is may be another now, and with that what it sees.
    if (!isRejection(done) && !done.found && !done.mine) deps.boards()?.refresh();
    return done;
  }

  async function comeBack(
    socket: LiveSocket,
    { room, device }: StudentPeer,
    seat: string | null,
    name: string | undefined,
  ): Promise<Done | Rejection> {
    const address = networkOf(socket.handshake.address);
    const by = { device, address, lesson: room.lessonId };
    const waitMs = deps.guesses.begin(by);
    if (waitMs > 0) return reject('too_many', { retryAfterSeconds: Math.ceil(waitMs / 1000) });
    const done = await room.comeBack(device, seat, name);
    if (!isRejection(done) || done.rejected !== 'seat_code_unknown') deps.guesses.takeBack(by);
    return done;
  }

  async function ofStudent(
    socket: LiveSocket,
    peer: StudentPeer,
    payload: unknown,
  ): Promise<Done | Rejection> {
    if (!studentLimit.take(peer.device)) return reject('too_many');
    const envelope = studentEnvelopeSchema.safeParse(payload);
    if (!envelope.success) return reject('bad_request');
    const { id, command } = envelope.data;
    if (command.type === 'join') {
      const isNew = peer.seatId === null && peer.room.seatOfDevice(peer.device) === null;
      const place = `${peer.room.lessonId} ${networkOf(socket.handshake.address)}`;
      if (isNew && !newSeats.take(place)) return reject('too_many');
      const suspect = suspects.has(peer.room.lessonId, networkOf(socket.handshake.address));
      const done = await peer.room.join(peer.device, command.name, { ask: command.ask, suspect });
      return seated(socket, peer, done, 'anew');
    }
    if (command.type === 'comeBack') {
      const done = await comeBack(socket, peer, command.seat, command.name);
      return seated(socket, peer, done, 'byCode');
    }
    if (command.type === 'findName' || command.type === 'pickName' || command.type === 'callOff') {
      const address = networkOf(socket.handshake.address);
      const from = { address, suspect: suspects.has(peer.room.lessonId, address) };
      const done = await pickCommand(peer, command, from, nameLimits);
      const held = peer.room.state().seats.get(peer.room.seatOfDevice(peer.device) ?? '');
      return seated(socket, peer, done, (held?.devices.length ?? 0) > 1 ? 'byCode' : 'anew');
    }
    // Another tab of this device may have taken the seat since.
    const seatId = peer.seatId ?? peer.room.seatOfDevice(peer.device);
    if (seatId === null) return reject('not_joined');
    switch (command.type) {
      case 'answer':
        return peer.room.student(seatId, id, command, peer.device);
      case 'post':
      case 'votePost':
        return peer.room.ask(seatId, id, command);
      case 'readPosts':
        return peer.room.posts(seatId);
      case 'feel':
      case 'react':
        return peer.room.signal(seatId, command);
      case 'chooseTeam':
        return peer.room.chooseTeam(seatId, command.team);
      case 'handIn':
      case 'takeBack':
        return peer.room.hand(seatId, command);
      default:
        return command satisfies never;
    }
  }

  async function ofTeacher(
    socket: LiveSocket,
    peer: LessonDesk,
    payload: unknown,
  ): Promise<Done | Rejection> {
    if (!teacherLimit.take(socket.id)) return reject('too_many');
    const envelope = teacherEnvelopeSchema.safeParse(payload);
    if (!envelope.success) return reject('bad_request');
    const { id, command: wanted } = envelope.data;
    const handOver = handOverAfter(peer.room, peer.signIns, wanted);
    const done = await peer.room.teacher(id, wanted, peer.teacherId);
    if (!isRejection(done)) handOver();
    if (wanted.type === 'removeSeat' && !wanted.mayReturn && !isRejection(done))
      await noteSuspects(peer.room.lessonId, wanted.seatId);
    return done;
  }

  async function noteSuspects(lessonId: string, seatId: string) {
    for (const { handshake } of await io.in(seatOf(lessonId, seatId)).fetchSockets())
      suspects.note(lessonId, networkOf(handshake.address));
  }

  return (socket, payload) => {
    const { peer } = socket.data;
    switch (peer.as) {
      case 'class':
        return ofClass(socket, peer, payload);
      case 'student':
        return ofStudent(socket, peer, payload);
      case 'teacher':
        return ofTeacher(socket, peer, payload);
      case 'projector':
      case 'desk':
        return Promise.resolve(reject('forbidden'));
      default:
        return peer satisfies never;
    }
  };
}
