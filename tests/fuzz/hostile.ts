import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { socketPath } from '../../lan-server/contract/paths.ts';
import type { Seeded } from '../support/seed.ts';

/** Where a hostile connection goes, and what it knows. */
export type Target = {
  port: number;
  code: string;
  classCode: string;
  lessonId: string;
  cookie: string;
};

/** One websocket frame as it stands on the wire. Everything about it may be a lie. */
function frame({
  opcode = 1,
  payload = Buffer.alloc(0),
  final = true,
  reserved = 0,
  masked = true,
  claims = payload.length,
}: {
  opcode?: number;
  payload?: Buffer;
  final?: boolean;
  reserved?: number;
  masked?: boolean;
  claims?: number;
}): Buffer {
  const first = (final ? 0x80 : 0) | (reserved << 4) | opcode;
  const bit = masked ? 0x80 : 0;
  const head =
    claims < 126
      ? Buffer.from([first, bit | claims])
      : claims < 65_536
        ? Buffer.from([first, bit | 126, claims >> 8, claims & 255])
        : Buffer.concat([Buffer.from([first, bit | 127]), bigEndian(claims)]);
  if (!masked) return Buffer.concat([head, payload]);
  const mask = randomBytes(4);
  const covered = Buffer.from(payload.map((byte, index) => byte ^ (mask[index % 4] ?? 0)));
  return Buffer.concat([head, mask, covered]);
}

function bigEndian(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(value));
  return bytes;
}

const text = (words: string) => frame({ payload: Buffer.from(words) });
const joining = '{"type":"join","name":"Mallory"}';
const badUtf8 = Buffer.from([0x34, 0x32, 0xc3, 0x28, 0xff, 0xfe, 0xed, 0xa0, 0x80]);

/** Frames that the websocket protocol forbids, or that end in the middle. */
function badFrames(random: Seeded): Buffer {
  const garbage = randomBytes(random.between(0, 300));
  return random.pick([
    () => frame({ opcode: random.between(3, 7), payload: garbage }),
    () => frame({ opcode: random.between(11, 15), payload: garbage }),
    () => frame({ reserved: random.between(1, 7), payload: garbage }),
    () => frame({ payload: badUtf8 }),
    () => frame({ masked: false, payload: Buffer.from('2') }),
    () => frame({ claims: 2 ** 40, payload: garbage }),
    () => frame({ claims: 70_000, payload: garbage }),
    () => frame({ opcode: 8, payload: Buffer.from([3]) }),
    () => frame({ opcode: 8, payload: Buffer.from([0, 0, 0xff]) }),
    () => frame({ opcode: 9, payload: Buffer.alloc(200) }),
    () => frame({ opcode: 10, payload: garbage.subarray(0, 120) }),
    () => frame({ opcode: 0, payload: garbage }),
    () =>
      Buffer.concat([
        frame({ final: false, payload: Buffer.from('42["comm') }),
        frame({ opcode: 1, payload: Buffer.from('and"]') }),
      ]),
    () =>
      Buffer.concat([
        frame({ final: false, payload: Buffer.from('42["comm') }),
        frame({ opcode: 9 }),
        frame({ opcode: 0, payload: Buffer.from('and"]') }),
      ]),
    () => text('42["command",{}]').subarray(0, random.between(1, 20)),
    () => garbage,
  ])();
}

/** Packets of Engine.IO and Socket.IO that are none, or come where they do not belong. */
function badPackets(random: Seeded): string {
  const body = random.pick([
    '["command",{"id":"hostile-1","command":{"type":"setWall","wall":{}}}]',
    `["command",{"id":"hostile-1","command":${joining}}]`,
    '["command",{"id":"hostile-1","command":{"type":"join","name":"x"}},{"_placeholder":true,"num":0}]',
    '["command"',
    '["disconnect"]',
    '["connect_error",{}]',
    '["newListener",{}]',
    '[{"__proto__":1},{}]',
    '[null]',
    '[]',
    '{}',
    '"command"',
    '',
    '\u0000\ud800',
    `["command",${'['.repeat(3000)}${']'.repeat(3000)}]`,
    `["command",{"id":"hostile-1","command":{"type":"join","name":"${'n'.repeat(3000)}"}}]`,
  ]);
  return random.pick([
    () => `42${body}`,
    () => `42${random.between(0, 2 ** 31)}${body}`,
    () => `42${'9'.repeat(random.between(15, 400))}${body}`,
    () => `42-1${body}`,
    () => `42/admin,${body}`,
    () => `42/${'a'.repeat(2000)},1${body}`,
    () => `43${random.between(0, 9)}${body}`,
    () => `45${random.between(1, 9)}-${body}`,
    () => `45${'9'.repeat(20)}-${body}`,
    () => `451-${body}`,
    () => `46${random.between(0, 9)}-1${body}`,
    () => `40${body}`,
    () => '40/admin,{"token":"x"}',
    () => '41',
    () => '44{"message":"no"}',
    () => `4${random.between(7, 9)}${body}`,
    () =>
      random.pick(['0', '1', '2', '2probe', '3', '3probe', '5', '6', '7', 'b', 'bAAAA', '', '4']),
  ])();
}

