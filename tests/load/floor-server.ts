import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Server } from 'socket.io';
import type { Socket } from 'socket.io';

/**
 * The floor that Chalkbox is held against: bare Socket.IO with the same messages, that commits once per turn of the event loop
 * (`synchronous=FULL`) and then acknowledges. No lesson, no checks, no views. Its counts go out at most every 50 ms.
 */
const countEveryMs = 50;

type Waiting = { row: string; acknowledge: (ack: unknown) => void };

const folder = mkdtempSync(join(tmpdir(), 'chalkbox-floor-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const db = new Database(join(folder, 'floor.db'));
db.pragma('locking_mode = EXCLUSIVE');
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.exec('CREATE TABLE journal (seq INTEGER PRIMARY KEY, event TEXT NOT NULL) STRICT');
const append = db.prepare<[string]>('INSERT INTO journal (event) VALUES (?)');
const commit = db.transaction((rows: Waiting[]) => {
  for (const { row } of rows) append.run(row);
});

const server = createServer();
const io = new Server(server, { path: '/live', serveClient: false, maxHttpBufferSize: 65_536 });
let waiting: Waiting[] = [];
let answered = 0;
let counting: NodeJS.Timeout | null = null;
let again = false;

function tellCount() {
  again = false;
  io.to('screens').emit('count', { answered });
  counting = setTimeout(() => {
    counting = null;
    if (again) tellCount();
  }, countEveryMs);
}

function flush() {
  const rows = waiting;
  waiting = [];
  commit(rows);
  answered += rows.length;
  for (const { acknowledge } of rows) acknowledge({ ok: true, at: Date.now() });
  if (counting === null) tellCount();
  else again = true;
}

io.on('connection', (socket: Socket) => {
  const { as } = socket.handshake.auth as { as: string };
  void socket.join(as === 'student' ? 'students' : 'screens');
  socket.on('command', ({ id, command }, acknowledge: (ack: unknown) => void) => {
    switch (command.type) {
      case 'answer':
        waiting.push({ row: JSON.stringify({ id, ...command }), acknowledge });
        if (waiting.length === 1) setImmediate(flush);
        return;
      case 'ask':
        answered = 0;
        io.to('students').emit('frame', command.question);
        acknowledge({ ok: true });
        return;
      default:
        acknowledge({ ok: true });
    }
  });
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  console.log(JSON.stringify({ url: `http://127.0.0.1:${port}` }));
});
