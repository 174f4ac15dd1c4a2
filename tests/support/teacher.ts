import { randomBytes } from 'node:crypto';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import type { LessonSummary } from '../../lan-server/contract/api.ts';
import type { Ack } from '../../lan-server/contract/commands.ts';
import { socketPath } from '../../lan-server/contract/paths.ts';
import type { ClientEvents, Handshake, ServerEvents } from '../../lan-server/contract/sockets.ts';

export type TestSocket = Socket<ServerEvents, ClientEvents>;

/** A teacher at the program's REST routes, signed in by the launch key. */
export type Teacher = {
  cookie: string;
  /** Throws with the error's body when the answer is not ok. */
  call<T>(method: string, path: string, body?: unknown): Promise<T>;
  socket(handshake: Handshake): TestSocket;
  startLesson(lesson?: object): Promise<LessonSummary>;
};

/** Signs in as the teacher's own window does, and does the welcome where it is not done. */
export async function signIn({
  url,
  launchKey,
}: {
  url: string;
  launchKey: string;
}): Promise<Teacher> {
  const signedIn = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ launchKey }),
  });
  if (!signedIn.ok) throw new Error(`sign-in: ${signedIn.status} ${await signedIn.text()}`);
  const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '';

  async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { cookie, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  const setup = await call<{ done: boolean }>('GET', '/setup');
  if (!setup.done)
    await call('POST', '/setup', { name: 'Ms Okafor', password: null, language: 'en' });
  return {
    cookie,
    call,
    socket: (handshake) => connect(url, handshake, cookie),
    startLesson: (lesson = {}) => call<LessonSummary>('POST', '/lessons', lesson),
  };
}

/** A live connection that does not come back by itself, so that a test sees what happens. */
export function connect(
  url: string,
  handshake: object,
  cookie?: string,
  transports = ['websocket'],
): TestSocket {
  return io(url, {
    path: socketPath,
    auth: handshake,
    transports,
    forceNew: true,
    reconnection: false,
    ...(cookie === undefined ? {} : { extraHeaders: { cookie } }),
  });
}

/** Waits for the next event of a name. */
export function next<E extends keyof ServerEvents>(
  socket: TestSocket,
  event: E,
): Promise<Parameters<ServerEvents[E]>[0]> {
  return new Promise((resolve) => socket.once(event, resolve as never));
}

/** Sends a command as a client does and gives its acknowledgement. */
export function send(
  socket: TestSocket,
  command: object,
  id = randomBytes(9).toString('base64url'),
): Promise<Ack> {
  return new Promise((resolve, reject) => {
    socket.timeout(10_000).emit('command', { id, command }, (error: Error | null, ack?: Ack) => {
      if (error || !ack) reject(error ?? new Error('no acknowledgement'));
      else resolve(ack);
    });
  });
}

/** A device token as a phone makes it. */
export function newDevice(): string {
  return randomBytes(24).toString('base64url');
}

/** A student over a real socket, welcomed and, with a name, joined. */
export async function joinStudent(url: string, code: string, name: string, device = newDevice()) {
  const socket = connect(url, { as: 'student', code, device });
  const welcome = await next(socket, 'welcome');
  const ack = await send(socket, { type: 'join', name });
  if (!ack.ok || !ack.joined) throw new Error(`join: ${JSON.stringify(ack)}`);
  return { socket, device, welcome, seat: ack.joined.seat };
}
