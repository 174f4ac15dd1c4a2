import { hash } from 'node:crypto';
import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import type { Socket } from 'socket.io';
import { studentEnvelopeSchema, teacherEnvelopeSchema } from '../contract/commands.ts';
import type { Ack } from '../contract/commands.ts';
import type { TeacherId } from '../contract/ids.ts';
import { socketPath } from '../contract/paths.ts';
import { isRejection, reject } from '../contract/rejections.ts';
import type { Rejection } from '../contract/rejections.ts';
import { handshakeSchema } from '../contract/sockets.ts';
import type { Role, Right } from '../contract/rights.ts';
import type { ClientEvents, Handshake, ServerEvents } from '../contract/sockets.ts';
import type { ClassroomFrame } from '../contract/schedule.ts';
import type { Trouble } from '../contract/trouble.ts';
import { imagesOf } from '../lesson/images.ts';
import type { Audiences } from '../live/audiences.ts';
import type { Done } from '../live/ledger.ts';
import type { LessonRoom } from '../live/lesson-room.ts';
import type { Lessons } from '../live/lessons.ts';
import type { NoticeBoards } from '../live/notice-boards.ts';
import type { SignIns } from '../people/sign-ins.ts';
import type { Log } from '../log.ts';
import type { RelationsPort } from '../ports.ts';
import { wireError } from './errors.ts';
import { admitToClass, classCommand, isKnownAtClass, welcomeToClass } from './class-sockets.ts';
import type { ClassPeer } from './class-sockets.ts';
import type { Floods } from './floods.ts';
import { networkOf } from './floods.ts';
import type { Guesses } from './guesses.ts';
import { mayOr } from './needs.ts';
import { createNameLimits } from './name-limits.ts';
import { handOverAfter, pickCommand, pickFrame, recognise } from './picking.ts';
import type { Picker } from './picking.ts';
import type { OwnResults } from './own-results.ts';
import { createRateLimit } from './rate.ts';
import { createSuspects } from './suspects.ts';
import { createSessionSockets } from './session-sockets.ts';

type Student = Picker & {
  as: 'student';
  seatId: string | null;
  /** Leaves the seat. null without one. */
  stand: (() => void) | null;
};

/** Who is behind a connection. Made once, at the handshake; nothing in a payload can change it. */
type Peer = Student | ClassPeer | Desk | { as: 'desk'; teacherId: TeacherId };

/** A teacher's console or wall. */
type Desk = {
  as: 'teacher' | 'projector';
  room: LessonRoom;
  teacherId: TeacherId;
  signIns: SignIns;
};

/** What stands on the data. */
export type Running = { lessons: Lessons; signIns: SignIns; ownResults: OwnResults };

type Live = Server<ClientEvents, ServerEvents, Record<string, never>, { peer: Peer }>;
type LiveSocket = Socket<ClientEvents, ServerEvents, Record<string, never>, { peer: Peer }>;

/** An honest phone sends a handful of commands in five seconds, a console a few dozen. */
const studentRate = { points: 25, seconds: 5 };
const teacherRate = { points: 100, seconds: 5 };
/** Wrong codes from one address in a minute: forty children who mistype, not a machine that tries them all. */
const wrongCodeRate = { points: 120, seconds: 60 };
/** New seats of one lesson for one address: a thousand students behind it at once and more, then a few a second. */
const newSeatRate = { points: 1500, seconds: 500 };

/** Until then the device was there; of any other end nobody knows when it came. */
const closedByDevice = new Set<string>(['client namespace disconnect', 'transport close']);

/** An answer or an ad hoc question; a whole quiz never travels here. */
const maxPacketBytes = 64 * 1024;

/** What the table of rights asks of who opens a console or a wall; a student shows a code instead. */
export const doorRights = {
  teacher: 'lesson.run',
  projector: 'lesson.read',
  desk: 'plans.make',
} as const satisfies {
  [door in Exclude<Handshake['as'], 'student' | 'class'>]: Right;
};

