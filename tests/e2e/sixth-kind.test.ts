import { parse } from 'csv-parse/sync';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import type { Results } from '../../lan-server/contract/api.ts';
import { launchBrowser } from '../support/browser.ts';
import { startProgram } from '../support/program.ts';
import type { Program } from '../support/program.ts';
import { copyWithSixthKind, onceOnly, registries } from '../support/sixth-kind.ts';
import type { ProgramWithSixthKind } from '../support/sixth-kind.ts';
import { joinStudent, next, send, signIn } from '../support/teacher.ts';
import type { Teacher, TestSocket } from '../support/teacher.ts';

/**
 * The promise to whoever adds a kind of question: one folder for the inside, one for the pages, one line in each registry,
 * and whatever is forgotten does not compile. The made-up kind asks for a number that is right within a tolerance.
 */
let copy: ProgramWithSixthKind;

beforeAll(() => {
  copy = copyWithSixthKind();
});
afterAll(() => copy?.remove());

/**
 * Who forgets the kind in one compilation: each is at fault by itself, but for the inside, which says what kinds there are, and Spanish,
 * which is measured by English.
 */
const forgottenAtOnce = [
  { files: ['lan-server/questions/index.ts'] },
  {
    files: ['inputs.ts', 'lives.ts', 'editors.ts', 'texts/en.ts'].map(
      (name) => `renderer/questions/${name}`,
    ),
  },
  { files: ['renderer/questions/texts/es.ts'] },
];

/** Compiles a project of the copy; what did not change since the last time is not looked at again. */
const compile = (project: string) =>
  copy.run(
    'node_modules/typescript/bin/tsc',
    '-p',
    project,
    '--singleThreaded',
    '--incremental',
    '--tsBuildInfoFile',
    join(copy.root, `${project.replaceAll('/', '-')}.tsbuildinfo`),
  );

describe('a sixth kind of question, in two folders and a line in each registry', () => {
  test.each(['tsconfig.json', 'renderer/tsconfig.json'])('compiles by %s', async (project) => {
    expect(await compile(project)).toEqual({ code: 0, output: '' });
  });

  test.each(forgottenAtOnce)('does not compile when $files forget it', async ({ files }) => {
    const forgotten = registries.filter(({ file }) => files.includes(file));
    const { code, output } = await copy.without(forgotten, () => compile('renderer/tsconfig.json'));
    expect(code).not.toBe(0);
    expect(forgotten).toHaveLength(files.length);
    const faults = output.split('\n').filter((line) => /error.*guess/i.test(line));
    // The inside is what the others are measured by: whoever still knows the kind is at fault then.
    for (const file of files)
      expect(faults.join('\n')).toContain(file.startsWith('renderer/') ? file : 'renderer/');
  });

  test('keeps what every kind must keep, and has its texts in every language', async () => {
    const { code, output } = await copy.run(
      'node_modules/vitest/vitest.mjs',
      'run',
      '--project=unit',
      '--reporter=verbose',
      '--no-color',
      'tests/unit/question-kinds.test.ts',
      'tests/unit/texts.test.ts',
    );
    expect(code, output).toBe(0);
    expect(output).toContain('a question of the kind guess > imagines only answers that fit');
    expect(output).toContain('the texts of kinds.guess > are all there in es');
  });
});

const question = {
  id: 'question-guess',
  kind: 'guess',
  text: 'How many per cent of the Earth is covered by water?',
  points: 2,
  seconds: null,
  explanation: 'Seventy-one, nearly all of it salt.',
  note: '',
  right: 71,
  tolerance: 4,
};

