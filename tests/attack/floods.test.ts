import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect as openSocket } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { limitConnections } from '../../lan-server/gateway/floods.ts';
import { isRejection } from '../../lan-server/contract/rejections.ts';
import { decide } from '../../lan-server/lesson/decide.ts';
import { evolve } from '../../lan-server/lesson/evolve.ts';
import { emptyLesson } from '../../lan-server/lesson/state.ts';
import { startedEvent } from '../db/lesson-events.ts';
import { startProgram } from '../support/program.ts';
import type { Program } from '../support/program.ts';
import { connect, joinStudent, newDevice, next, signIn } from '../support/teacher.ts';
import type { Teacher, TestSocket } from '../support/teacher.ts';
import { ask, emit, sayBytes, socketFrom } from './attacker.ts';

let program: Program;
let teacher: Teacher;
let lesson: { id: string; code: string };

beforeAll(async () => {
  program = await startProgram();
  teacher = await signIn(program);
  lesson = await teacher.startLesson();
});
afterAll(() => program.end());

async function stillWorks() {
  const { socket } = await joinStudent(program.url, lesson.code, 'After');
  socket.disconnect();
  expect((await ask(program, 'GET', '/health')).status).toBe(200);
}

describe('ten thousand joins', () => {
  test('a thousand students behind one address get in at once; who makes up more is stopped, and other addresses are not', async () => {
    const { code } = await teacher.startLesson();
    const from = '127.0.0.51';
    const sockets: TestSocket[] = [];
    async function joins(count: number, lesson = code): Promise<string[]> {
      return Promise.all(
        Array.from({ length: count }, async (_, index) => {
          const auth = { as: 'student', code: lesson, device: newDevice() };
          const socket = socketFrom(program.url, auth, { from });
          sockets.push(socket);
          await next(socket, 'welcome');
          const id = `join-${String(index).padStart(6, '0')}`;
          return emit(socket, 'command', { id, command: { type: 'join', name: 'Made up' } });
        }),
      );
    }
    expect(new Set(await joins(1000))).toEqual(new Set(['ok']));
    const more = await joins(650);
    expect(more.filter((said) => said === 'too_many').length).toBeGreaterThan(50);
    const honest = await joinStudent(program.url, code, 'Honest');
    // The same thousand can come to the next lesson.
    const nextLesson = await teacher.startLesson();
    expect(new Set(await joins(20, nextLesson.code))).toEqual(new Set(['ok']));
    for (const socket of [...sockets, honest.socket]) socket.disconnect();
  });

  test('a lesson is full with 2000 students, taken out or not with 5000, and those who sit there are not sent away', () => {
    const state = emptyLesson();
    evolve(state, { seq: 1, at: 1, event: startedEvent('lesson-1', []) });
    let made = 0;
    const take = () => {
      made += 1;
      const seatId = `seat-${made}`;
      const decision = decide(
        state,
        { as: 'door' },
        { type: 'takeSeat', seatId, device: `device-${made}` },
        1,
      );
      if (isRejection(decision)) return decision.rejected;
      for (const event of decision) evolve(state, { seq: state.seq + 1, at: 1, event });
      return seatId;
    };
    for (let seats = 0; seats < 2000; seats += 1) expect(take()).not.toBe('lesson_full');
    expect(take()).toBe('lesson_full');
    const back = { type: 'takeSeat', seatId: 'seat-x', device: 'device-1' } as const;
    expect(decide(state, { as: 'door' }, back, 1)).toEqual([]);
    for (let seat = 1; seat <= 2000; seat += 1) {
      const event = { type: 'seatRemoved', seatId: `seat-${seat}` } as const;
      evolve(state, { seq: state.seq + 1, at: 1, event });
    }
    expect(take()).not.toBe('lesson_full');
    let got = '';
    while (got !== 'lesson_full') {
      got = take();
      if (got !== 'lesson_full')
        evolve(state, { seq: state.seq + 1, at: 1, event: { type: 'seatRemoved', seatId: got } });
    }
    expect(state.seats.size).toBe(5000);
  });
});

