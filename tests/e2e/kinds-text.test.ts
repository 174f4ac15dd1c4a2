import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import type { LessonSummary, Quiz, Results } from '../../lan-server/contract/api.ts';
import { questionKinds } from '../../lan-server/questions/index.ts';
import type { Question } from '../../lan-server/questions/index.ts';
import { next, send } from '../support/teacher.ts';
import { axe, startConsoleDesk, step } from './console-desk.ts';
import type { ConsoleDesk } from './console-desk.ts';

let desk: ConsoleDesk;
let browser: Browser | null = null;
const faults: string[] = [];
/** Where pictures go that somebody wants to look at. */
const pictures = process.env.CHALKBOX_PICTURES;

beforeAll(async () => {
  desk = await startConsoleDesk();
});
afterAll(() => desk?.end());

async function picture(page: Page, name: string) {
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png` });
}

const shorttext: Question = {
  ...questionKinds.shorttext.blank('question-short'),
  text: 'What do plants take in to make sugar?',
  accepted: ['Carbon dioxide', 'CO₂'],
  explanation: 'Through the stomata of their leaves.',
};

/** A student's phone in the lesson; a Spanish one is dark too. */
async function phoneOf(lesson: LessonSummary, name: string, locale = 'en-GB'): Promise<Page> {
  browser ??= (await desk.newContext('light')).browser();
  const context = await browser?.newContext({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    locale,
    colorScheme: locale === 'en-GB' ? 'light' : 'dark',
  });
  if (!context) throw new Error('no browser');
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(`${desk.url}/j/${lesson.code}`);
  await page.getByRole('textbox').fill(name);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: new RegExp(name) }).waitFor();
  return page;
}

async function wallOf(lesson: LessonSummary): Promise<Page> {
  const page = await desk.window();
  page.setDefaultTimeout(15_000);
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto(`${desk.url}/wall/${lesson.id}`);
  return page;
}

/** Nothing on the wall is cut, and nothing below 32 px. */
async function legible(wall: Page) {
  const small = await wall.evaluate(() =>
    [...document.querySelectorAll('main *')]
      .filter((element) =>
        [...element.childNodes].some(
          (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
        ),
      )
      .filter((element) => element.getClientRects().length > 0 && !element.closest('.sr'))
      .map((element) => ({
        text: element.textContent,
        size: parseFloat(getComputedStyle(element).fontSize),
        bottom: element.getBoundingClientRect().bottom,
        right: element.getBoundingClientRect().right,
      }))
      .filter(({ size, bottom, right }) => size < 31.9 || bottom > 1081 || right > 1921),
  );
  expect(small).toEqual([]);
}

test('short text: typed on phones, counted on the wall, more accepted in the lesson and after it', async () => {
  const quiz = await desk.teacher.call<Quiz>('POST', '/quizzes', {
    title: 'Plants',
    questions: [shorttext],
  });
  const lesson = await desk.teacher.startLesson({ quizId: quiz.id });
  const console = await desk.openConsole(lesson.id);
  const wall = await wallOf(lesson);
  const [ada, ben] = [await phoneOf(lesson, 'Ada'), await phoneOf(lesson, 'Ben', 'es-ES')];
  await console.keyboard.press('Space');
  await step(console, 'Close');
  await wall.getByText('Type your answer on your phone').waitFor();
  await picture(wall, 'shorttext-asked-wall');

  const field = ada.getByLabel('Your answer', { exact: true });
  await field.waitFor();
  expect(await axe(ada)).toEqual([]);
  expect((await field.boundingBox())?.height).toBeGreaterThanOrEqual(48);
  await ada.keyboard.press('Tab');
  await field.pressSequentially('carbon  dioxid');
  await picture(ada, 'shorttext-typing');
  await field.press('Enter');
  await ada.getByRole('heading', { name: 'Your answer is carbon dioxid' }).waitFor();
  await picture(ada, 'shorttext-sent');
  await ben.getByRole('textbox').fill('<b>Water</b>');
  await ben.getByRole('button', { name: 'Enviar' }).click();
  await console.getByText('carbon dioxid', { exact: true }).waitFor();
  await picture(console, 'shorttext-console');
  expect(await axe(console)).toEqual([]);
  // What is right is said to the teacher alone.
  await console.keyboard.press('h');
  await wall.getByText('carbon dioxid', { exact: true }).waitFor();
  expect(await wall.getByRole('img', { name: 'right' }).count()).toBe(0);

  await console.keyboard.press('r');
  await wall.getByText('Right: Carbon dioxide').waitFor();
  await legible(wall);
  await picture(wall, 'shorttext-revealed-wall');
  await ada.getByText('1 point, 1 in all').first().waitFor();
  await picture(ada, 'shorttext-result');
  await picture(ben, 'shorttext-result-es');
  expect(await axe(ben)).toEqual([]);

  // Accepted in the lesson, taken back, and accepted once more after it.
  await console.getByRole('button', { name: 'All answers, accept more' }).click();
  const accepted = console.getByRole('button', { name: 'Accepted: <b>Water</b>' });
  const water = console.getByRole('button', { name: 'Accept: <b>Water</b>' });
  await water.click();
  await accepted.waitFor();
  expect(await axe(console)).toEqual([]);
  await picture(console, 'shorttext-accepted');
  await wall.getByText('<b>Water</b>', { exact: true }).waitFor();
  await expect.poll(() => ben.getByText(/1 punto/).count()).toBeGreaterThan(0);
  await accepted.click();
  await water.waitFor();
  await console.keyboard.press('Escape');
  await desk.kill();
  await desk.again();
  await console.getByRole('button', { name: 'All answers, accept more' }).waitFor();
  const socket = desk.teacher.socket({ as: 'teacher', lessonId: lesson.id });
  await next(socket, 'plan');
  await send(socket, { type: 'endLesson' });
  socket.disconnect();

  const report = await desk.window();
  await report.goto(`${desk.url}/teacher/results/${lesson.id}`);
  await report
    .getByRole('button', { name: /What do plants take in/ })
    .first()
    .click();
  await report.getByRole('button', { name: 'Accept: <b>Water</b>' }).click();
  const results = () => desk.teacher.call<Results>('GET', `/lessons/${lesson.id}/results`);
  await expect
    .poll(async () => (await results()).students.map(({ points }) => points))
    .toEqual([1, 1]);
  await picture(report, 'shorttext-report');
  expect(await axe(report)).toEqual([]);
  expect([...faults, ...desk.faults]).toEqual([]);
});
