import type { Express, RequestHandler } from 'express';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { studentCommandSchema, teacherCommandSchema } from '../../lan-server/contract/commands.ts';
import type { LessonSummary } from '../../lan-server/contract/api.ts';
import { isRejection, rejections } from '../../lan-server/contract/rejections.ts';
import type { Rejection } from '../../lan-server/contract/rejections.ts';
import { subjectOf } from '../../lan-server/contract/rights.ts';
import type { Relation, Role, Subject } from '../../lan-server/contract/rights.ts';
import type { StaffChanged } from '../../lan-server/contract/staff.ts';
import { everyRoute } from '../../lan-server/gateway/every-route.ts';
import type { KnownRoute } from '../../lan-server/gateway/every-route.ts';
import { mayOr } from '../../lan-server/gateway/needs.ts';
import { doorRights } from '../../lan-server/gateway/admission.ts';
import { anyOf } from '../unit/any-of-schema.ts';
import { startProgram } from '../support/program.ts';
import type { Program } from '../support/program.ts';
import { connect, joinStudent, newDevice, send, signIn } from '../support/teacher.ts';
import type { Teacher, TestSocket } from '../support/teacher.ts';
import { cookieFrom, launchKey, startRest } from './rest-server.ts';
import type { RestServer } from './rest-server.ts';

/** Who asks, and who they are to the owner's objects. `role` null: no teacher at all. */
type Actor = { name: string; cookie?: string; role: Role | null; relation: Relation };

const passed = 299;

/** Behind the check of every route stands a mere "passed": what a route does is tested elsewhere, and here nothing must happen. */
function stopBehindChecks(app: Express): void {
  type Layer = {
    route?: { stack: { handle: RequestHandler & { need?: unknown } }[] };
    handle: { stack?: Layer[] };
  };
  const within = (layers: Layer[]): void => {
    for (const { route, handle } of layers) {
      if (Array.isArray(handle.stack)) within(handle.stack);
      const at = route?.stack.findIndex((one) => one.handle.need !== undefined) ?? -1;
      for (const one of route?.stack.slice(at + 1) ?? [])
        one.handle = (_request, response) => void response.status(passed).end();
    }
  };
  within((app.router as unknown as { stack: Layer[] }).stack);
}

/** A second, third and fourth teacher beside the admin; the owner's objects; one of the teachers is invited to them. */
async function school({ ask, asTeacher, store }: RestServer) {
  const add = async (name: string) => {
    const body = { name, way: { by: 'tap' } };
    const made = (await asTeacher('POST', '/teachers', { body })).json() as unknown as StaffChanged;
    const window = cookieFrom(await ask('POST', '/api/v1/session', { body: { launchKey } }));
    const teacherId = made.teacher.id;
    const entered = await ask('POST', '/api/v1/session', { cookie: window, body: { teacherId } });
    expect(entered.status).toBe(200);
    return { id: teacherId, cookie: cookieFrom(entered) };
  };
  const owner = await add('Ms Owner');
  const coTeacher = await add('Mr Beside');
  const stranger = await add('Mr Stranger');
  const admin = cookieFrom(await ask('POST', '/api/v1/session', { body: { launchKey } }));
  const me = (await asTeacher('GET', '/session')).json() as { teacher: { id: string } };
  const adminIn = await ask('POST', '/api/v1/session', {
    cookie: admin,
    body: { teacherId: me.teacher.id, password: 'chalk-and-board' },
  });

  const asOwner = async (path: string, body: object) => {
    const reply = await ask('POST', `/api/v1${path}`, { cookie: owner.cookie, body });
    expect([path, reply.status]).toEqual([path, 201]);
    return reply.json();
  };
  const quiz = await asOwner('/quizzes', {});
  const lesson = await asOwner('/lessons', {});
  const taught = await asOwner('/classes', { name: '7b' });
  const listed = await asOwner(`/classes/${String(taught['id'])}/students`, {
    students: [{ name: 'Ada' }],
  });
  const [student] = listed['students'] as { id: string }[];
  store.relations.addCoTeacher({ class: String(taught['id']) }, coTeacher.id, 1);
  store.relations.addCoTeacher({ lesson: String(lesson['id']) }, coTeacher.id, 1);
  const ids: Partial<Record<Subject, string>> = {
    quiz: String(quiz['id']),
    lesson: String(lesson['id']),
    class: String(taught['id']),
    student: student?.id ?? '',
  };
  const actors: Actor[] = [
    { name: 'nobody', role: null, relation: 'none' },
    {
      name: 'a student',
      cookie: `chalkbox-device=${newDevice()}; chalkbox=${newDevice()}`,
      role: null,
      relation: 'none',
    },
    { name: 'a stranger', cookie: stranger.cookie, role: 'teacher', relation: 'none' },
    { name: 'a co-teacher', cookie: coTeacher.cookie, role: 'teacher', relation: 'coTeacher' },
    { name: 'the owner', cookie: owner.cookie, role: 'teacher', relation: 'owner' },
    { name: 'an admin', cookie: cookieFrom(adminIn), role: 'admin', relation: 'none' },
    {
      name: 'the laptop’s window before somebody has said who sits there',
      cookie: cookieFrom(await ask('POST', '/api/v1/session', { body: { launchKey } })),
      role: null,
      relation: 'none',
    },
  ];
  return { actors, ids };
}

