import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect as openSocket } from 'node:net';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startProgram } from '../support/program.ts';
import type { Program } from '../support/program.ts';
import { joinStudent, send, signIn, next } from '../support/teacher.ts';

const cli = fileURLToPath(new URL('../../lan-server/cli.ts', import.meta.url));

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'chalkbox-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function started(flags: string[] = [], dataDir = emptyFolder()): Promise<Program> {
  const program = await startProgram(flags, dataDir);
  onTestFinished(() => program.end());
  return program;
}

/** Runs the program until it ends or says `until`; gives its code (null where it was still running) and words. */
function run(flags: string[], until?: string, language = 'en_GB.UTF-8') {
  const child = spawn(process.execPath, [cli, '--no-open', '--no-mdns', ...flags], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LC_ALL: language },
  });
  let said = '';
  return new Promise<{ code: number | null; said: string }>((resolve) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (until !== undefined && said.includes(until)) child.kill('SIGTERM');
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('close', (code) => resolve({ code, said }));
  });
}

/** A raw connection to the program, that says what it is told and no more. */
async function rawConnection(program: Program, says: string): Promise<Socket> {
  const socket = openSocket(program.port, '127.0.0.1');
  socket.on('error', () => {});
  onTestFinished(() => void socket.destroy());
  await new Promise((resolve) => socket.once('connect', resolve));
  socket.write(says);
  return socket;
}

describe('the program ends within three seconds', () => {
  test('with fifty students, open connections, half a request and a phone that is silent', async () => {
    const program = await started();
    const teacher = await signIn(program);
    const { code } = await teacher.startLesson();
    const students = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        joinStudent(program.url, code, `Student ${index + 1}`),
      ),
    );
    const gone = students.map(
      ({ socket }) => new Promise((resolve) => socket.once('disconnect', resolve)),
    );
    await rawConnection(program, 'GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n');
    // A websocket whose other end has lost the network: it answers no goodbye.
    const silent = await rawConnection(
      program,
      'GET /live/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\n' +
        'Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
    );
    await new Promise((resolve) => silent.once('data', resolve));
    silent.pause();

    const asked = performance.now();
    await program.stop();
    expect(performance.now() - asked).toBeLessThan(3000);
    await Promise.all(gone);
    expect(program.errors()).toBe('');
  });

  test('and gives the database back whole', async () => {
    const dataDir = emptyFolder();
    const program = await started([], dataDir);
    const teacher = await signIn(program);
    await teacher.startLesson();
    await program.stop();
    const db = new Database(join(dataDir, 'chalkbox.db'), { readonly: true });
    onTestFinished(() => void db.close());
    expect(db.prepare('SELECT COUNT(*) FROM lessons').pluck().get()).toBe(1);
  });
});

describe('an address', () => {
  test('given with --host is the one that the program says and answers under', async () => {
    const program = await started(['--host', '127.0.0.2']);
    expect(program.url).toBe(`http://127.0.0.2:${program.port}`);
    expect((await fetch(`${program.url}/health`)).status).toBe(200);
    await expect(fetch(`http://127.0.0.1:${program.port}/health`)).rejects.toThrow(/fetch failed/);
  });

  test('that this computer does not have is said in a sentence', async () => {
    const { code, said } = await run([
      '--host',
      '203.0.113.7',
      '--port',
      '0',
      '--data',
      emptyFolder(),
    ]);
    expect(said.trim()).toMatch(/^This computer does not have the address 203\.0\.113\.7\.[^\n]*$/);
    expect(code).toBe(2);
  });
});

describe('a port that is taken', () => {
  test('is said, the next one is used, and everything follows', async () => {
    const first = await started();
    const flags = ['--port', String(first.port), '--host', '127.0.0.1', '--data', emptyFolder()];
    const { said } = await run(flags, 'Ctrl+C');
    const port = first.port + 1;
    expect(said).toContain(`Port ${first.port} is taken; this is port`);
    expect(said).not.toContain(`127.0.0.1:${first.port}/`);
    const second = await started(['--port', String(first.port)]);
    expect(second.port).toBeGreaterThanOrEqual(port);
    expect(second.url).toBe(`http://127.0.0.1:${second.port}`);
    expect((await fetch(`${second.url}/health`)).status).toBe(200);
  });

  test('with all those behind it is said in a sentence', async () => {
    const held = await started(['--port', '65535']);
    expect(held.port).toBe(65_535);
    const flags = ['--port', '65535', '--host', '127.0.0.1', '--data', emptyFolder()];
    const { code, said } = await run(flags);
    expect(said.trim()).toMatch(/^Ports 65535 to 65535 are all taken\.[^\n]*$/);
    expect(code).toBe(2);
  });
});

