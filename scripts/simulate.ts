import { parseArgs } from 'node:util';
import { createSimulatedClass } from '../lan-server/rehearsal/simulated-class.ts';

const usage = `npm run simulate -- [--students 30] [--code 1234] [--url http://127.0.0.1:4747] [--pace 1]

Brings a simulated class into a running lesson, over real sockets. Without --code the first live lesson is taken.
--pace scales how long the students think (0 = at once). Ctrl+C sends the class home.`;

const { values } = parseArgs({
  options: {
    students: { type: 'string', default: '30' },
    code: { type: 'string' },
    url: { type: 'string', default: 'http://127.0.0.1:4747' },
    pace: { type: 'string', default: '1' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  console.log(usage);
  process.exit(0);
}

const students = Number(values.students);
const pace = Number(values.pace);
if (!Number.isInteger(students) || students < 1 || students > 2000 || !(pace >= 0)) {
  console.error(usage);
  process.exit(2);
}

const code = values.code ?? (await firstLiveLesson(values.url));
if (code === null) {
  console.error(
    `No lesson is running at ${values.url}. Start one on the teacher's page, or name it with --code.`,
  );
  process.exit(1);
}

let last = '';
const simulated = createSimulatedClass({
  url: values.url,
  code,
  pace,
  onChange({ students, joined, answered, refused }) {
    const no = Object.entries(refused).map(([why, count]) => `${why} ${count}`);
    const line = `${joined} of ${students} joined · ${answered} answers stored${no.length > 0 ? ` · refused: ${no.join(', ')}` : ''}`;
    if (line === last) return;
    last = line;
    if (process.stdout.isTTY) process.stdout.write(`\r\u001B[2K${line}`);
    else console.log(line);
  },
});
simulated.grow(students);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    simulated.stop();
    if (process.stdout.isTTY) console.log();
    process.exit(0);
  });
}

async function firstLiveLesson(url: string): Promise<string | null> {
  try {
    const response = await fetch(`${url}/api/v1/door`);
    const { lessons } = (await response.json()) as { lessons: { code: string }[] };
    return lessons[0]?.code ?? null;
  } catch {
    console.error(`Nothing answers at ${url}. Is Chalkbox running?`);
    return process.exit(1);
  }
}