describe('a lesson with the sixth kind', () => {
  let program: Program;
  let teacher: Teacher;
  let browser: Browser;
  let lesson: { id: string; code: string };
  let desk: TestSocket;
  let ben: TestSocket;
  let phone: Page;
  let wall: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    const built = await copy.run('scripts/build.ts');
    expect(built.code, built.output).toBe(0);
    program = await startProgram([], undefined, copy.root, onceOnly);
    teacher = await signIn(program);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    ben?.disconnect();
    desk?.disconnect();
    await browser?.close();
    await program?.end();
  });

  async function open(path: string): Promise<Page> {
    const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' });
    const [name = '', value = ''] = teacher.cookie.split('=');
    if (!path.startsWith('/j/')) await context.addCookies([{ name, value, url: program.url }]);
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(`${program.url}${path}`);
    return page;
  }

  const command = async (what: object) =>
    expect(await send(desk, what)).toEqual(expect.objectContaining({ ok: true }));

  test('is made, and stands in the editor under its name, with its fields', async () => {
    const quiz = await teacher.call<{ id: string }>('POST', '/quizzes', {
      title: 'The Earth',
      questions: [question],
    });
    lesson = await teacher.startLesson({ quizId: quiz.id, title: 'The Earth' });
    desk = teacher.socket({ as: 'teacher', lessonId: lesson.id });
    await next(desk, 'plan');

    const editor = await open(`/teacher/library/${quiz.id}`);
    const tolerance = editor.getByLabel('Still right when off by');
    await tolerance.waitFor();
    expect(await tolerance.inputValue()).toBe('4');
    await editor.getByRole('button', { name: 'Add a question of another kind' }).click();
    await editor.getByRole('option', { name: 'Guess a number' }).waitFor();
    await editor.close();
  });

  test('is asked on the wall and answered by a phone and over a socket', async () => {
    phone = await open(`/j/${lesson.code}`);
    await phone.getByLabel('Your name').fill('Amara');
    await phone.getByRole('button', { name: 'Join' }).click();
    await phone.getByText('You’re in, Amara').first().waitFor();
    ben = (await joinStudent(program.url, lesson.code, 'Ben')).socket;
    wall = await open(`/wall/${lesson.id}`);

    await command({ type: 'openQuestion', questionId: question.id });
    await wall.getByText('A whole number from 0 to 100').waitFor();
    await phone.getByLabel('Your guess, from 0 to 100').fill('73');
    await phone.getByRole('button', { name: 'Send' }).click();
    await phone.getByText('Stored on the teacher’s laptop').first().waitFor();

    const answer = (guess: number) =>
      send(ben, { type: 'answer', questionId: question.id, round: 1, answer: { guess } });
    expect(await answer(101)).toMatchObject({ ok: false, error: { code: 'answer_does_not_fit' } });
    expect(await answer(90)).toMatchObject({ ok: true });
    await wall.getByText('2 of 2 have answered').first().waitFor();
    for (const page of [wall, phone])
      expect(await page.content()).not.toMatch(/It is 71|Seventy-one|71 is right/);
  });

  test('is revealed on phone and wall', async () => {
    await command({ type: 'revealKey', questionId: question.id });
    await wall.getByText('It is 71').waitFor();
    await wall.getByText('Mean 81.5').waitFor();
    await phone.getByRole('heading', { name: '71 is right' }).waitFor();
    await phone.getByText('2 points, 2 in all').first().waitFor();
    await phone.getByText('Seventy-one, nearly all of it salt.').waitFor();
  });

  test('is counted in the results, in their words and in the table', async () => {
    await command({ type: 'endLesson' });
    const results = await teacher.call<Results>('GET', `/lessons/${lesson.id}/results`);
    expect(results.maxPoints).toBe(2);
    expect(results.students.map(({ name, points }) => [name, points])).toEqual([
      ['Amara', 2],
      ['Ben', 0],
    ]);
    expect(results.questions[0]).toMatchObject({ answered: 2, right: 1, meanCredit: 0.5 });
    expect(results.questions[0]?.rows.map(({ label, count }) => [label, count])).toEqual([
      ['low', 0],
      ['close', 1],
      ['high', 1],
    ]);

    const report = await open(`/teacher/results/${lesson.id}`);
    await report.getByText('Too high').first().waitFor();

    const csv = await fetch(`${program.url}/api/v1/lessons/${lesson.id}/export.csv`, {
      headers: { cookie: teacher.cookie },
    });
    const rows = parse(await csv.text(), { bom: true });
    expect(rows[0]).toContain(`1. ${question.text}`);
    expect(rows[1]).toEqual(['1', 'Amara', '', '2', '73', '2']);
    expect(rows[2]).toEqual(['2', 'Ben', '', '0', '90', '0']);
    expect(faults).toEqual([]);
  });
});
