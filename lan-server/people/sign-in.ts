import { isRejection, reject } from '../contract/rejections.ts';
import type { Rejection } from '../contract/rejections.ts';
import { readSignInCode } from '../contract/staff.ts';
import type { SignInAs, SignInList } from '../contract/staff.ts';
import type { PeoplePort, SchoolPort, SessionRow, SignInCodesPort, TeacherRow } from '../ports.ts';
import type { Accounts, SignedIn } from './accounts.ts';
import type { DeviceNames } from './device-names.ts';
import type { Lockout } from './lockout.ts';
import type { Passwords } from './passwords.ts';
import { tokenHash } from './tokens.ts';

/** Where a try comes from. `before`: the session that the device has so far. */
type From = { before: SessionRow | null; address: string; device: DeviceNames };

export type SignIn = {
  /** Who can sign in on this device, and by what; those who cannot are left out. */
  list(before: SessionRow | null): Promise<SignInList>;
  /** As one of the teachers. `too_many` says in `details.retryAfterSeconds` when the next try is heard. */
  as(wanted: SignInAs, from: From): Promise<SignedIn | Rejection>;
  /** The laptop's window asks again who sits there. */
  leave(by: SessionRow, device: DeviceNames): Promise<SignedIn | Rejection>;
};

/** Getting in as one of several teachers: rules, no tables. */
export function createSignIn({
  people,
  codes,
  passwords,
  lockout,
  accounts,
  school,
  onSignedOut,
  now,
}: {
  people: PeoplePort;
  codes: SignInCodesPort;
  passwords: Passwords;
  lockout: Lockout;
  accounts: Pick<Accounts, 'open'>;
  school: Pick<SchoolPort, 'settings'>;
  onSignedOut: (tokenHashes: string[]) => void;
  now: () => number;
}): SignIn {
  const isLaptop = (session: SessionRow | null) => session?.via === 'laptop';

  const waysOf = (teacher: TeacherRow, atLaptop: boolean): SignInList['teachers'][0]['ways'] => {
    const invited = (codes.left(teacher.id, 'invitation', now())?.left ?? 0) > 0;
    const password = teacher.passwordHash !== null;
    const pin = atLaptop && teacher.pinHash !== null;
    return {
      tap: atLaptop && !password && teacher.pinHash === null && !invited,
      password,
      pin,
      code: invited || (codes.left(teacher.id, 'recovery', now())?.left ?? 0) > 0,
    };
  };

  /** Whether what was shown is right, or the refusal of it. A code is used up by it. */
  const check = async (teacher: TeacherRow, wanted: SignInAs): Promise<Rejection | null> => {
    if ('password' in wanted) {
      const right = await matches(teacher.passwordHash, wanted.password);
      return right ? null : reject('wrong_password');
    }
    if ('pin' in wanted)
      return (await matches(teacher.pinHash, wanted.pin)) ? null : reject('wrong_pin');
    if ('code' in wanted) {
      const code = readSignInCode(wanted.code);
      const right = code !== null && codes.take(teacher.id, tokenHash(code), now());
      return right ? null : reject('wrong_sign_in_code');
    }
    return waysOf(teacher, true).tap ? null : reject('wrong_password');
  };

  const matches = async (stored: string | null, shown: string) =>
    stored !== null && (await passwords.matches(stored, shown));

  return {
    async list(before) {
      const atLaptop = isLaptop(before);
      const teachers = (await people.teachers())
        .filter(({ leftAt }) => leftAt === null)
        .map((teacher) => ({
          id: teacher.id,
          name: teacher.name,
          ways: waysOf(teacher, atLaptop),
        }))
        .filter(({ ways }) => Object.values(ways).includes(true))
        .toSorted((a, b) => a.name.localeCompare(b.name));
      const { name, logo } = school.settings();
      return { atLaptop, school: { name, logo }, teachers };
    },
    async as(wanted, { before, address, device }) {
      const atLaptop = isLaptop(before);
      const needsLaptop =
        'pin' in wanted || !('password' in wanted || 'code' in wanted || 'newPassword' in wanted);
      if (needsLaptop && !atLaptop) return reject('laptop_only');
      const found = await people.teacherById(wanted.teacherId);
      const teacher = found?.leftAt === null ? found : null;
      // Made-up ids share one count, so that none of them is worth making up.
      const waitMs = lockout.begin(address, teacher?.id ?? '');
      if (waitMs > 0) return reject('too_many', { retryAfterSeconds: Math.ceil(waitMs / 1000) });
      const refused = teacher ? await check(teacher, wanted) : reject('wrong_password');
      if (!teacher || isRejection(refused)) return refused ?? reject('wrong_password');
      lockout.succeeded(address, teacher.id);
      if ('newPassword' in wanted) {
        const passwordHash = await passwords.hash(wanted.newPassword);
        await people.updateTeacher(teacher.id, { passwordHash });
        // Whoever else is signed in may be why the code was needed.
        onSignedOut(await people.endSessionsOf(teacher.id, null));
      }
      return accounts.open(atLaptop ? 'laptop' : 'password', teacher.id, device);
    },
    async leave(by, device) {
      return by.via === 'laptop' ? accounts.open('laptop', null, device) : reject('laptop_only');
    },
  };
}