const upgrade = (target: Target, cookie: boolean) =>
  [
    `GET ${socketPath}/?EIO=4&transport=websocket HTTP/1.1`,
    `Host: 127.0.0.1:${target.port}`,
    'Upgrade: websocket',
    'Connection: Upgrade',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    ...(cookie ? [`Cookie: ${target.cookie}`] : []),
    '',
    '',
  ].join('\r\n');

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.on('error', reject);
  });
}

/** Writes, and waits until the other end has said something (with these words in it) or the connection is gone. */
function say(socket: Socket, bytes: Buffer | string, words = '', patienceMs = 30): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      socket.off('data', hear).off('close', done);
      clearTimeout(timer);
      resolve();
    };
    const hear = (said: Buffer) => {
      if (said.includes(words)) done();
    };
    const timer = setTimeout(done, patienceMs);
    socket.on('data', hear).on('close', done);
    if (socket.destroyed) done();
    else socket.write(bytes);
  });
}

/** One connection that means harm, from its handshake to its end, by the rules of websockets or not. */
export async function hostileWebsocket(target: Target, random: Seeded): Promise<void> {
  const socket = await open(target.port);
  socket.on('error', () => {});
  const as = random.pick(['student', 'class', 'teacher', 'projector', 'desk', 'nobody'] as const);
  const cookie = as === 'teacher' || as === 'projector' || as === 'desk';
  await say(socket, upgrade(target, cookie), '"sid"', 500);
  const device = randomBytes(24).toString('base64url');
  const auth = {
    student: { as, code: target.code, device },
    class: { as, code: target.classCode, device },
    desk: { as },
    teacher: { as, lessonId: target.lessonId },
    projector: { as, lessonId: target.lessonId },
    nobody: { as: '__proto__' },
  }[as];
  // Mostly it waits until it is let in or not, as what comes before ends the connection.
  if (random.chance(85))
    await say(socket, text(`40${JSON.stringify(auth)}`), '{"', random.chance(85) ? 500 : 0);
  if (random.chance(30))
    await say(socket, text(`421["command",{"id":"hostile-1","command":${joining}}]`), '43');
  for (let sent = random.between(1, 8); sent > 0 && !socket.destroyed; sent -= 1) {
    if (random.chance(25)) await say(socket, badFrames(random));
    else if (random.chance(20))
      await say(socket, frame({ opcode: 2, payload: randomBytes(random.between(0, 400)) }));
    else await say(socket, text(badPackets(random)));
  }
  if (random.chance(50)) socket.destroy();
  else socket.end(frame({ opcode: 8, payload: Buffer.from([3, 232]) }));
}

/** The same over long polling: sessions that are none, bodies that are none, transports that change in the middle. */
export async function hostilePolling(target: Target, random: Seeded): Promise<void> {
  const url = `http://127.0.0.1:${target.port}${socketPath}/?EIO=${random.pick(['4', '4', '4', '3', 'x'])}`;
  const ask = (query: string, init?: RequestInit) =>
    fetch(`${url}${query}`, { ...init, signal: AbortSignal.timeout(400) })
      .then((response) => response.text())
      .catch(() => '');
  const opened = await ask('&transport=polling');
  const sid = /"sid":"([^"]+)"/.exec(opened)?.[1] ?? 'none';
  const session = random.chance(80)
    ? sid
    : random.pick(['__proto__', '', 'x'.repeat(500), '../..']);
  for (let sent = random.between(1, 4); sent > 0; sent -= 1) {
    const packets = Array.from({ length: random.between(1, 4) }, () => badPackets(random));
    await ask(
      `&transport=${random.pick(['polling', 'polling', 'websocket', 'x'])}&sid=${session}`,
      {
        method: random.pick(['POST', 'POST', 'POST', 'PUT', 'DELETE']),
        body: random.chance(80) ? packets.join('\u001e') : new Uint8Array(randomBytes(200)),
        headers: { 'content-type': random.pick(['text/plain', 'application/octet-stream', 'x']) },
      },
    );
  }
  if (random.chance(40)) await ask(`&transport=polling&sid=${session}`);
}
