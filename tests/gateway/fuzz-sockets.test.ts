import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ackSchema } from '../../lan-server/contract/commands.ts';
import type { Ack } from '../../lan-server/contract/commands.ts';
import { studentCommandSchema, teacherCommandSchema } from '../../lan-server/contract/commands.ts';
import { classCommandSchema } from '../../lan-server/contract/roll.ts';
import { handshakeSchema } from '../../lan-server/contract/sockets.ts';
import type { Handshake } from '../../lan-server/contract/sockets.ts';
import { startProgram } from '../support/program.ts';
import type { Program } from '../support/program.ts';
import { makeClass } from '../support/school-class.ts';
import { tries } from '../support/soak.ts';
import { connect, joinStudent, newDevice, next, send, signIn } from '../support/teacher.ts';
import type { Teacher, TestSocket } from '../support/teacher.ts';

let program: Program;
let teacher: Teacher;
let lesson: { id: string; code: string };
let ownClass: { code: string };

beforeAll(async () => {
  program = await startProgram();
  teacher = await signIn(program);
  lesson = await teacher.startLesson();
  ownClass = await makeClass(teacher, [{ name: 'Ada' }, { name: 'Ben', pin: '4711' }]);
});
afterAll(() => program.end());

/** Anything that JSON can say, odd keys included. */
const absurd = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(
    undefined,
    null,
    {},
    [],
    '',
    0,
    -1,
    1e308,
    '__proto__',
    'x'.repeat(20_000),
  ),
  fc.dictionary(
    fc.constantFrom('id', 'command', 'type', '__proto__', 'constructor', 'toString'),
    fc.jsonValue(),
  ),
);

const types = [
  ...teacherCommandSchema.options,
  ...studentCommandSchema.options,
  ...classCommandSchema.options,
].map(({ shape }) => [...shape.type.values][0] as string);

/** A command of a known type with absurd fields. */
const nearly = fc.record({
  id: fc.oneof(fc.constant('command-1'), absurd),
  command: fc
    .tuple(
      fc.constantFrom(...types),
      fc.dictionary(
        fc.constantFrom(
          'questionId',
          'answer',
          'round',
          'order',
          'question',
          'key',
          'seconds',
          'wall',
          'seatId',
          'name',
          'student',
          'proof',
          'text',
          'language',
        ),
        absurd,
        { maxKeys: 6 },
      ),
    )
    .map(([type, fields]) => ({ ...fields, type })),
});

function raw(socket: TestSocket, event: string, ...args: unknown[]): Promise<Ack> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`no answer to ${JSON.stringify(args).slice(0, 200)}`)),
      5000,
    );
    (socket as unknown as { emit: (event: string, ...args: unknown[]) => void }).emit(
      event,
      ...args,
      (ack: Ack) => {
        clearTimeout(timer);
        resolve(ack);
      },
    );
  });
}

/** Sends, one after the other, until the limit of a connection is near; then goes on with a new one. */
async function survives(connectAnew: () => Promise<TestSocket>, refusedAlways: boolean) {
  let socket = await connectAnew();
  let sent = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(absurd, nearly),
      fc.constantFrom('command', 'command', 'command', 'welcome', 'frame', 'anything'),
      async (payload, event) => {
        if (++sent % 20 === 0) {
          socket.disconnect();
          socket = await connectAnew();
        }
        const ack = await raw(socket, event, payload);
        expect(ackSchema.safeParse(ack).success).toBe(true);
        if (refusedAlways || event !== 'command') expect(ack.ok).toBe(false);
        if (!ack.ok) expect(ack.error.code).not.toBe('internal');
      },
    ),
    tries(250),
  );
  socket.disconnect();
}

async function stillWorks() {
  const { socket } = await joinStudent(program.url, lesson.code, 'Priya');
  socket.disconnect();
  const health = (await (await fetch(`${program.url}/health`)).json()) as { status: string };
  expect(health.status).toBe('ok');
}

