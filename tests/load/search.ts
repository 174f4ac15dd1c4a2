import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../db/index.ts';
import { questionKinds } from '../../lan-server/questions/index.ts';
import { signIn } from '../support/teacher.ts';
import type { Teacher } from '../support/teacher.ts';
import { figure, quantile } from './figures.ts';
import type { Figure } from './figures.ts';
import { startMeasured } from './measured-process.ts';

/** A teacher's library after many years. */
const quizzes = 2000;
const questionsEach = 20;
/** Below the limit of requests of one session. */
const searches = 300;

const subjects = ['Biology', 'Física', 'History', 'Música'];
const topics = ['Plant cells', 'Óptica', 'The French Revolution', 'Notas y silencios', 'Osmosis'];
/** One word that many titles have, two of one title, capitals and accents, a number, and nothing at all. */
const wanted = ['osmosis', 'plant 1201', 'OPTICA', '77', 'nowhere to be found'];

/** Finding quizzes by words of their title in a library of thousands; `n` is none, because nobody sits there. */
export async function measureSearch(say: (line: string) => void): Promise<Figure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'chalkbox-load-'));
  const where = ['--host', '127.0.0.1', '--port', '0', '--data', dataDir];
  const begin = () =>
    startMeasured<{ url: string; launchKey: string }>('../../lan-server/cli.ts', [
      '--json',
      '--no-open',
      '--no-mdns',
      ...where,
    ]);
  try {
    const first = await begin();
    const owner = await signIn(first.ready);
    const { teacher } = await owner.call<{ teacher: { id: string } }>('GET', '/session');
    await first.kill();
    await fill(dataDir, teacher.id);
    say(`a library of ${quizzes} quizzes`);
    const program = await begin();
    try {
      const times = await search(await signIn(program.ready));
      say(`${searches} searches in it`);
      return [
        figure(`search-p50-${quizzes}`, 0, 'ms', quantile(times, 0.5)),
        figure(`search-p99-${quizzes}`, 0, 'ms', quantile(times, 0.99)),
      ];
    } finally {
      await program.kill();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function fill(dataDir: string, ownerId: string): Promise<void> {
  const store = openStore({ dataDir });
  if ('refused' in store) throw new Error(store.detail);
  const questions = Array.from({ length: questionsEach }, (_, place) => ({
    ...questionKinds.choice.blank(`question-${place}`),
    text: 'Which part of a plant cell takes up the light that its sugar is made with?',
    options: ['The chloroplast', 'The cell nucleus', 'The vacuole', 'The cell membrane'],
    right: 0,
  }));
  for (let made = 0; made < quizzes; made += 1)
    await store.quizzes.insert(ownerId, {
      id: `quiz-of-many-${made}`,
      title: `${topics[made % topics.length]} ${made}`,
      subject: subjects[made % subjects.length] ?? '',
      questions,
      revision: 1,
      createdAt: made,
      updatedAt: made,
    });
  store.close();
}

/** How long each search took, ms; the first of each is not counted. */
async function search({ call }: Teacher): Promise<number[]> {
  const times: number[] = [];
  const find = (text: string) => call('GET', `/quizzes?q=${encodeURIComponent(text)}`);
  for (const text of wanted) await find(text);
  for (let asked = 0; asked < searches; asked += 1) {
    const from = performance.now();
    await find(wanted[asked % wanted.length] ?? '');
    times.push(performance.now() - from);
  }
  return times;
}