/** What the table says: passed, or the status of its refusal. */
function expected({ need }: KnownRoute, actor: Actor, known: boolean): number {
  if (need === null) return -1;
  if (need === 'nobody') return passed;
  if (need === 'session')
    return actor.role !== null || actor.name.startsWith('the laptop') ? passed : 401;
  if (actor.role === null) return 401;
  // Nobody invites a co-teacher to a quiz; and what is not there is nobody's.
  const subject = subjectOf(need);
  const relation =
    !known || (subject === 'quiz' && actor.relation === 'coTeacher') ? 'none' : actor.relation;
  const refused: Rejection | null = mayOr(need, actor.role, subject === null ? 'none' : relation);
  return isRejection(refused) ? rejections[refused.rejected] : passed;
}

test('every route answers everybody as the table of rights says', async () => {
  const rest = await startRest();
  const { actors, ids } = await school(rest);
  const routes = everyRoute(rest.app);
  stopBehindChecks(rest.app);
  expect(routes.length).toBeGreaterThan(60);
  const wrong: string[] = [];
  for (const route of routes) {
    const subject = route.need === null ? null : subjectOf(route.need as never);
    const id = subject === null ? undefined : ids[subject];
    const path = route.path
      .replaceAll(/\{[^}]*\}/g, '')
      .replace(`:${route.param}`, id ?? 'abc-123')
      .replaceAll(/:\w+/g, 'abc-123');
    // One after the other: each device has a limit of its own, and none of them is met.
    for (const actor of actors) {
      const sent = actor.cookie === undefined ? {} : { cookie: actor.cookie };
      const { status } = await rest.ask(route.method, path, sent);
      const right = expected(route, actor, id !== undefined);
      if (status !== right)
        wrong.push(`${route.method} ${route.path}: ${actor.name} got ${status}, not ${right}`);
    }
  }
  expect(wrong).toEqual([]);
});

