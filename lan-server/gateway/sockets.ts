import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import type { Ack } from '../contract/commands.ts';
import type { TeacherId } from '../contract/ids.ts';
import { socketPath } from '../contract/paths.ts';
import { isRejection, reject } from '../contract/rejections.ts';
import type { Rejection } from '../contract/rejections.ts';
import type { Role } from '../contract/rights.ts';
import type { Trouble } from '../contract/trouble.ts';
import type { Audiences } from '../live/audiences.ts';
import type { Done } from '../live/ledger.ts';
import type { NoticeBoards } from '../live/notice-boards.ts';
import type { Log } from '../log.ts';
import type { RelationsPort } from '../ports.ts';
import { createAdmission, doorRights } from './admission.ts';
import { audiencesOf, consoles } from './channels.ts';
import { wireError } from './errors.ts';
import type { Floods } from './floods.ts';
import type { Guesses } from './guesses.ts';
import { createLiveCommands } from './live-commands.ts';
import { mayOr } from './needs.ts';
import type { Live, Running } from './peers.ts';
import { createSeatSockets } from './seat-sockets.ts';
import { createSessionSockets } from './session-sockets.ts';
import { createSuspects } from './suspects.ts';
import { createWelcome } from './welcome.ts';

/** An answer or an ad hoc question; a whole quiz never travels here. */
const maxPacketBytes = 64 * 1024;

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
  let trouble: Trouble | null = null;
  const signedIn = createSessionSockets(deps);
  const suspects = createSuspects();
  const seats = createSeatSockets(io);
  const admit = createAdmission({ ...deps, suspects, signedIn });
  const welcome = createWelcome({ boards: deps.boards, seats, trouble: () => trouble });
  const command = createLiveCommands({ ...deps, io, seats, suspects });

  return {
    audiencesFor: (lessonId) =>
      audiencesOf(io, lessonId, (devices) => {
        for (const device of devices) seats.reseat(lessonId, device);
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

function asAck(result: Done | Rejection): Ack {
  return isRejection(result) ? { ok: false, error: wireError(result) } : { ok: true, ...result };
}

/** Socket.IO hands `data` of an error to the client's `connect_error`. */
function refusal(rejection: Rejection): Error {
  return Object.assign(new Error(rejection.rejected), { data: wireError(rejection) });
}
