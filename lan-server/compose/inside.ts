import { randomInt } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { join } from 'node:path';
import type { RequestListener } from 'node:http';
import type { Store } from '../../db/index.ts';
import type { Backups } from '../backups/backups.ts';
import type { Network } from '../contract/api.ts';
import { createDiagnostics } from '../diagnostics.ts';
import type { OwnFacts } from '../diagnostics.ts';
import type { Doorway } from '../doorway.ts';
import { createAuth } from '../gateway/auth.ts';
import type { Auth } from '../gateway/auth.ts';
import type { Guards } from '../gateway/guards.ts';
import { createHttp } from '../gateway/http.ts';
import { createStartLesson } from '../gateway/start-lesson.ts';
import { createOwnResults } from '../gateway/own-results.ts';
import type { OwnResults } from '../gateway/own-results.ts';
import type { LiveGateway } from '../gateway/sockets.ts';
import { createTables } from '../interchange/tables.ts';
import { createMedia } from '../library/media.ts';
import { createLibrary } from '../library/quizzes.ts';
import type { LessonClock } from '../live/clock.ts';
import { realTimers } from '../live/coalesce.ts';
import { createDiskWatch } from '../live/disk-watch.ts';
import { createLessons } from '../live/lessons.ts';
import type { Lessons } from '../live/lessons.ts';
import type { NoticeBoards } from '../live/notice-boards.ts';
import type { Log } from '../log.ts';
import type { RelationsPort } from '../ports.ts';
import { createAccounts } from '../people/accounts.ts';
import type { Accounts } from '../people/accounts.ts';
import { createApiKeys } from '../people/api-keys.ts';
import { createNameFilter } from '../people/name-filter.ts';
import { createCoTeaching } from '../people/co-teachers.ts';
import { createSignIn } from '../people/sign-in.ts';
import { createStaff } from '../people/staff.ts';
import { createClasses } from '../people/classes.ts';
import { createLockout } from '../people/lockout.ts';
import type { OneTimeKeys } from '../people/one-time-keys.ts';
import { createPasswords } from '../people/passwords.ts';
import { createStudentImport } from '../people/import/student-import.ts';
import { createStudents } from '../people/students.ts';
import { createSignIns } from '../people/sign-ins.ts';
import type { SignIns } from '../people/sign-ins.ts';
import { laptopZone } from '../schedule/calendar.ts';
import { createRehearsals } from '../rehearsal/rehearsals.ts';
import { createTeacherNames } from '../teacher-names.ts';
import { openPast } from './past.ts';
import { collectMedia } from './collect-media.ts';
import { openSchedule } from './schedule.ts';
import type { ScheduleClock } from './schedule.ts';

/** What stays while the data is exchanged under it: port, network, live door, log. */
export type Outside = {
  guards: Guards;
  gateway: Pick<LiveGateway, 'audiencesFor' | 'tellTrouble' | 'signOut' | 'recheck'>;
  doorway: Doorway;
  network: () => Network;
  /** For the diagnostics file. */
  own: OwnFacts;
  backups: Backups;
  /** The data was exchanged: what is shown of it elsewhere is shown anew. */
  onMovedIn: () => void;
  /** Where this machine reaches itself, with port. */
  ownUrl: () => string;
  schedule: ScheduleClock;
  launchKey: string;
  oneTimeKeys: OneTimeKeys;
  pagesDir: string;
  version: string;
  clock: LessonClock;
  newId: (length?: number) => string;
  log: Log;
};

/** All that stands on one store. A restore closes it and opens another behind the same doors. */
export type Inside = {
  answer: RequestListener;
  /** Null while the data is damaged: nobody can join. */
  lessons: Lessons | null;
  /** Null likewise. */
  boards: NoticeBoards | null;
  /** Null likewise. */
  signIns: SignIns | null;
  /** Null while the data is damaged. */
  ownResults: OwnResults | null;
  teacherFromCookie: Auth['teacherFromCookie'];
  stillSignedIn: Accounts['stillSignedIn'];
  relationTo: RelationsPort['relationTo'];
  /** The first teacher's, as students see it; empty before the welcome. */
  teacherName: () => string;
  /** Lessons that were running when the program ended, and go on. */
  recovered: number;
  /** Timers and simulated classes end; what is asked meanwhile is still answered. */
  stop(): void;
  /** Closes the store: nothing is read or written after it. */
  close(): void;
};

