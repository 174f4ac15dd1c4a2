import { randomInt } from 'node:crypto';
import { createServer, request as httpRequest } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Express } from 'express';
import type { Database } from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { openDatabase } from '../../db/open.ts';
import { createChecker, currentVersion } from '../../db/index.ts';
import type { Store } from '../../db/index.ts';
import { createDiagnostics } from '../../lan-server/diagnostics.ts';
import { createBackups } from '../../lan-server/backups/backups.ts';
import { createChosenFolder } from '../../lan-server/backups/chosen-folder.ts';
import { createAuth } from '../../lan-server/gateway/auth.ts';
import { createGuards } from '../../lan-server/gateway/guards.ts';
import { createHttp } from '../../lan-server/gateway/http.ts';
import { createStartLesson } from '../../lan-server/gateway/start-lesson.ts';
import type { LiveLessons } from '../../lan-server/gateway/routes/lessons.ts';
import type { LiveRosters } from '../../lan-server/gateway/routes/attendance.ts';
import { createTables } from '../../lan-server/interchange/tables.ts';
import { createMedia } from '../../lan-server/library/media.ts';
import { createLibrary } from '../../lan-server/library/quizzes.ts';
import { createAccounts } from '../../lan-server/people/accounts.ts';
import { createClasses } from '../../lan-server/people/classes.ts';
import { createApiKeys } from '../../lan-server/people/api-keys.ts';
import { createCoTeaching } from '../../lan-server/people/co-teachers.ts';
import { createSignIn } from '../../lan-server/people/sign-in.ts';
import { createStaff } from '../../lan-server/people/staff.ts';
import { createLockout } from '../../lan-server/people/lockout.ts';
import { createPasswords } from '../../lan-server/people/passwords.ts';
import { createStudentImport } from '../../lan-server/people/import/student-import.ts';
import { createStudents } from '../../lan-server/people/students.ts';
import { createPlans } from '../../lan-server/schedule/plans.ts';
import { openedStore, temporaryFolder } from '../db/lesson-events.ts';
import { journalLive } from './rest-live.ts';
import { pastOn } from './rest-past.ts';

export const launchKey = 'launch-key-for-the-tests-0123456789';
export const password = 'chalk-and-board';

type Reply = {
  status: number;
  headers: IncomingHttpHeaders;
  bytes: Buffer;
  text: string;
  /** Parsed JSON; throws where it is none. */
  json: () => Record<string, unknown>;
};
type Sent = {
  headers?: Record<string, string>;
  cookie?: string;
  body?: unknown;
  raw?: string | Buffer;
};
export type Ask = (method: string, path: string, sent?: Sent) => Promise<Reply>;

export type RestServer = {
  port: number;
  app: Express;
  store: Store;
  live: LiveLessons & LiveRosters;
  /** What the log was told as errors. */
  errors: unknown[];
  time: { now: number };
  ask: Ask;
  /** `ask` under `/api/v1` with the laptop's cookie, after the welcome. */
  asTeacher: Ask;
};

/** Speaks HTTP without a browser's politeness: any Host, any header, any body. */
export function asker(port: number): Ask {
  return (method, path, { headers = {}, cookie, body, raw } = {}) =>
    new Promise((resolve, reject) => {
      const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body));
      const request = httpRequest({
        port,
        host: '127.0.0.1',
        method,
        path,
        headers: {
          ...(payload === undefined
            ? {}
            : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) }),
          ...(cookie === undefined ? {} : { cookie }),
          ...headers,
        },
      });
      request.setTimeout(10_000, () => request.destroy(new Error(`no answer: ${method} ${path}`)));
      request.on('error', reject);
      request.on('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const bytes = Buffer.concat(chunks);
          const text = bytes.toString('utf8');
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            bytes,
            text,
            json: () => JSON.parse(text) as Record<string, unknown>,
          });
        });
      });
      request.end(payload);
    });
}