describe('a data folder that cannot be used ends the program with code 2 and a sentence:', () => {
  const refused = async (dataDir: string, language?: string) =>
    run(['--host', '127.0.0.1', '--port', '0', '--data', dataDir], undefined, language);

  test('a folder in use', async () => {
    const dataDir = emptyFolder();
    await started([], dataDir);
    const { code, said } = await refused(dataDir);
    expect(code).toBe(2);
    expect(said).toMatch(/^\S+ is in use by another Chalkbox\.[^\n]*\n$/);
  });

  test('a folder that cannot be made', async () => {
    const file = join(emptyFolder(), 'a-file');
    writeFileSync(file, '');
    const { code, said } = await refused(join(file, 'folder'));
    expect(code).toBe(2);
    expect(said).toMatch(/^\S+ cannot be written\.[^\n]*\n$/);
  });

  test('a log that cannot be made', async () => {
    const dataDir = emptyFolder();
    writeFileSync(join(dataDir, 'logs'), '');
    const { code, said } = await refused(dataDir);
    expect(code).toBe(2);
    expect(said).toMatch(/^\S+logs cannot be written\.[^\n]*\n$/);
  });
});

test.skipIf(process.platform !== 'linux')(
  'a log that is full does not end the program',
  async () => {
    const dataDir = emptyFolder();
    mkdirSync(join(dataDir, 'logs'));
    symlinkSync('/dev/full', join(dataDir, 'logs', 'chalkbox.1.log'));
    const program = await started([], dataDir);
    const teacher = await signIn(program);
    const { code } = await teacher.startLesson();
    const { socket } = await joinStudent(program.url, code, 'Ana');
    socket.disconnect();
    expect((await fetch(`${program.url}/health`)).status).toBe(200);
  },
);

test('a damaged row in a running lesson’s journal costs neither the lesson nor the start', async () => {
  const dataDir = emptyFolder();
  const before = await started([], dataDir);
  const teacher = await signIn(before);
  const lesson = await teacher.startLesson();
  const { device, socket } = await joinStudent(before.url, lesson.code, 'Ana');
  await joinStudent(before.url, lesson.code, 'Ben').then((ben) => ben.socket.disconnect());
  socket.disconnect();
  await before.kill();
  const db = new Database(join(dataDir, 'chalkbox.db'));
  db.prepare(`UPDATE journal SET event = substr(event, 1, 20) WHERE seq = 3`).run();
  db.close();

  const program = await started([], dataDir);
  const ana = await joinStudent(program.url, lesson.code, 'Ana', device);
  expect(ana.welcome.seat).toMatchObject({ name: 'Ana' });
  ana.socket.disconnect();
  const again = await signIn(program);
  const console = again.socket({ as: 'teacher', lessonId: lesson.id });
  await next(console, 'frame');
  expect(await send(console, { type: 'endLesson' })).toMatchObject({ ok: true });
  console.disconnect();
  const log = readFileSync(join(dataDir, 'logs/chalkbox.1.log'), 'utf8');
  expect(log).toContain('The journal of a lesson is damaged');
  expect(log).not.toMatch(/Ana|Ben/);
});

test('a request that never comes to its end is cut off', async () => {
  const program = await started();
  const socket = await rawConnection(
    program,
    'GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ',
  );
  let heard = '';
  socket.on('data', (chunk: Buffer) => (heard += chunk.toString()));
  await new Promise((resolve) => socket.once('close', resolve));
  expect(heard).toMatch(/^HTTP\/1\.1 408 /);
  expect((await fetch(`${program.url}/health`)).status).toBe(200);
});
