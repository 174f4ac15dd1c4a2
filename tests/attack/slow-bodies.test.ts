import { connect as openSocket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { startProgram } from '../support/program.ts';
import { signIn } from '../support/teacher.ts';
import { ask } from './attacker.ts';

/** How long a whole request may take, and how much later a busy machine may notice; ms. */
const patienceMs = 60_000;
const busyMs = 20_000;

test(
  'a body that comes a byte at a time is not waited for longer than a minute, whoever sends it',
  async () => {
    const program = await startProgram();
    onTestFinished(() => program.end());
    const { cookie } = await signIn(program);
    const head = (path: string, more: string) =>
      `POST /api/v1${path} HTTP/1.1\r\nHost: 127.0.0.1:${program.port}\r\n${more}\r\n\r\n`;
    const bytes = 'Content-Type: application/octet-stream';
    const slow = [
      head('/session', 'Content-Type: application/json\r\nContent-Length: 9000'),
      head('/session', 'Content-Type: application/json\r\nTransfer-Encoding: chunked'),
      head('/media', `Cookie: ${cookie}\r\n${bytes}\r\nContent-Length: 900000`),
    ];
    const took = await Promise.all(slow.map((said) => dribble(program.port, said)));
    for (const ms of took) {
      expect(ms).toBeGreaterThan(patienceMs - 5000);
      expect(ms).toBeLessThan(patienceMs + busyMs);
    }
    expect((await ask(program, 'GET', '/health')).status).toBe(200);
    expect(program.errors()).toBe('');
  },
  patienceMs + 2 * busyMs,
);

/** Says a head, and then a little of the body four times a second; gives how long it was listened to, ms. */
function dribble(port: number, head: string): Promise<number> {
  return new Promise((resolve) => {
    const from = performance.now();
    const drop = head.includes('chunked') ? '1\r\n \r\n' : ' ';
    const socket = openSocket(port, '127.0.0.1', () => socket.write(head));
    const dripping = setInterval(() => socket.write(drop), 250);
    socket.on('error', () => {});
    socket.on('close', () => {
      clearInterval(dripping);
      resolve(performance.now() - from);
    });
    socket.resume();
  });
}