/** The cookie that a reply gave, as a `Cookie` header. */
export function cookieFrom(reply: Reply): string {
  return (reply.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '';
}

/** The code of the error that a reply carries. */
export function codeOf(reply: Reply): unknown {
  return (reply.json()['error'] as { code?: unknown } | undefined)?.code;
}

/** The whole REST side on a real port with a real database; the lessons run by the journal alone. */
export async function startRest({
  welcome = true,
  pagesDir = join(temporaryFolder(), 'no-pages'),
  prepare = () => {},
}: {
  welcome?: boolean;
  pagesDir?: string;
  /** What stands in the data before the program opens it. */
  prepare?: (db: Database) => void;
} = {}): Promise<RestServer> {
  const folder = temporaryFolder();
  const before = openDatabase(folder);
  if ('refused' in before) throw new Error(before.refused);
  prepare(before);
  before.close();
  const store = openedStore(folder);
  const time = { now: Date.UTC(2026, 10, 21, 9) };
  const now = () => time.now;
  let ids = 0;
  const newId = () => `made-${String((ids += 1)).padStart(4, '0')}`;
  const errors: unknown[] = [];
  const log = { info() {}, warn() {}, error: (fields: object) => void errors.push(fields) };
  const passwords = createPasswords();
  const lockout = createLockout({ now });
  const accounts = createAccounts({
    people: store.people,
    passwords,
    lockout,
    launchKey,
    onSignedOut() {},
    now,
    newId,
  });
  const people = { ...store, now, newId, random: (below: number) => randomInt(below) };
  const doors = {
    people: store.people,
    codes: store.signInCodes,
    passwords,
    onSignedOut() {},
    now,
  };
  const live = journalLive({ store, now, newId });
  const dataDir = temporaryFolder();
  const backupsDir = join(dataDir, 'backups');
  const backups = createBackups({
    dataDir,
    backupsDir,
    folder: await createChosenFolder({ dataDir, backupsDir }),
    checker: createChecker(),
    program: {
      copy: () => store.copy,
      lessonsRun: () => live.liveCount() > 0,
      prepare: async () => {},
      writes: () => 0,
      exchange: async () => true,
      goOn: async () => {},
      canGoOn: () => false,
    },
    programVersion: '0.1.0',
    schemaVersion: currentVersion,
    instanceId: 'this-laptop',
    nextDailyAt: () => null,
    now,
    log,
  });
  const library = createLibrary({ quizzes: store.quizzes, now, newId });
  const startLesson = createStartLesson({
    library,
    start: live.start,
    classRelation: store.schedule.classRelation,
    newId,
  });
  const plans = createPlans({
    port: store.schedule,
    zone: () => 'Europe/Madrid',
    now,
    newId,
    quizKnown: async (ownerId, quizId) => (await store.quizzes.get(ownerId, quizId)) !== null,
    lessonStatus: () => 'ended',
    open: startLesson,
    changed() {},
  });
  const app = createHttp({
    guards: createGuards({
      allowedHosts: () => ['192.168.1.20', 'fe80::1%eth0', 'chalkbox-2.local'],
    }),
    auth: createAuth({ accounts, relations: store.relations }),
    accounts,
    signIn: createSignIn({ ...doors, lockout, accounts, school: store.school }),
    staff: createStaff({ ...doors, newId }),
    coTeaching: createCoTeaching({ ...doors, relations: store.relations, onSentAway() {} }),
    school: store.school,
    library,
    classes: createClasses(people),
    students: createStudents(people),
    tables: createTables(),
    studentImport: createStudentImport({ ...people, pause: async () => {} }),
    startLesson,
    plans,
    apiKeys: createApiKeys({ keys: store.keys, now, newId }),
    media: createMedia({ dir: join(dataDir, 'media'), use: store.mediaUse, now: Date.now, log }),
    lessons: store.lessons,
    rosters: store.rosters,
    live,
    health: store.health,
    diagnostics: createDiagnostics({
      ...store,
      live,
      own: {
        version: '0.1.0',
        dataDir: '/nowhere',
        settings: () => ({ port: 4747, wantedPort: 4747, mdns: false, oneAddressOnly: false }),
        network: () => ({ addresses: [], nameHeld: false, neighbours: 0 }),
        log: { level: 'info', recent: () => [] },
      },
    }),
    past: pastOn(store, { liveCount: () => live.liveCount(), now, newId, log }),
    backups,
    network: () => ({
      addresses: ['192.168.1.20'],
      port: 4747,
      name: 'chalkbox-2.local',
      neighbours: [],
      door: { address: '192.168.1.20:4747', url: 'http://192.168.1.20:4747/j', name: null },
    }),
    pagesDir,
    version: '0.1.0',
    now,
    newId,
    log,
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const { port } = server.address() as AddressInfo;
  const ask = asker(port);
  const cookie = cookieFrom(await ask('POST', '/api/v1/session', { body: { launchKey } }));
  if (welcome) {
    const body = { name: 'Ms Okafor', password, language: 'en' };
    await ask('POST', '/api/v1/setup', { cookie, body });
  }
  const asTeacher: Ask = (method, path, sent) => ask(method, `/api/v1${path}`, { cookie, ...sent });
  return { port, app, store, live, errors, time, ask, asTeacher };
}
