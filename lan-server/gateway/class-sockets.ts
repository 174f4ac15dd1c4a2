import type { Server, Socket } from 'socket.io';
import type { ClassId } from '../contract/ids.ts';
import { isRejection, reject } from '../contract/rejections.ts';
import type { Rejection } from '../contract/rejections.ts';
import { classEnvelopeSchema } from '../contract/roll.ts';
import type { ClassFrame, FoundNames } from '../contract/roll.ts';
import type { ClientEvents, ServerEvents } from '../contract/sockets.ts';
import type { MyLesson } from '../contract/history.ts';
import type { SignIns } from '../people/sign-ins.ts';
import { networkOf } from './floods.ts';
import type { OwnResults } from './own-results.ts';
import type { NameLimits } from './name-limits.ts';

/** A device at the page of a class. `device`: the hash of its token. */
export type ClassPeer = {
  as: 'class';
  classId: ClassId;
  class: ClassFrame['class'];
  device: string;
  signIns: SignIns;
  ownResults: OwnResults;
};

type ClassSocket = Pick<Socket<ClientEvents, ServerEvents>, 'join' | 'emit' | 'handshake'>;
type Io = Pick<Server<ClientEvents, ServerEvents>, 'to'>;

/** Told after the commit; `found` after `findName`. */
export type ClassDone = { at: number; found?: FoundNames; mine?: MyLesson[] };

/** Who comes to the page of a class, by its code. */
export function admitToClass(
  { signIns, ownResults }: Pick<ClassPeer, 'signIns' | 'ownResults'>,
  code: string,
  device: string,
): ClassPeer | Rejection {
  const known = signIns.classByCode(code);
  if (!known) return reject('unknown_code');
  const { classId, name, subject } = known;
  return { as: 'class', classId, class: { name, subject }, device, signIns, ownResults };
}

/** Whether this device has said before who it is in the class. */
export function isKnownAtClass({ signIns, device, classId }: ClassPeer): boolean {
  return signIns.known(device, classId, 'none') !== null;
}

/** All devices at a class's page, and one of them. */
export const classRoom = (classId: ClassId) => `class/${classId}`;
const deviceRoom = ({ classId, device }: ClassPeer) => `class/${classId}/device/${device}`;

/** What the page of a class begins with. */
export function welcomeToClass(socket: ClassSocket, peer: ClassPeer): void {
  void socket.join([classRoom(peer.classId), deviceRoom(peer)]);
  socket.emit('class', classFrame(peer));
}

/** Finds names, signs the device in or out; all its tabs are told. */
export async function classCommand(
  io: Io,
  socket: ClassSocket,
  peer: ClassPeer,
  payload: unknown,
  limits: NameLimits,
): Promise<ClassDone | Rejection> {
  const envelope = classEnvelopeSchema.safeParse(payload);
  if (!envelope.success) return reject('bad_request');
  const { command } = envelope.data;
  const { classId, device, signIns } = peer;
  const address = networkOf(socket.handshake.address);
  const at = Date.now();
  switch (command.type) {
    case 'findName':
      if (!limits.take(device, address)) return reject('too_many');
      return { at, found: signIns.findInClass(classId, command.text) };
    case 'pickName': {
      const me = signIns.signIn(classId, command.student, command.proof, { device, address });
      if (isRejection(me)) return me;
      break;
    }
    case 'myResults': {
      const mine = await peer.ownResults(classId, device, command.language);
      return isRejection(mine) ? mine : { at, mine };
    }
    case 'forgetMe':
      signIns.forget(device, classId);
      break;
    default:
      return command satisfies never;
  }
  io.to(deviceRoom(peer)).emit('class', classFrame(peer));
  return { at };
}

function classFrame({ classId, class: of, device, signIns }: ClassPeer): ClassFrame {
  return { class: of, me: signIns.known(device, classId, 'none')?.me ?? null };
}
