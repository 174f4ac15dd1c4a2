// Run by flush-fails.test.ts with the shim of load/slow-fsync.c: commits answers while flushes fail, then while they hold, and waits.
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { openStore } from '../../db/index.ts';

const [dataDir = '', sign = ''] = process.argv.slice(2);
const store = openStore({ dataDir });
if ('refused' in store || !('journal' in store)) throw new Error('the store cannot be used');
const { journal } = store;

const question = {
  id: 'question-1',
  kind: 'choice' as const,
  text: '',
  points: 1,
  seconds: null,
  explanation: '',
  note: '',
  options: ['', ''],
  right: null,
};
await store.people.createTeacher({
  id: 'teacher-1',
  name: 'Ms Okafor',
  language: null,
  role: 'admin',
  passwordHash: null,
  pinHash: null,
  leftAt: null,
  createdAt: 1,
});
const lessonId = 'lesson-1';
let seq = 0;
const stored = (event: object) => ({ seq: (seq += 1), at: 1000, event: event as never });
const started = stored({
  type: 'started',
  lessonId,
  title: 'x'.repeat(3000),
  subject: '',
  code: '4827',
  settings: { identity: 'anonymous', changes: true },
  questions: [question],
});
journal.create(
  { lessonId, ownerId: 'teacher-1', quizId: null },
  { lessonId, events: [started], names: [] },
);

/** Seats, so many at a time; each has a device whose name fills the pages. */
function commit(seats: number): boolean {
  const before = seq;
  const events = Array.from({ length: seats }, (_, index) =>
    stored({ type: 'seatTaken', seatId: `seat-${before}-${index}`, device: 'd'.repeat(2000) }),
  );
  try {
    journal.commit([{ lessonId, events, names: [] }]);
    return true;
  } catch {
    seq = before;
    return false;
  }
}

const outcomes = [commit(2)];
writeFileSync(sign, '');
// Each leaves what it wrote behind it, and the next one writes over its beginning.
for (const seats of [30, 12, 5]) outcomes.push(commit(seats));
rmSync(sign);
outcomes.push(commit(1));
console.log(JSON.stringify({ outcomes, signed: existsSync(sign), events: seq }));
setInterval(() => {}, 1000);