describe('live connections', () => {
  let program: Program;
  let owner: Teacher;
  let lesson: LessonSummary;
  const cookies: Record<string, string> = {};
  const open: TestSocket[] = [];

  beforeAll(async () => {
    program = await startProgram();
    owner = await signIn(program);
    lesson = await owner.startLesson();
    cookies['the owner'] = owner.cookie;
    for (const name of ['a co-teacher', 'a stranger', 'an admin']) {
      const made = await owner.call<StaffChanged>('POST', '/teachers', {
        name,
        role: name === 'an admin' ? 'admin' : 'teacher',
        way: { by: 'tap' },
      });
      if (name === 'a co-teacher')
        await owner.call('POST', `/lessons/${lesson.id}/teachers`, { teacherId: made.teacher.id });
      cookies[name] = await enter(made.teacher.id);
    }
  });
  afterAll(async () => {
    for (const socket of open) socket.disconnect();
    await program.end();
  });

  /** The laptop's window, and then this teacher in it. */
  async function enter(teacherId: string): Promise<string> {
    let cookie = '';
    for (const body of [{ launchKey: program.launchKey }, { teacherId }]) {
      const reply = await fetch(`${program.url}/api/v1/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body: JSON.stringify(body),
      });
      expect(reply.status).toBe(200);
      cookie = (reply.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    }
    return cookie;
  }

  /** Null where it was let in, or the code of its refusal. */
  function knock(handshake: object, cookie?: string): Promise<[TestSocket, string | null]> {
    const socket = connect(program.url, handshake, cookie);
    open.push(socket);
    return new Promise((resolve) => {
      socket.once('connect', () => resolve([socket, null]));
      socket.once('connect_error', (error) =>
        resolve([socket, (error as Error & { data?: { code?: string } }).data?.code ?? '?']),
      );
    });
  }

  test('every kind of connection opens for whom the table says, and no other', async () => {
    const relations = { 'the owner': 'owner', 'a co-teacher': 'coTeacher' } as const;
    for (const [as, right] of Object.entries(doorRights)) {
      for (const [name, cookie] of Object.entries(cookies)) {
        const relation = name in relations ? relations[name as keyof typeof relations] : 'none';
        const role = name === 'the owner' || name === 'an admin' ? 'admin' : 'teacher';
        const [, refused] = await knock({ as, lessonId: lesson.id }, cookie);
        expect([as, name, refused]).toEqual([
          as,
          name,
          mayOr(right, role, relation)?.rejected ?? null,
        ]);
      }
      for (const cookie of [undefined, `chalkbox=${newDevice()}`]) {
        const [, refused] = await knock({ as, lessonId: lesson.id }, cookie);
        expect([as, refused]).toEqual([as, 'not_signed_in']);
      }
    }
  });

  test('every command is taken from the one side alone, whoever sends it from the other', async () => {
    // A phone may send a handful in five seconds: several share the work.
    const phones = await Promise.all(
      ['Ada', 'Ben', 'Cleo'].map((name) => joinStudent(program.url, lesson.code, name)),
    );
    open.push(...phones.map(({ socket }) => socket));
    const [wall] = await knock({ as: 'projector', lessonId: lesson.id }, cookies['the owner']);
    const [desk] = await knock({ as: 'desk' }, cookies['the owner']);
    const [console] = await knock({ as: 'teacher', lessonId: lesson.id }, cookies['a co-teacher']);
    const sample = (
      schema:
        | (typeof teacherCommandSchema.options)[number]
        | (typeof studentCommandSchema.options)[number],
    ) => fc.sample(anyOf(schema), { numRuns: 1, seed: 5 })[0] as { type: string };
    const codeOf = async (socket: TestSocket, command: object) => {
      const ack = await send(socket, command);
      return ack.ok ? null : ack.error.code;
    };
    for (const [index, schema] of teacherCommandSchema.options.entries()) {
      const command = sample(schema);
      const phone = phones[index % phones.length]?.socket as TestSocket;
      expect([command.type, await codeOf(phone, command)]).toEqual([command.type, 'bad_request']);
      for (const [name, socket] of [
        ['wall', wall],
        ['desk', desk],
      ] as const)
        expect([name, command.type, await codeOf(socket, command)]).toEqual([
          name,
          command.type,
          'forbidden',
        ]);
    }
    // Nothing of all that has happened.
    expect((await owner.call<LessonSummary>('GET', `/lessons/${lesson.id}`)).status).toBe('live');
    for (const schema of studentCommandSchema.options) {
      const command = sample(schema);
      expect([command.type, await codeOf(console, command)]).toEqual([command.type, 'bad_request']);
    }
    // A co-teacher may all that the owner may; what is made up here may well be refused for another reason.
    const types = teacherCommandSchema.options.toSorted(
      (a, b) =>
        Number(a.shape.type.value === 'endLesson') - Number(b.shape.type.value === 'endLesson'),
    );
    for (const schema of types)
      expect(['forbidden', 'not_found', 'not_signed_in']).not.toContain(
        await codeOf(console, sample(schema)),
      );
    expect((await owner.call<LessonSummary>('GET', `/lessons/${lesson.id}`)).status).toBe('ended');
  });

  test('who is not invited any more is out at once', async () => {
    const running = await owner.startLesson();
    const [helper] = (
      await owner.call<{ others: { id: string }[] }>('GET', `/lessons/${running.id}/teachers`)
    ).others;
    const teacherId = helper?.id ?? '';
    await owner.call('POST', `/lessons/${running.id}/teachers`, { teacherId });
    const cookie = await enter(teacherId);
    const [console, refused] = await knock({ as: 'teacher', lessonId: running.id }, cookie);
    expect(refused).toBeNull();
    const gone = new Promise((resolve) => console.once('disconnect', resolve));
    await owner.call('DELETE', `/lessons/${running.id}/teachers/${teacherId}`);
    await gone;
    expect((await knock({ as: 'teacher', lessonId: running.id }, cookie))[1]).toBe('not_found');
  });
});
