import { isRejection, reject } from '../contract/rejections.ts';
import type { Rejection } from '../contract/rejections.ts';
import type { FoundName, Pick as PickFrame } from '../contract/roll.ts';
import type { StudentCommand, TeacherCommand } from '../contract/commands.ts';
import { playOf } from '../lesson/events.ts';
import type { Done } from '../live/ledger.ts';
import type { LessonRoom } from '../live/lesson-room.ts';
import type { SignIns } from '../people/sign-ins.ts';
import type { NameLimits } from './name-limits.ts';

/** A device in a lesson with a list of names. `device`: the hash of its token; `me`: who it is in the class. */
export type Picker = {
  room: LessonRoom;
  device: string;
  signIns: SignIns;
  me: FoundName | null;
};

type From = { address: string; suspect: boolean };

const proofOf = (room: LessonRoom) => playOf(room.state().settings).proof;

/**
 * A device that its class knows takes its seat by itself, where nobody has it; beside the one that has it only where its student has
 * given a PIN. Gives who the device is.
 */
export async function recognise(
  room: LessonRoom,
  device: string,
  signIns: SignIns,
  suspect: boolean,
): Promise<FoundName | null> {
  const { roster } = room.state();
  if (!roster || !room.given || room.seatOfDevice(device) !== null) return null;
  const known = signIns.known(device, room.given.classId, proofOf(room));
  if (!known) return null;
  const { me, proved } = known;
  const seatId = room.roll.seatOf(me.student);
  // Who asked, or was sent away, says so again.
  if (seatId === null || room.pickStanding(device) !== null) return me;
  if (!room.state().seats.has(seatId) || proved)
    await room.pick(device, me.student, { proved, ask: false, suspect });
  return me;
}

/** What a device without a seat is told beside the lesson. */
export function pickFrame({ room, device, me }: Picker): { pick?: PickFrame } {
  if (!room.state().roster || room.seatOfDevice(device) !== null) return {};
  return { pick: { standing: room.pickStanding(device), me } };
}

export type PickCommand = Extract<StudentCommand, { type: 'findName' | 'pickName' | 'callOff' }>;

/** Names are looked for and picked. */
export async function pickCommand(
  picker: Picker,
  command: PickCommand,
  { address, suspect }: From,
  limits: NameLimits,
): Promise<Done | Rejection> {
  const { room, device, signIns } = picker;
  if (!room.ready()) return reject('not_saved');
  if (!room.state().roster) return reject('not_in_this_lesson');
  switch (command.type) {
    case 'findName':
      if (!limits.take(device, address)) return reject('too_many');
      return {
        at: Date.now(),
        found: signIns.findInLesson(room.lessonId, command.text, proofOf(room)),
      };
    case 'pickName': {
      const { student, ask = false } = command;
      if (ask) return room.pick(device, student, { proved: false, ask, suspect });
      const by = { device, address };
      const checked = signIns.prove(room.lessonId, student, proofOf(room), command.proof, by);
      if (isRejection(checked)) return checked;
      return room.pick(device, student, { proved: checked.proved, ask: false, suspect });
    }
    case 'callOff':
      return room.callOff(device);
    default:
      return command satisfies never;
  }
}

/** The class's page follows the teacher's yes: what it knew of the device that had the seat goes to the new one. */
export function handOverAfter(
  room: LessonRoom,
  signIns: SignIns,
  command: TeacherCommand,
): () => void {
  if (command.type !== 'admitClaim') return () => {};
  const { roster, seats } = room.state();
  const claim = [...(roster?.claims.values() ?? [])].find(({ id }) => id === command.claim);
  if (!claim || !seats.has(claim.seatId)) return () => {};
  const student = room.roll.studentOf(claim.seatId);
  const { given } = room;
  return () => {
    if (student !== null && given) signIns.handOver(student, given.classId, claim.device);
  };
}