describe('a socket that floods is cut off, whatever it floods with:', () => {
  const floods: Record<string, (socket: TestSocket) => void> = {
    'small packets that are no commands': (socket) => {
      for (let sent = 0; sent < 2000; sent += 1) raw(socket).emit('noise', sent);
    },
    'commands without waiting': (socket) => {
      for (let sent = 0; sent < 2000; sent += 1)
        raw(socket).emit('command', {
          id: `command-${sent}`,
          command: { type: 'join', name: 'x' },
        });
    },
    'packets of 60 KB': (socket) => {
      for (let sent = 0; sent < 60; sent += 1) raw(socket).emit('noise', 'x'.repeat(60_000));
    },
    'wishes for other rooms of the protocol': (socket) => {
      for (let sent = 0; sent < 2000; sent += 1) engineOf(socket).send(`0/room-${sent},`);
    },
    'attachments that never come': (socket) => {
      for (let sent = 0; sent < 2000; sent += 1)
        engineOf(socket).send(`51-["command",{"_placeholder":true,"num":0}]`);
    },
    'a packet of 100 KB': (socket) => {
      raw(socket).emit('noise', 'x'.repeat(100_000));
    },
  };

  test.for(Object.keys(floods))('%s', async (name) => {
    const { socket } = await joinStudent(program.url, lesson.code, 'Flood');
    const gone = new Promise((resolve) => socket.once('disconnect', resolve));
    floods[name]?.(socket);
    await gone;
    await stillWorks();
  });

  test('also by polling, and on the wall, which may say nothing at all', async () => {
    const auth = { as: 'student', code: lesson.code, device: newDevice() };
    const polling = connect(program.url, auth, undefined, ['polling']);
    await next(polling, 'welcome');
    const wall = teacher.socket({ as: 'projector', lessonId: lesson.id });
    await next(wall, 'frame');
    for (const socket of [polling, wall]) {
      const gone = new Promise((resolve) => socket.once('disconnect', resolve));
      floods['small packets that are no commands']?.(socket);
      await gone;
    }
    await stillWorks();
  });
});

describe('connections that only hold a place', () => {
  test('are closed: half a head, no head at all, a handshake without a wish, half a websocket, an idle poll', async () => {
    const host = `Host: 127.0.0.1:${program.port}\r\n`;
    const upgrade =
      'Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n';
    const slow = [
      sayBytes(program, 'GET / HTTP/1.1\r\n', host, 'X-Slow: '),
      sayBytes(program, ''),
      sayBytes(program, `GET /live/?EIO=4&transport=websocket HTTP/1.1\r\n${host}${upgrade}\r\n`),
      sayBytes(program, `GET /live/?EIO=4&transport=websocket HTTP/1.1\r\n${host}${upgrade}`),
      sayBytes(
        program,
        `GET /live/?EIO=4&transport=polling HTTP/1.1\r\n${host}Connection: close\r\n\r\n`,
      ),
    ];
    const opened = /"sid":"([^"]+)"/.exec((await slow[4]) ?? '')?.[1];
    expect(opened).toBeDefined();
    await stillWorks();
    await Promise.all(slow);
    const poll = await ask(program, 'GET', `/live/?EIO=4&transport=polling&sid=${opened}`);
    expect(poll.status).toBe(400);
    await stillWorks();
  });

  test('are no more than so many from one address', async () => {
    const server = createServer((_request, response) => void response.end('here'));
    limitConnections(server, 20);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    const { port } = server.address() as AddressInfo;
    const open = (localAddress: string) =>
      new Promise<{ socket: Socket; kept: boolean }>((resolve) => {
        const socket = openSocket({ port, host: '127.0.0.1', localAddress });
        socket.on('error', () => {});
        socket.once('close', () => resolve({ socket, kept: false }));
        socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
        socket.once('data', () => resolve({ socket, kept: true }));
      });
    const many = await Promise.all(Array.from({ length: 30 }, () => open('127.0.0.61')));
    expect(many.filter(({ kept }) => kept)).toHaveLength(20);
    expect((await open('127.0.0.62')).kept).toBe(true);
    for (const { socket } of many) socket.destroy();
    await expect.poll(async () => (await open('127.0.0.61')).kept).toBe(true);
  });
});

test('one address that asks without end is refused after a while, and another is answered', async () => {
  const socket = openSocket({ port: program.port, host: '127.0.0.1', localAddress: '127.0.0.71' });
  onTestFinished(() => void socket.destroy());
  let heard = '';
  const refused = new Promise<void>((resolve) => {
    socket.on('data', (chunk: Buffer) => {
      heard = heard.slice(-20) + chunk.toString('latin1');
      if (heard.includes('HTTP/1.1 429')) resolve();
    });
  });
  // All at once on one connection, as fast as it goes.
  socket.write(`HEAD /nothing HTTP/1.1\r\nHost: 127.0.0.1:${program.port}\r\n\r\n`.repeat(60_000));
  await refused;
  expect((await ask(program, 'GET', '/health')).status).toBe(200);
});

/** The socket without its types: an attacker emits what there is no event for. */
function raw(socket: TestSocket) {
  return socket as unknown as { emit(event: string, ...args: unknown[]): void };
}

/** The engine below, which sends any text as a packet of Socket.IO. */
function engineOf(socket: TestSocket) {
  return socket.io.engine as unknown as { send(text: string): void };
}
