import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startProgram } from '../support/program.ts';
import type { Program } from '../support/program.ts';
import { joinStudent, next, send, signIn } from '../support/teacher.ts';
import type { Teacher, TestSocket } from '../support/teacher.ts';
import { everyRoute } from '../gateway/rest-every-route.ts';
import { ask, emit, question, socketFrom } from './attacker.ts';

/** Words that stand in the quiz and that no student may read before the reveal. */
const explanation = 'EXPLANATION-of-the-key';
const note = 'NOTE-for-the-teacher';
const later = 'LATER-question-text';

let program: Program;
let teacher: Teacher;
let lesson: { id: string; code: string };
let quizId: string;
let console: TestSocket;

beforeAll(async () => {
  program = await startProgram();
  teacher = await signIn(program);
  const questions = [
    question('choice', {
      id: 'question-1',
      text: 'Which?',
      options: ['One', 'Two', 'Three'],
      right: 2,
      explanation,
      note,
    }),
    question('choice', { id: 'question-2', text: later, options: ['X', 'Y'], right: 0, note }),
  ];
  ({ id: quizId } = await teacher.call<{ id: string }>('POST', '/quizzes', {
    title: 'Quiz',
    questions,
  }));
  lesson = await teacher.startLesson({ quizId });
  console = teacher.socket({ as: 'teacher', lessonId: lesson.id });
  await next(console, 'frame');
});
afterAll(async () => {
  console.disconnect();
  await program.end();
});

describe('the key before the reveal', () => {
  test('stands in no frame to phones and wall, in no answer to any command, in every phase', async () => {
    const student = await joinStudent(program.url, lesson.code, 'Ana');
    const wall = teacher.socket({ as: 'projector', lessonId: lesson.id });
    const heard: string[] = [];
    for (const socket of [student.socket, wall])
      socket.onAny((...said: unknown[]) => heard.push(JSON.stringify(said)));
    await next(wall, 'frame');
    const ended = async (type: string) => send(console, { type, questionId: 'question-1' });
    const phase = async (name: string) => {
      const heardOf = () => heard.filter((said) => said.includes(`"at":"${name}"`)).length;
      await expect.poll(heardOf).toBeGreaterThanOrEqual(2);
    };
    await ended('goTo');
    await phase('ready');
    await ended('openQuestion');
    await phase('open');
    // Right, wrong and absurd answers are acknowledged alike: no oracle.
    const acks = [];
    for (const answer of [{ picked: 2 }, { picked: 0 }, { picked: 7 }, { picked: 2, right: 2 }]) {
      const ack = await send(student.socket, {
        type: 'answer',
        questionId: 'question-1',
        round: 1,
        answer,
      });
      acks.push(JSON.stringify(ack).replace(/\d{10,}/, 'now'));
    }
    expect(acks[0]).toBe(acks[1]);
    const back = socketFrom(program.url, {
      as: 'student',
      code: lesson.code,
      device: student.device,
    });
    heard.push(JSON.stringify(await next(back, 'welcome')));
    back.disconnect();
    await ended('closeQuestion');
    await phase('closed');
    for (const id of ['question-1', 'question-2'])
      heard.push(
        await emit(student.socket, 'command', {
          id: 'command-of-a-thief',
          command: { type: 'answer', questionId: id, round: 1, answer: { picked: 0 } },
        }),
      );
    const said = [...heard, ...acks].join('\n');
    expect(heard.length).toBeGreaterThan(6);
    for (const secret of [explanation, note, later, '"key"', '"right":2', '"revealed"'])
      expect(said).not.toContain(secret);

    // The wall may know it now; of the note and the next question nobody but the console ever does.
    await ended('revealKey');
    await phase('revealed');
    expect(heard.join()).toContain(explanation);
    for (const secret of [note, later]) expect(heard.join()).not.toContain(secret);
    for (const socket of [student.socket, wall]) socket.disconnect();
  });

  test('is got from no route without the teacher’s cookie, with any id of quiz or lesson', async () => {
    const paths = everyRoute().flatMap(({ method, path }) =>
      [quizId, lesson.id, lesson.code, 'question-2'].map((id) => ({
        method,
        path: path.replaceAll('abc-123', id),
      })),
    );
    const bodies: string[] = [];
    for (const { method, path } of paths) {
      const answer = await ask(program, method, path, {
        headers: { 'content-type': 'application/json', accept: '*/*' },
        ...(method === 'GET' ? {} : { body: '{}' }),
      });
      bodies.push(`${method} ${path} ${answer.text}`);
    }
    for (const end of ['export.csv', 'export.xlsx', 'results', 'results.json', 'export.csv/'])
      bodies.push((await ask(program, 'GET', `/api/v1/lessons/${lesson.id}/${end}`)).text);
    expect(bodies.length).toBeGreaterThan(80);
    for (const secret of [explanation, note, later])
      expect(bodies.join('\n')).not.toContain(secret);
  });

  test('stands in no page and no file that the program serves', async () => {
    const pages = fileURLToPath(new URL('../../dist/pages', import.meta.url));
    const files = listed(pages).map((file) => (file.startsWith('assets/') ? `/${file}` : null));
    const paths = ['/', `/j/${lesson.code}`, '/teacher', `/wall/${lesson.id}`, ...files];
    const served = await Promise.all(
      paths.map(async (path) => (path === null ? '' : (await ask(program, 'GET', path)).text)),
    );
    for (const secret of [explanation, note, later])
      expect(served.join('\n')).not.toContain(secret);
  });
});

/** Files of the built pages; none where nothing was built. */
function listed(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) =>
      file.replaceAll('\\', '/'),
    );
  } catch {
    return [];
  }
}