export type LiveGateway = {
  audiencesFor(lessonId: string): Audiences;
  /** Begins to take connections. `running`: the lessons as they are now; null while the data cannot be used. */
  open(running: () => Running | null): void;
  /** The disk refuses, or (null) takes everything again. */
  tellTrouble(trouble: Trouble | null): void;
  /** Cuts off what these sessions opened; by the hash of their token. */
  signOut(sessions: string[]): void;
  /** Ends what this teacher has open of lessons that they may not see any more. */
  recheck(teacherId: TeacherId): void;
  /** Ends every connection at once; who reconnects finds the lessons of then. */
  dropAll(): void;
  close(): Promise<void>;
};

/** The live door: handshake, commands, frames. */
export function createLiveGateway(deps: {
  server: HttpServer;
  /** Host and Origin of the request are this program's own. */
  isOwnRequest: (request: IncomingMessage) => boolean;
  /** The teacher and the session behind a cookie header, or null. */
  teacherOf: (
    cookie: string | undefined,
  ) => Promise<{ teacherId: TeacherId; role: Role; session: string } | null>;
  relationTo: RelationsPort['relationTo'];
  /** Whether a session still holds. */
  stillSignedIn: (session: string) => Promise<boolean>;
  /** What runs and what comes, outside the lessons; null while the data cannot be used. */
  boards: () => NoticeBoards | null;
  guesses: Guesses;
  floods: Floods;
  log: Log;
}): LiveGateway {
  const io: Live = new Server(deps.server, {
    path: socketPath,
    serveClient: false,
    maxHttpBufferSize: maxPacketBytes,
    pingInterval: 10_000,
    pingTimeout: 8000,
    // The wish for a lesson follows at once; whoever was refused or says nothing need not be kept.
    connectTimeout: 15_000,
    allowRequest: (request, decide) =>
      decide(
        null,
        deps.isOwnRequest(request) && deps.floods.mayConnect(request.socket.remoteAddress),
      ),
  });
  io.engine.on('connection', deps.floods.watch);
  const studentLimit = createRateLimit(studentRate);
  const teacherLimit = createRateLimit(teacherRate);
  const signedIn = createSessionSockets(deps);
  const wrongCodes = createRateLimit(wrongCodeRate);
  const newSeats = createRateLimit(newSeatRate);
  const suspects = createSuspects();
  const nameLimits = createNameLimits();
  let trouble: Trouble | null = null;

  async function admit(
    socket: LiveSocket,
    { lessons, signIns, ownResults }: Running,
  ): Promise<Peer | Rejection> {
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
  }

  function welcome(socket: LiveSocket, peer: Peer) {
    if (peer.as === 'class') {
      welcomeToClass(socket, peer);
      const { device, classId } = peer;
      const tell = (frame: ClassroomFrame | null) => socket.emit('classroom', frame);
      const leave = deps.boards()?.watchClass(device, classId, tell);
      if (leave) socket.once('disconnect', leave);
      return;
    }
    if (peer.as === 'desk') {
      const boards = deps.boards();
      const leave = boards?.watchDesk(peer.teacherId, (frame) => socket.emit('desk', frame));
      if (leave) socket.once('disconnect', leave);
      return;
    }
    const { room } = peer;
    if (peer.as === 'student') {
      void socket.join([
        studentsOf(room.lessonId),
        ...(room.state().roster ? [deviceOf(room.lessonId, peer.device)] : []),
      ]);
      // Only now: while this connection was let in, another tab of the device may have taken the seat.
      const seatId = room.seatOfDevice(peer.device);
      if (seatId !== null) sit(socket, peer, seatId);
      socket.emit('welcome', { ...room.publisher.welcome(peer.seatId), ...pickFrame(peer) });
      tellImages(socket, imagesOf(room.state(), 'phones'));
      return;
    }
    void socket.join(peer.as === 'teacher' ? teachersOf(room.lessonId) : wallsOf(room.lessonId));
    if (peer.as === 'projector') {
      socket.emit('frame', room.publisher.projectorFrame());
      tellImages(socket, imagesOf(room.state(), 'wall'));
      return;
    }
    void socket.join(consoles);
    if (trouble !== null) socket.emit('trouble', trouble);
    const { plan, roster, enrolled, frame, work, qa } = room.publisher.console();
    if (qa) socket.emit('qa', qa);
    socket.emit('plan', plan);
    socket.emit('roster', roster);
    if (enrolled) socket.emit('enrolled', enrolled);
    if (work) {
      socket.emit('matrix', work.matrix);
      socket.emit('pictures', work.pictures);
    }
    socket.emit('frame', frame);
  }

  function tellImages(socket: LiveSocket, names: string[]) {
    if (names.length > 0) socket.emit('images', names);
  }

  /** `came`: to the seat it holds, to a new one, or to one that another device has held so far. */
  function sit(
    socket: LiveSocket,
    peer: Student,
    seatId: string,
    came: 'again' | 'anew' | 'byCode' = 'again',
  ) {
    peer.seatId = seatId;
    void socket.join(seatOf(peer.room.lessonId, seatId));
    const { presence } = peer.room;
    // By code it may bring what the other device kept since it was cut off.
    const cutOff = came === 'byCode' ? presence.goneAt(seatId) : null;
    presence.arrive(seatId);
    presence.reach.arrive(peer.device, came !== 'again', cutOff);
    const heard = () => presence.reach.heard(peer.device);
    socket.conn.on('heartbeat', heard);
    peer.room.publisher.refresh();
    const leave = (reason: string) => {
      presence.leave(seatId);
      presence.reach.leave(peer.device, closedByDevice.has(reason));
      peer.room.publisher.refresh();
    };
    socket.once('disconnect', leave);
    peer.stand = () => {
      socket.off('disconnect', leave);
      socket.conn.off('heartbeat', heard);
      void socket.leave(seatOf(peer.room.lessonId, seatId));
      leave('client namespace disconnect');
      peer.seatId = null;
      peer.stand = null;
    };
  }

  function seated(
    socket: LiveSocket,
    peer: Student,
    done: Done | Rejection,
    came: 'anew' | 'byCode',
  ): Done | Rejection {
    if (!isRejection(done) && done.joined && peer.seatId === null && socket.connected) {
      sit(socket, peer, done.joined.seat.seatId, came);
    }
    return done;
  }

  /** A device was given another seat, or lost the one that it had: every connection of it begins anew. */
  function reseat(lessonId: string, device: string) {
    for (const id of io.of('/').adapter.rooms.get(deviceOf(lessonId, device)) ?? []) {
      const socket = io.of('/').sockets.get(id);
      const peer = socket?.data.peer;
      if (!socket || peer?.as !== 'student') continue;
      const { room } = peer;
      const held = room.seatOfDevice(device);
      if (held !== peer.seatId) {
        peer.stand?.();
        if (held !== null) sit(socket, peer, held, 'byCode');
      }
      socket.emit('welcome', { ...room.publisher.welcome(peer.seatId), ...pickFrame(peer) });
    }
  }

  async function comeBack(
    socket: LiveSocket,
    { room, device }: Student,
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

  async function noteSuspects(lessonId: string, seatId: string) {
    for (const { handshake } of await io.in(seatOf(lessonId, seatId)).fetchSockets())
      suspects.note(lessonId, networkOf(handshake.address));
  }

  async function command(socket: LiveSocket, payload: unknown): Promise<Done | Rejection> {
    const { peer } = socket.data;
    if (peer.as === 'class') {
      if (!studentLimit.take(peer.device)) return reject('too_many');
      const done = await classCommand(io, socket, peer, payload, nameLimits);
      // Who it is may be another now, and with that what it sees.
      if (!isRejection(done) && !done.found && !done.mine) deps.boards()?.refresh();
      return done;
    }
    if (peer.as === 'student') {
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
      if (
        command.type === 'findName' ||
        command.type === 'pickName' ||
        command.type === 'callOff'
      ) {
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
    if (peer.as === 'projector' || peer.as === 'desk') return reject('forbidden');
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

  return {
    audiencesFor: (lessonId) => ({
      students: (frame) => io.to(studentsOf(lessonId)).emit('frame', frame),
      seat: (seatId, frame) => io.to(seatOf(lessonId, seatId)).emit('seat', frame),
      projector: (frame) => io.to(wallsOf(lessonId)).emit('frame', frame),
      teacher: (frame) => io.to(teachersOf(lessonId)).emit('frame', frame),
      plan: (frame) => io.to(teachersOf(lessonId)).emit('plan', frame),
      roster: (frame) => io.to(teachersOf(lessonId)).emit('roster', frame),
      enrolled: (frame) => io.to(teachersOf(lessonId)).emit('enrolled', frame),
      moved(devices) {
        for (const device of devices) reseat(lessonId, device);
      },
      paper: (frame) => io.to(studentsOf(lessonId)).emit('paper', frame),
      matrix: (frame) => io.to(teachersOf(lessonId)).emit('matrix', frame),
      pictures: (frame) => io.to(teachersOf(lessonId)).emit('pictures', frame),
      qa: (frame) => io.to(teachersOf(lessonId)).emit('qa', frame),
    }),
    open(running) {
      io.use((socket, next) => {
        const now = running();
        // A refusal that passes by itself: the devices go on trying until the data is back.
        if (!now) return next(refusal(reject('not_saved')));
        admit(socket, now).then(
          (peer) => {
            if (isRejection(peer)) next(refusal(peer));
            else {
              socket.data.peer = peer;
              next();
            }
          },
          (error: unknown) => {
            deps.log.error({ error }, 'A handshake failed.');
            next(refusal(reject('internal')));
          },
        );
      });
      io.on('connection', (socket) => {
        // Every packet ends here, whatever its name and shape: one that is no command is refused, not ignored.
        socket.onAny((event: unknown, ...args: unknown[]) => {
          const acknowledge = args.at(-1);
          if (typeof acknowledge !== 'function') return;
          const answer = (ack: Ack) => void acknowledge(ack);
          if (event !== 'command' || args.length !== 2) {
            answer(asAck(reject('bad_request')));
            return;
          }
          command(socket, args[0])
            .catch((error: unknown) => {
              deps.log.error({ error }, 'A command failed.');
              return reject('internal');
            })
            .then((result) => answer(asAck(result)))
            .catch((error: unknown) => {
              deps.log.error({ error }, 'An acknowledgement could not be sent.');
            });
        });
        welcome(socket, socket.data.peer);
      });
    },
    tellTrouble(told) {
      trouble = told;
      // Phones need not know why; at the end they send what they keep without waiting for their next try.
      (told === null ? io : io.to(consoles)).emit('trouble', told);
    },
    signOut: signedIn.cut,
    recheck(teacherId) {
      for (const socket of io.of('/').sockets.values()) {
        const { peer } = socket.data;
        if (peer.as !== 'teacher' && peer.as !== 'projector') continue;
        if (peer.teacherId !== teacherId) continue;
        const relation = deps.relationTo(teacherId, 'lesson', peer.room.lessonId);
        if (mayOr(doorRights[peer.as], 'teacher', relation)) socket.disconnect(true);
      }
    },
    dropAll: () => io.disconnectSockets(true),
    close() {
      signedIn.stop();
      return io.close();
    },
  };
}

const studentsOf = (lessonId: string) => `${lessonId}/students`;
const deviceOf = (lessonId: string, device: string) => `${lessonId}/device/${device}`;
const seatOf = (lessonId: string, seatId: string) => `${lessonId}/seat/${seatId}`;
const wallsOf = (lessonId: string) => `${lessonId}/walls`;
const consoles = 'consoles';
const teachersOf = (lessonId: string) => `${lessonId}/teachers`;

/** What is kept of a device's token. */
function hashOf(token: string): string {
  return hash('sha256', token, 'base64url');
}

function asAck(result: Done | Rejection): Ack {
  return isRejection(result) ? { ok: false, error: wireError(result) } : { ok: true, ...result };
}

/** Socket.IO hands `data` of an error to the client's `connect_error`. */
function refusal(rejection: Rejection): Error {
  return Object.assign(new Error(rejection.rejected), { data: wireError(rejection) });
}
