import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Question } from '../../lan-server/questions/index.ts';
import { startProgram } from '../support/program.ts';
import type { Program } from '../support/program.ts';
import { joinStudent, next, send, signIn } from '../support/teacher.ts';
import type { Teacher } from '../support/teacher.ts';
import { question } from './attacker.ts';

let program: Program;
let teacher: Teacher;

beforeAll(async () => {
  program = await startProgram();
  teacher = await signIn(program);
});
afterAll(() => program?.end());

const quizOf = (words: object) => ({
  title: 'Quiz',
  questions: [
    question('choice', {
      id: 'question-1',
      text: 'Which?',
      options: ['1', '2'],
      right: 0,
      ...words,
    }),
  ],
});
const formulaOf = (inside: string, tex: string) =>
  `<p><math><semantics>${inside}<annotation encoding="application/x-tex">${tex}</annotation></semantics></math></p>`;

/** Known ways around sanitisers: what is harmless to one reader becomes a script in the next. */
const hostile = [
  '<script>alert(1)</script>',
  '<p><img src=x onerror=alert(1)></p>',
  '<p onmouseover="alert(1)">x</p>',
  '<p><a href="javascript:alert(1)">x</a></p>',
  '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<math><annotation-xml encoding="text/html"><script>alert(1)</script></annotation-xml></math>',
  '<math href="javascript:alert(1)"><mi>x</mi></math>',
  '<math><maction actiontype="toggle" xlink:href="javascript:alert(1)"><mi>x</mi></maction></math>',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<p>&#60;script&#62;</p>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<em>'.repeat(3000),
];

describe('formatted text from a hostile program', () => {
  test('is refused in each of its places, and nothing of the quiz is stored', async () => {
    const before = await teacher.call<{ quizzes: object[] }>('GET', '/quizzes');
    for (const markup of hostile)
      for (const words of [
        { rich: { text: markup } },
        { rich: { explanation: markup } },
        { rich: { options: [markup] } },
        { second: { language: 'es', text: 'x', rich: { text: markup } } },
      ])
        await expect(
          teacher.call('POST', '/quizzes', quizOf(words)),
          markup.slice(0, 60),
        ).rejects.toThrow(/bad_request/);
    expect(await teacher.call('GET', '/quizzes')).toEqual(before);
  });

  test('cannot say one thing and show another: text and formulas are made anew from what is true', async () => {
    const { questions } = await teacher.call<{ questions: Question[] }>(
      'POST',
      '/quizzes',
      quizOf({
        text: 'What the list says',
        rich: {
          text: formulaOf('<mtext>&lt;img src=x onerror=alert(1)&gt;</mtext>', 'x^2'),
          options: ['<strong>forged</strong>', ''],
        },
      }),
    );
    expect(questions[0]?.text).toBe('$x^2$');
    expect(questions[0]?.rich?.text).toContain('<msup>');
    expect(JSON.stringify(questions[0])).not.toMatch(/onerror|forged/);
  });

  test('keeps explanation and translation of it from phones until the reveal', async () => {
    const { id: quizId } = await teacher.call<{ id: string }>(
      'POST',
      '/quizzes',
      quizOf({
        explanation: 'x',
        rich: { explanation: '<p><strong>SECRET-rich</strong></p>' },
        second: {
          language: 'es',
          text: '¿Cuál?',
          explanation: 'SECRET-second',
          rich: { explanation: '<p><em>SECRET-second-rich</em></p>' },
        },
      }),
    );
    const lesson = await teacher.startLesson({ quizId });
    const console = teacher.socket({ as: 'teacher', lessonId: lesson.id });
    await next(console, 'frame');
    const wall = teacher.socket({ as: 'projector', lessonId: lesson.id });
    const student = await joinStudent(program.url, lesson.code, 'Ana');
    const heard: string[] = [];
    for (const socket of [student.socket, wall])
      socket.onAny((...said: unknown[]) => heard.push(JSON.stringify(said)));
    const told = () => heard.filter((said) => said.includes('SECRET')).length;
    for (const type of ['goTo', 'openQuestion', 'closeQuestion'])
      await send(console, { type, questionId: 'question-1' });
    await expect
      .poll(() => heard.filter((said) => said.includes('"at":"closed"')).length)
      .toBeGreaterThanOrEqual(2);
    expect(told()).toBe(0);
    await send(console, { type: 'revealKey', questionId: 'question-1' });
    await expect.poll(told).toBeGreaterThanOrEqual(2);
    for (const socket of [console, wall, student.socket]) socket.disconnect();
  });
});
