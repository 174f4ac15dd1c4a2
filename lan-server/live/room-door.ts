import type { SeatId, StudentId } from '../contract/ids.ts';
import { reject } from '../contract/rejections.ts';
import type { Rejection } from '../contract/rejections.ts';
import type { PickStanding } from '../contract/roll.ts';
import { playOf } from '../lesson/events.ts';
import { pickStanding } from '../lesson/roster.ts';
import { seatsWithCode } from '../lesson/state.ts';
import { seatView } from '../lesson/views/seat.ts';
import { paperOf } from '../lesson/views/student.ts';
import type { SeatStudent } from '../ports.ts';
import type { Done, Ledger } from './ledger.ts';
import type { Names } from './names.ts';
import type { Roll } from './roll.ts';

/** How devices come to the seats of a lesson. A device is known by the hash of its token. */
export type RoomDoor = {
  seatOfDevice(device: string): SeatId | null;
  /** Takes a seat for a device, or finds the one it holds. */
  join(
    device: string,
    name: string,
    how?: { ask?: boolean | undefined; suspect?: boolean },
  ): Promise<Done | Rejection>;
  /**
   * Brings a device to the seat with this code (null: no code at all). `name`: refused as a wrong code where the seat has
   * another one; undefined: whatever its name.
   */
  comeBack(device: string, seat: string | null, name?: string): Promise<Done | Rejection>;
  /** Comes to the seat of a name of the list, or asks the teacher for it. */
  pick(
    device: string,
    studentId: StudentId,
    how: { proved: boolean; ask: boolean; suspect?: boolean },
  ): Promise<Done | Rejection>;
  /** Does not wait for the teacher's yes any longer. */
  callOff(device: string): Promise<Done | Rejection>;
  /** What became of the name that a device asked for; null: it asked for none. */
  pickStanding(device: string): PickStanding | null;
  /** Puts more students on the list; `names` of seats that have none yet. */
  addStudents(
    students: SeatStudent[],
    names: { seatId: SeatId; name: string }[],
  ): Promise<Done | Rejection>;
};

export function createRoomDoor({
  ledger: { state, submit, publisher },
  names,
  roll,
  newId,
  nameFits,
}: {
  ledger: Ledger;
  names: Names;
  roll: Pick<Roll, 'seatOf'>;
  newId: () => string;
  nameFits: (name: string) => boolean;
}): RoomDoor {
  /** With the tick goes all that a page needs to be in the lesson. */
  function seatedNow(device: string, done: Done): Done {
    const seatId = state().byDevice.get(device);
    if (seatId === undefined) return done;
    const seat = seatView(state(), seatId, names.of);
    return {
      ...done,
      joined: { seat, frame: publisher.studentFrame(), ...paperOf(state()) },
    };
  }

  return {
    seatOfDevice: (device) => state().byDevice.get(device) ?? null,
    join(device, wanted, { ask = false, suspect = false } = {}) {
      const seatId = newId();
      const asksName = () =>
        state().settings.identity !== 'anonymous' && !state().byDevice.has(device);
      return submit(
        { as: 'door' },
        { type: 'takeSeat', seatId, device, suspect },
        {
          first() {
            if (!asksName()) return null;
            if (wanted === '') return reject('name_empty');
            if (playOf(state().settings).nameFilter && !nameFits(wanted))
              return reject('name_refused');
            return ask && names.free(wanted) !== wanted ? reject('name_taken') : null;
          },
          name: () => (asksName() ? { seatId, name: names.free(wanted) } : null),
          done: (done) => seatedNow(device, done),
        },
      );
    },
    comeBack: (device, seat, name) =>
      submit(
        { as: 'door' },
        { type: 'comeBack', seat, device },
        {
          first() {
            const of = seat === null ? undefined : seatsWithCode(state(), seat)[0];
            const other = name !== undefined && of !== undefined && names.of(of.id) !== name;
            return other ? reject('seat_code_unknown') : null;
          },
          done: (done) => seatedNow(device, done),
        },
      ),
    pick(device, studentId, { proved, ask, suspect = false }) {
      const seatId = roll.seatOf(studentId);
      if (seatId === null) return Promise.resolve(reject('seat_unknown'));
      return submit(
        { as: 'door' },
        { type: 'pickSeat', seatId, device, proved, ask, suspect },
        {
          done: (done) =>
            state().byDevice.has(device) ? seatedNow(device, done) : { ...done, asked: true },
        },
      );
    },
    callOff: (device) => submit({ as: 'door' }, { type: 'callOff', device }),
    pickStanding: (device) => pickStanding(state(), device),
    addStudents: (students, fresh) =>
      submit(
        { as: 'teacher' },
        { type: 'addSeats', seats: students.map(({ seatId }) => seatId) },
        { people: { names: fresh, students } },
      ),
  };
}