describe('an absurd packet is answered with a refusal, and the program goes on,', () => {
  /** Every kind of connection that there is; some may only listen. */
  const doors: Record<
    Handshake['as'],
    { come(lessonId: string): Promise<TestSocket>; mayOnlyListen: boolean }
  > = {
    student: {
      come: async () => (await joinStudent(program.url, lesson.code, 'Fuzz')).socket,
      mayOnlyListen: false,
    },
    class: {
      async come() {
        const socket = connect(program.url, {
          as: 'class',
          code: ownClass.code,
          device: newDevice(),
        });
        await next(socket, 'class');
        return socket;
      },
      mayOnlyListen: false,
    },
    teacher: {
      async come(lessonId) {
        const socket = teacher.socket({ as: 'teacher', lessonId });
        await next(socket, 'frame');
        return socket;
      },
      mayOnlyListen: false,
    },
    projector: {
      async come(lessonId) {
        const socket = teacher.socket({ as: 'projector', lessonId });
        await next(socket, 'frame');
        return socket;
      },
      mayOnlyListen: true,
    },
    desk: {
      async come() {
        const socket = teacher.socket({ as: 'desk' });
        await next(socket, 'desk');
        return socket;
      },
      mayOnlyListen: true,
    },
  };

  test.for(Object.entries(doors))('on a connection as %s', async ([, { come, mayOnlyListen }]) => {
    const own = await teacher.startLesson();
    await survives(() => come(own.id), mayOnlyListen);
    await stillWorks();
  });

  test('without arguments, without an acknowledgement, with too many of both', async () => {
    const { socket } = await joinStudent(program.url, lesson.code, 'Odd');
    const emit = (socket as unknown as { emit: (...args: unknown[]) => void }).emit.bind(socket);
    emit('command');
    emit('command', null, 'not a function');
    emit(
      'command',
      () => {},
      () => {},
    );
    emit('', {});
    expect(await raw(socket, 'command')).toMatchObject({
      ok: false,
      error: { code: 'bad_request' },
    });
    expect(await raw(socket, 'command', {}, {}, {})).toMatchObject({
      ok: false,
      error: { code: 'bad_request' },
    });
    socket.disconnect();
    await stillWorks();
  });

  test('in the handshake', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.dictionary(fc.string(), fc.jsonValue()),
          fc.record({
            as: fc.constantFrom(
              ...handshakeSchema.options.map(({ shape }) => [...shape.as.values][0] as string),
              'admin',
            ),
            code: absurd,
            device: absurd,
            lessonId: absurd,
          }),
        ),
        async (auth) => {
          const socket = connect(program.url, auth, teacher.cookie);
          const refused = await new Promise<{ data?: { code: string } } | null>((resolve) => {
            socket.once('connect_error', resolve);
            socket.once('connect', () => resolve(null));
          });
          socket.disconnect();
          // A well-formed id of a lesson that is not there is the one shape that fits; the teacher's window needs none.
          const desk = (auth as { as?: unknown }).as === 'desk';
          expect(['bad_request', 'not_found', 'unknown_code', ...(desk ? ['in'] : [])]).toContain(
            refused === null ? 'in' : refused.data?.code,
          );
        },
      ),
      tries(60),
    );
    await stillWorks();
  });

  test('in a packet of a hundred megabytes', async () => {
    const { socket } = await joinStudent(program.url, lesson.code, 'Giant');
    const gone = new Promise((resolve) => socket.once('disconnect', resolve));
    socket.emit(
      'command',
      { id: 'command-1', command: { text: 'x'.repeat(100_000_000) } },
      () => {},
    );
    await gone;
    await stillWorks();
  });
});

describe('the live door', () => {
  const refusal = (socket: TestSocket) =>
    new Promise((resolve) => {
      socket.once('connect_error', (error: Error & { data?: { code: string } }) =>
        resolve(error.data?.code ?? error.message),
      );
      socket.once('connect', () => resolve('let in'));
    });

  test('lets nobody be the console or the wall without the teacher’s cookie', async () => {
    for (const as of ['teacher', 'projector']) {
      const socket = connect(program.url, { as, lessonId: lesson.id });
      expect(await refusal(socket)).toBe('not_signed_in');
    }
  });

  test('does not know a made-up cookie, lesson or code', async () => {
    const cookie = 'chalkbox=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
    expect(
      await refusal(connect(program.url, { as: 'teacher', lessonId: lesson.id }, cookie)),
    ).toBe('not_signed_in');
    expect(
      await refusal(
        connect(program.url, { as: 'teacher', lessonId: 'no-such-lesson' }, teacher.cookie),
      ),
    ).toBe('not_found');
    const code = lesson.code === '0000' ? '0001' : '0000';
    expect(await refusal(connect(program.url, { as: 'student', code, device: newDevice() }))).toBe(
      'unknown_code',
    );
  });

  test('hears no answer from a device that has not joined, and none for another seat', async () => {
    const socket = connect(program.url, { as: 'student', code: lesson.code, device: newDevice() });
    await next(socket, 'welcome');
    const answer = { type: 'answer', questionId: 'some-question', round: 1, answer: { picked: 0 } };
    expect(await send(socket, answer)).toMatchObject({ error: { code: 'not_joined' } });
    expect(await send(socket, { ...answer, seatId: 'seat-of-another' })).toMatchObject({
      error: { code: 'not_joined' },
    });
    expect(await send(socket, { type: 'endLesson' })).toMatchObject({
      error: { code: 'bad_request' },
    });
    socket.disconnect();
  });

  test('slows down a connection that sends too much, and only that one', async () => {
    const { socket } = await joinStudent(program.url, lesson.code, 'Flood');
    const codes = await Promise.all(
      Array.from({ length: 60 }, async () => {
        const ack = await raw(socket, 'command', {});
        return ack.ok ? 'ok' : ack.error.code;
      }),
    );
    expect(codes).toContain('too_many');
    await stillWorks();
    socket.disconnect();
  });

  test('refuses a page of another origin and a foreign Host', async () => {
    const handshake = `/live/?EIO=4&transport=polling`;
    const from = (headers: Record<string, string>) =>
      fetch(program.url + handshake, { headers }).then(({ status }) => status);
    expect(await from({})).toBe(200);
    expect(await from({ origin: program.url })).toBe(200);
    expect(await from({ origin: 'http://evil.example' })).toBe(403);
  });
});
