import type { Damage } from '../../db/index.ts';
import type { Rescue } from '../contract/backups.ts';
import { reject } from '../contract/rejections.ts';
import { createAuth } from '../gateway/auth.ts';
import { createRescueHttp } from '../gateway/rescue-http.ts';
import { createAccounts } from '../people/accounts.ts';
import { createLockout } from '../people/lockout.ts';
import { createPassingPeople } from '../people/passing-people.ts';
import { createPasswords } from '../people/passwords.ts';
import type { Inside, Outside } from './inside.ts';

/** What the teacher is told about damaged data. */
export function rescueProblem(damage: Damage): NonNullable<Rescue['problem']> {
  const { refused, file, bytes, lastWrittenAt, detail, notedAt, readable } = damage;
  return { code: refused, file, bytes, lastWrittenAt, detail, notedAt, canGoOn: readable };
}

/** The inside while the data is damaged: it touches no file of it. */
export function openRescue(damage: Damage, outside: Outside): Inside {
  const { clock, newId, log } = outside;
  const accounts = createAccounts({
    people: createPassingPeople(),
    passwords: createPasswords(),
    lockout: createLockout({ now: clock.now }),
    launchKey: outside.launchKey,
    oneTimeKeys: outside.oneTimeKeys,
    onSignedOut: outside.gateway.signOut,
    now: Date.now,
    newId,
  });
  const relationTo = () => 'none' as const;
  const auth = createAuth({ accounts, relations: { relationTo } });
  const answer = createRescueHttp({
    guards: outside.guards,
    auth,
    // The password stands in the database that cannot be used.
    accounts: { ...accounts, signInByPassword: async () => reject('in_rescue') },
    backups: outside.backups,
    problem: rescueProblem(damage),
    pagesDir: outside.pagesDir,
    version: outside.version,
    now: () => performance.now(),
    log,
  });
  return {
    answer,
    lessons: null,
    boards: null,
    signIns: null,
    ownResults: null,
    teacherFromCookie: async () => null,
    stillSignedIn: accounts.stillSignedIn,
    relationTo,
    teacherName: () => '',
    recovered: 0,
    stop() {},
    close() {},
  };
}
