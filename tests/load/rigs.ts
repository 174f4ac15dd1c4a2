import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import type { ProjectorFrame } from '../../lan-server/contract/frames.ts';
import { socketPath } from '../../lan-server/contract/paths.ts';
import { signIn } from '../support/teacher.ts';
import type { Measured } from './measured-process.ts';
import { startMeasured } from './measured-process.ts';

/** A student's socket, in the lesson. */
export type Student = { socket: Socket; answer(): Promise<void> };

/** A server with a lesson, a console and a wall, Chalkbox or the floor: what the load does with either. */
export type Rig = {
  server: Measured<unknown>;
  /** Connects, sends the nickname and waits until the seat is there. */
  join(number: number): Promise<Student>;
  /** Puts a question to all. */
  ask(): Promise<void>;
  /** Ends the question, before the next one. */
  close(): Promise<void>;
  /** Resolves when the wall shows so many answers. */
  wallShows(answers: number): Promise<void>;
  end(): Promise<void>;
};

export type RigOptions = { questions: number; env?: Record<string, string> };

/** As long as the ids that the editor makes. */
const questionIdOf = (number: number) => `question-${String(number).padStart(7, '0')}`;

/** The question of the measurements: four options, 400 bytes as a phone gets it from the floor. */
const question = (number: number) => ({
  id: questionIdOf(number),
  kind: 'choice',
  text: 'Which part of a plant cell takes up the light that its sugar is made with, and what is it called?',
  options: ['The chloroplast', 'The cell nucleus', 'The vacuole', 'The cell membrane'],
  right: 0,
  seconds: null,
  points: 1,
  explanation: 'Chloroplasts hold the green of the leaf.',
  note: '',
});

/** Bare Socket.IO. */
export async function floorRig({ env }: RigOptions): Promise<Rig> {
  const server = await startMeasured<{ url: string }>('floor-server.ts', [], env);
  const { url } = server.ready;
  const desk = await open(url, { as: 'teacher' });
  const wall = await open(url, { as: 'projector' });
  const payload = { text: 'x'.repeat(400 - 11) };
  return {
    server,
    async join(number) {
      const socket = await open(url, { as: 'student', code: '1234', device: newId(24) });
      await send(socket, { type: 'join', name: `Student ${number}` });
      return {
        socket,
        answer: () =>
          send(socket, {
            type: 'answer',
            questionId: questionIdOf(1),
            round: 1,
            answer: { picked: number % 4 },
          }),
      };
    },
    ask: () => send(desk, { type: 'ask', question: payload }),
    close: async () => {},
    wallShows: (answers) =>
      until(wall, 'count', (count) => (count as { answered: number }).answered >= answers),
    end: () => server.kill(),
  };
}

/** The program as a teacher starts it. */
export async function chalkboxRig({ questions, env }: RigOptions): Promise<Rig> {
  const dataDir = mkdtempSync(join(tmpdir(), 'chalkbox-load-'));
  const server = await startMeasured<{ url: string; launchKey: string }>(
    '../../lan-server/cli.ts',
    ['--json', '--no-open', '--no-mdns', '--host', '127.0.0.1', '--port', '0', '--data', dataDir],
    env,
  );
  const { url } = server.ready;
  const teacher = await signIn(server.ready);
  const quiz = await teacher.call<{ id: string }>('POST', '/quizzes', {
    title: 'Cells',
    questions: Array.from({ length: questions }, (_, index) => question(index + 1)),
  });
  const lesson = await teacher.startLesson({ quizId: quiz.id });
  const cookie = { cookie: teacher.cookie };
  const desk = await open(url, { as: 'teacher', lessonId: lesson.id }, cookie);
  const wall = await open(url, { as: 'projector', lessonId: lesson.id }, cookie);
  let asked = 0;
  const questionId = () => questionIdOf(asked);
  return {
    server,
    async join(number) {
      const device = newId(24);
      const socket = connecting(url, { as: 'student', code: lesson.code, device });
      await until(socket, 'welcome', () => true);
      await send(socket, { type: 'join', name: `Student ${number}` });
      return {
        socket,
        answer: () =>
          send(socket, {
            type: 'answer',
            questionId: questionId(),
            round: 1,
            answer: { picked: number % 4 },
          }),
      };
    },
    async ask() {
      asked += 1;
      await send(desk, { type: 'openQuestion', questionId: questionId() });
    },
    async close() {
      await send(desk, { type: 'revealKey', questionId: questionId() });
    },
    wallShows: (answers) =>
      until(wall, 'frame', (frame) => {
        const { stage } = (frame as ProjectorFrame).view;
        return 'answered' in stage && stage.answered >= answers;
      }),
    async end() {
      await server.kill();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function connecting(url: string, auth: object, extraHeaders: Record<string, string> = {}): Socket {
  return io(url, {
    path: socketPath,
    auth,
    extraHeaders,
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
  });
}

async function open(url: string, auth: object, headers?: Record<string, string>): Promise<Socket> {
  const socket = connecting(url, auth, headers);
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  return socket;
}

/** Sends a command and waits for its acknowledgement; a refusal is a failure of the measurement. */
function send(socket: Socket, command: object): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.emit('command', { id: newId(9), command }, (ack: { ok: boolean }) => {
      if (ack.ok) resolve();
      else reject(new Error(JSON.stringify(ack)));
    });
  });
}

function until(socket: Socket, event: string, enough: (value: unknown) => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = (value: unknown) => {
      if (!enough(value)) return;
      socket.off(event, look);
      resolve();
    };
    socket.on(event, look);
    socket.once('connect_error', reject);
  });
}

function newId(bytes: number): string {
  return randomBytes(bytes).toString('base64url');
}
