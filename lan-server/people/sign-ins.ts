import type { ClassId, LessonId, StudentId } from '../contract/ids.ts';
import { reject } from '../contract/rejections.ts';
import type { Rejection } from '../contract/rejections.ts';
import type { FoundName, FoundNames, Proof } from '../contract/roll.ts';
import type { ListedStudent, RostersPort } from '../ports.ts';
import { createGrowingWait } from './growing-wait.ts';
import { asFound, findNames } from './name-search.ts';

/** So many digits of a PIN the pictures stand for. */
const pictureDigits = 2;

/** Who guesses: a device, from an address (of a lesson's or class's list). */
export type By = { device: string; address: string };

/** Who a phone is: in a class, or on the list of a lesson. Names are told to whoever asks with the code, and to nobody else. */
export type SignIns = {
  classByCode: RostersPort['classByCode'];
  findInClass(classId: ClassId, text: string): FoundNames;
  findInLesson(lessonId: LessonId, text: string, proof: Proof): FoundNames;
  /** A student of a lesson's list whose name needs no proof, or whose proof is right: `proved` says which. */
  prove(
    lessonId: LessonId,
    studentId: StudentId,
    proof: Proof,
    digits: string | undefined,
    by: By,
  ): { student: ListedStudent; proved: boolean } | Rejection;
  /** Who a device is in a class, and whether a PIN has shown it; null: it has not said. Notes that it was seen. */
  known(device: string, classId: ClassId, proof: Proof): { me: FoundName; proved: boolean } | null;
  /**
   * “This is me”, at the class's page. Who has a PIN gives it; without one, a name that another device has in this class already is
   * `name_taken`: in the next lesson the teacher can give it to this one.
   */
  signIn(
    classId: ClassId,
    studentId: StudentId,
    digits: string | undefined,
    by: By,
  ): FoundName | Rejection;
  /** This device is nobody's any more. */
  forget(device: string, classId: ClassId): void;
  /** The teacher gave a student's seat to this device: what the class's page knows goes with it. */
  handOver(studentId: StudentId, classId: ClassId, device: string): void;
};

/** `now`: ms since 1970. */
export function createSignIns({
  rosters,
  now,
}: {
  rosters: RostersPort;
  now: () => number;
}): SignIns {
  // A class behind one address mistypes; whoever tries them all meets the student's own limit, wherever they sit.
  const guesses = createGrowingWait({
    now,
    patience: {
      device: { from: 5, firstLockMs: 10_000, longestLockMs: 5 * 60_000 },
      address: { from: 120, firstLockMs: 10_000, longestLockMs: 15 * 60_000 },
      student: { from: 6, firstLockMs: 10_000, longestLockMs: 10 * 60_000 },
    },
  });

  function check(
    student: ListedStudent,
    proof: Proof,
    digits: string | undefined,
    { device, address }: By,
  ): { proved: boolean } | Rejection {
    if (proof === 'none' || student.pin === null) return { proved: false };
    if (digits === undefined) return reject('proof_needed', { proof });
    const sides = { device, address, student: student.studentId };
    const waitMs = guesses.begin(sides);
    if (waitMs > 0) return reject('too_many', { retryAfterSeconds: Math.ceil(waitMs / 1000) });
    const wanted = proof === 'pictures' ? student.pin.slice(0, pictureDigits) : student.pin;
    if (digits !== wanted) return reject('wrong_proof', { proof });
    guesses.takeBack(sides);
    return { proved: true };
  }

  const inClass = ({ pin }: ListedStudent): Proof => (pin === null ? 'none' : 'pin');
  const listOf = (classId: ClassId) => rosters.enrolled({ classId, sectionId: null });

  return {
    classByCode: (code) => rosters.classByCode(code.toUpperCase()),
    findInClass: (classId, text) => findNames(listOf(classId), text, inClass),
    findInLesson: (lessonId, text, proof) =>
      findNames(rosters.ofLesson(lessonId), text, () => proof),
    prove(lessonId, studentId, proof, digits, by) {
      const student = rosters.ofLesson(lessonId).find((one) => one.studentId === studentId);
      if (!student) return reject('seat_unknown');
      const checked = check(student, proof, digits, by);
      return 'rejected' in checked ? checked : { student, ...checked };
    },
    known(device, classId, proof) {
      const student = rosters.deviceStudent(device, classId);
      if (!student) return null;
      rosters.remember(device, classId, student.studentId, now());
      return { me: asFound(student, proof), proved: student.pin !== null };
    },
    signIn(classId, studentId, digits, by) {
      const student = listOf(classId).find((one) => one.studentId === studentId);
      if (!student) return reject('not_found');
      const checked = check(student, inClass(student), digits, by);
      if ('rejected' in checked) return checked;
      if (!checked.proved && rosters.hasOtherDevice(studentId, classId, by.device))
        return reject('name_taken');
      rosters.remember(by.device, classId, studentId, now());
      return asFound(student, 'none');
    },
    forget: rosters.forget,
    handOver: (studentId, classId, device) => rosters.handOver(studentId, classId, device, now()),
  };
}
