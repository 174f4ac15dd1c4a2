import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BrowserContext, Page } from 'playwright-core';
import type { Quiz } from '../../lan-server/contract/api.ts';
import { questionKinds } from '../../lan-server/questions/index.ts';
import type { School } from '../../lan-server/contract/school.ts';
import { makeClass } from '../support/school-class.ts';
import { connect, joinStudent, newDevice, next, send } from '../support/teacher.ts';
import { startConsoleDesk } from './console-desk.ts';
import type { ConsoleDesk } from './console-desk.ts';

/** Each would show itself: as an element, as a dialog, or by a mark on the window. */
const short = '<x-evil>A</x-evil>';
const long = `<img src=x onerror="alert(1)"><x-evil></x-evil><script>window.evil=1</script>"'><svg onload=alert(2)>`;
const link = '[x](javascript:alert(3)) {{constructor}} ${alert(4)}';

let desk: ConsoleDesk;
let context: BrowserContext;
const dialogs: string[] = [];

beforeAll(async () => {
  desk = await startConsoleDesk();
  context = await desk.newContext('light');
  context.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
});
afterAll(() => desk.end());

async function open(path: string): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(desk.url + path);
  return page;
}

/** The words stand there as words, and nothing of them became an element or ran. */
async function harmless(page: Page, words: readonly string[]): Promise<void> {
  for (const word of words)
    await expect
      .poll(async () => (await page.locator('body').innerText()).includes(word))
      .toBe(true);
  const found = await page.evaluate(
    `[[...document.querySelectorAll('x-evil, img[src="x"], svg[onload], script:not([src], #texts), a[href^="javascript:"]')].map((one) => one.outerHTML.slice(0, 200)), typeof window.evil]`,
  );
  expect(found).toEqual([[], 'undefined']);
  expect(dialogs).toEqual([]);
}

test('script in names, words, questions, options, titles and the teacher’s name is text on wall, console, phone, results and library', async () => {
  const { teacher } = desk;
  await teacher.call('PATCH', '/teacher', { name: `Ms ${short}` });
  const quiz = await teacher.call<Quiz>('POST', '/quizzes', {
    title: long,
    subject: short,
    questions: [
      {
        ...questionKinds.choice.blank('question-1'),
        text: `${long} ${link}`,
        options: [short, `B ${short}`],
        right: 0,
        explanation: long,
        note: long,
      },
      { ...questionKinds.wordcloud.blank('question-2'), text: short },
    ],
  });
  const lesson = await teacher.startLesson({ quizId: quiz.id });
  const student = await joinStudent(desk.url, lesson.code, short);
  const wall = await open(`/wall/${lesson.id}`);
  await harmless(wall, [short]);
  const console = await desk.openConsole(lesson.id, context);
  await harmless(console, [short]);

  const phone = await open(`/j/${lesson.code}`);
  await phone.locator('input').first().fill(short);
  await phone.locator('button[type="submit"]').click();
  await harmless(phone, ['<x-evil>']);

  const teaching = teacher.socket({ as: 'teacher', lessonId: lesson.id });
  await next(teaching, 'frame');
  await send(teaching, { type: 'openQuestion', questionId: 'question-1' });
  await harmless(wall, [short]);
  await harmless(phone, [short]);
  await send(teaching, { type: 'revealKey', questionId: 'question-1' });
  await harmless(phone, ['onerror']);
  await send(teaching, { type: 'openQuestion', questionId: 'question-2' });
  const answer = { words: [short] };
  await send(student.socket, { type: 'answer', questionId: 'question-2', round: 1, answer });
  await send(teaching, { type: 'setWall', wall: { results: true } });
  await expect.poll(async () => (await wall.content()).includes('x-evil')).toBe(true);
  await harmless(wall, []);
  await harmless(console, []);
  await send(teaching, { type: 'endLesson' });

  await harmless(await open(`/teacher/results/${lesson.id}`), ['<x-evil>']);
  await harmless(await open('/teacher'), ['<x-evil>']);
  await harmless(await open('/teacher/library'), ['<x-evil>']);
  await harmless(await open(`/teacher/library/${quiz.id}`), []);
  await harmless(await open('/'), []);
  expect(desk.faults).toEqual([]);
  for (const socket of [student.socket, teaching]) socket.disconnect();
});

test('script in the names of the school, a class, its sections and students, in plans, keys and questions to the teacher is text on every page', async () => {
  const { teacher } = desk;
  const school = await teacher.call<School>('GET', '/school');
  await teacher.call('PUT', '/school', { ...school, name: short });
  const of = await makeClass(teacher, [{ name: short }, { name: 'Ben' }], `9B ${short}`);
  await teacher.call('POST', `/classes/${of.id}/sections`, { name: short });
  await teacher.call('POST', '/keys', { name: short, scopes: ['quizzes:read'] });
  await teacher.call('POST', '/schedule', {
    lesson: { title: short, classId: of.id },
    // As the laptop's calendar writes it.
    day: new Date().toLocaleDateString('sv-SE'),
    time: '23:59',
    minutes: 600,
  });
  const student = of.student(short).id;
  const device = newDevice();
  const lesson = await teacher.startLesson({
    title: short,
    identity: 'roster',
    classId: of.id,
    play: { qa: 'open' },
  });
  const phone = connect(desk.url, { as: 'student', code: lesson.code, device });
  await next(phone, 'welcome');
  await send(phone, { type: 'pickName', student });
  const asked = 'asked-by-a-student-1';
  await send(phone, { type: 'post', text: long }, asked);
  const teaching = teacher.socket({ as: 'teacher', lessonId: lesson.id });
  await next(teaching, 'frame');

  const page = await open(`/c/${of.code}`);
  await harmless(page, [`9B ${short}`]);
  await page.locator('button', { hasText: short }).first().click();
  await harmless(page, [short]);
  const wall = await open(`/wall/${lesson.id}`);
  await harmless(wall, [short]);
  expect(await send(teaching, { type: 'showPost', postId: asked })).toMatchObject({ ok: true });
  await harmless(wall, ['onerror']);
  await harmless(await desk.openConsole(lesson.id, context), [short]);
  await send(teaching, { type: 'endLesson' });

  for (const path of [
    '',
    '/classes',
    `/classes/${of.id}`,
    `/students/${student}`,
    `/results/${lesson.id}`,
    '/schedule',
    '/settings/keys',
  ])
    await harmless(await open(`/teacher${path}`), ['<x-evil>']);
  expect(desk.faults).toEqual([]);
  for (const socket of [phone, teaching]) socket.disconnect();
});