/** Wires everything that reads or writes the data; resolves when running lessons are back. */
export async function openInside(store: Store, outside: Outside): Promise<Inside> {
  const { clock, newId, log } = outside;
  for (const lessonId of store.notRebuilt)
    log.error({ lessonId }, 'The journal of a lesson is damaged; its results are as they were.');
  store.onMisfit((lessonId, seq, error) =>
    log.error({ lessonId, seq, error }, 'An event has no place in the results.'),
  );
  const names = await createTeacherNames(store.people);
  const passwords = createPasswords();
  const lockout = createLockout({ now: clock.now });
  const accounts = createAccounts({
    people: names.people,
    passwords,
    lockout,
    launchKey: outside.launchKey,
    oneTimeKeys: outside.oneTimeKeys,
    onSignedOut: outside.gateway.signOut,
    now: Date.now,
    newId,
  });
  const doors = {
    people: names.people,
    codes: store.signInCodes,
    passwords,
    onSignedOut: outside.gateway.signOut,
    now: Date.now,
  };
  const auth = createAuth({ accounts, relations: store.relations });
  const people = { ...store, now: Date.now, newId, random: (below: number) => randomInt(below) };
  const library = createLibrary({ quizzes: store.quizzes, now: Date.now, newId });
  const media = createMedia({
    dir: join(outside.own.dataDir, 'media'),
    use: store.mediaUse,
    now: Date.now,
    log,
  });
  const disk = createDiskWatch({
    health: store.health,
    timers: realTimers,
    tell: outside.gateway.tellTrouble,
  });
  const lessons = createLessons({
    journal: disk.watching(store.journal),
    rosters: store.rosters,
    audiencesFor: outside.gateway.audiencesFor,
    door(code) {
      const { logo } = store.school.settings();
      return { ...outside.doorway.door(code), ...(logo !== null && { logo }) };
    },
    teacherName: names.of,
    clock,
    timers: realTimers,
    randomCode: (digits) => String(randomInt(10 ** digits)).padStart(digits, '0'),
    newId,
    nameFits: createNameFilter(),
    log,
  });
  const recovered = await lessons.recover();
  const startLesson = createStartLesson({
    library,
    start: lessons.start,
    classRelation: store.schedule.classRelation,
    newId,
  });
  const schedule = await openSchedule({
    zone: () => store.school.settings().timeZone ?? laptopZone(),
    ...outside.schedule,
    port: store.schedule,
    lessons,
    library,
    startLesson,
    newId,
    log,
  });
  const signIns = createSignIns({ rosters: store.rosters, now: Date.now });
  const rehearsals = createRehearsals({ url: outside.ownUrl });
  const { past, stop: stopLooking } = openPast({
    store,
    lessons,
    dataDir: outside.own.dataDir,
    timers: realTimers,
    log,
  });
  const answer = createHttp({
    past,
    guards: outside.guards,
    auth,
    accounts,
    signIn: createSignIn({ ...doors, lockout, accounts, school: store.school }),
    staff: createStaff({ ...doors, newId }),
    coTeaching: createCoTeaching({
      ...doors,
      relations: store.relations,
      onSentAway: outside.gateway.recheck,
    }),
    school: store.school,
    classes: createClasses(people),
    students: createStudents(people),
    apiKeys: createApiKeys({ keys: store.keys, now: Date.now, newId }),
    tables: createTables(),
    studentImport: createStudentImport({ ...people, pause: () => setImmediate() }),
    library,
    media,
    lessons: store.lessons,
    startLesson,
    plans: schedule.plans,
    rosters: store.rosters,
    live: {
      ...lessons,
      simulate: (lessonId, students) =>
        rehearsals.start(lessonId, lessons.room(lessonId)?.state().code ?? '', students),
      simulation: rehearsals.status,
      stopSimulation: rehearsals.stop,
    },
    health: store.health,
    diagnostics: createDiagnostics({ ...store, own: outside.own, live: lessons }),
    backups: outside.backups,
    network: outside.network,
    pagesDir: outside.pagesDir,
    version: outside.version,
    now: () => performance.now(),
    newId,
    log,
  });

  const stopCollecting = collectMedia({
    media,
    lessonsRun: () => lessons.liveCount() > 0,
    timers: realTimers,
    log,
  });

  return {
    answer,
    lessons,
    boards: schedule.boards,
    signIns,
    ownResults: createOwnResults(store),
    teacherFromCookie: auth.teacherFromCookie,
    stillSignedIn: accounts.stillSignedIn,
    relationTo: store.relations.relationTo,
    teacherName: names.first,
    recovered,
    stop() {
      stopCollecting();
      schedule.stop();
      stopLooking();
      rehearsals.stopAll();
      lessons.stop();
      disk.stop();
    },
    close: () => store.close(),
  };
}
