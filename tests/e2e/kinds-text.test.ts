import { parse } from 'csv-parse/sync';
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
/** A busy machine is no failure. */
const patience = 25_000;
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
    reducedMotion: 'reduce',
    locale,
    colorScheme: locale === 'en-GB' ? 'light' : 'dark',
  });
  if (!context) throw new Error('no browser');
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(`${desk.url}/j/${lesson.code}`);
  const field = page.getByLabel(/^(Your name|Tu nombre)$/);
  await field.fill(name);
  await field.press('Enter');
  await page.getByRole('heading', { name: new RegExp(name) }).waitFor();
  return page;
}

async function wallOf(lesson: LessonSummary): Promise<Page> {
  const page = await desk.window();
  page.setDefaultTimeout(patience);
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

test('fill in the blanks: written with braces, filled in on a phone by keyboard and from a list, half of it right', async () => {
  const quiz = await desk.teacher.call<Quiz>('POST', '/quizzes', {
    title: 'Gaps',
    questions: [
      { ...questionKinds.blanks.blank('question-gaps'), text: 'Complete the sentence.' },
      shorttext,
    ],
  });
  const editor = await desk.window();
  editor.setDefaultTimeout(patience);
  await editor.goto(`${desk.url}/teacher/library/${quiz.id}`);
  const passage = editor.getByRole('textbox', { name: 'Text with gaps' });
  await passage.fill(
    'Plants take in {{water|H2O}} and, with {{light~heat~soil}}, make sugar and oxygen.',
  );
  await passage.evaluate((area: HTMLTextAreaElement) => {
    const at = area.value.indexOf('oxygen');
    area.setSelectionRange(at, at + 6);
  });
  await editor.getByRole('button', { name: 'Make a gap' }).click();
  await editor.getByLabel('Gap 3: right answer').waitFor();
  expect(await editor.getByLabel('Gap 2: other choices').inputValue()).toBe('heat,soil');
  await editor.getByLabel('Gap 1: counts as well').fill('H2O,rain');
  await editor.getByText('Saved').first().waitFor();
  expect(await axe(editor)).toEqual([]);
  await picture(editor, 'blanks-editor');
  await editor
    .getByRole('button', { name: /What do plants take in/ })
    .first()
    .click();
  await editor.getByLabel('Right answer, the one shown').waitFor();
  expect(await axe(editor)).toEqual([]);
  await picture(editor, 'shorttext-editor');

  const lesson = await desk.teacher.startLesson({ quizId: quiz.id });
  const console = await desk.openConsole(lesson.id);
  const wall = await wallOf(lesson);
  const [ada, ben] = [await phoneOf(lesson, 'Ada'), await phoneOf(lesson, 'Ben', 'es-ES')];
  await console.keyboard.press('Space');
  await wall.getByRole('img', { name: 'Gap 3' }).waitFor();
  await legible(wall);
  await picture(wall, 'blanks-asked-wall');

  const gap = ada.getByLabel('Gap 1 of 3');
  await gap.waitFor();
  expect(await axe(ada)).toEqual([]);
  for (const box of await Promise.all(
    [1, 2, 3].map((number) => ada.getByLabel(`Gap ${number} of 3`).boundingBox()),
  )) {
    expect(box?.height).toBeGreaterThanOrEqual(48);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
  }
  await gap.pressSequentially('Rain');
  await gap.press('Enter');
  await ada.keyboard.press('h');
  await ada.getByLabel('Gap 2 of 3').selectOption('heat');
  await ada.getByLabel('Gap 3 of 3').pressSequentially('oxigen');
  await picture(ada, 'blanks-typing');
  await ada.getByLabel('Gap 3 of 3').press('Enter');
  await ada.getByRole('heading', { name: 'Your answers are Rain, heat, oxigen' }).waitFor();
  await ben.getByLabel('Hueco 1 de 3').fill('soil');
  await ben.getByRole('button', { name: 'Enviar' }).click();
  await console.getByText('2 right').or(console.getByText('1 right')).first().waitFor();
  await picture(console, 'blanks-console');
  await console.keyboard.press('r');
  await wall.getByText('Most frequent mistake:').waitFor();
  await legible(wall);
  await picture(wall, 'blanks-revealed-wall');
  await wall.setViewportSize({ width: 1024, height: 768 });
  await picture(wall, 'blanks-revealed-wall-1024');
  await ada
    .getByText(/0.67 points|0.67 in all/)
    .first()
    .waitFor();
  await picture(ada, 'blanks-result');
  await picture(ben, 'blanks-result-es');
  expect(await axe(ada)).toEqual([]);
  const { students } = await desk.teacher.call<Results>('GET', `/lessons/${lesson.id}/results`);
  expect(students.map(({ points }) => points)).toEqual([0.67, 0]);
  expect(students[0]?.answers[0]).toMatchObject({ text: 'Rain; heat; oxigen', right: false });
  expect([...faults, ...desk.faults]).toEqual([]);
});

test('open text: nothing stands on the wall until the teacher lets it through; star, group, hide and undo by key', async () => {
  const open: Question = {
    ...questionKinds.opentext.blank('question-open'),
    text: 'Why did the plan fail?',
  };
  const quiz = await desk.teacher.call<Quiz>('POST', '/quizzes', {
    title: 'Plans',
    questions: [open],
  });
  const lesson = await desk.teacher.startLesson({ quizId: quiz.id });
  const console = await desk.openConsole(lesson.id);
  const wall = await wallOf(lesson);
  const [ada, ben] = [await phoneOf(lesson, 'Ada'), await phoneOf(lesson, 'Ben', 'es-ES')];
  await console.keyboard.press('Space');
  await wall.getByText('Answers appear here as your teacher lets them through').waitFor();

  const field = ada.getByLabel('Your answer', { exact: true });
  await field.waitFor();
  expect(await axe(ada)).toEqual([]);
  await field.pressSequentially('Nobody asked the farmers.');
  await field.press('Enter');
  await field.pressSequentially('<img src=x onerror=alert(1)>');
  await picture(ada, 'opentext-typing');
  await ada.getByRole('button', { name: 'Send' }).tap();
  await ada.getByRole('heading', { name: 'Your answer is in' }).waitFor();
  await picture(ada, 'opentext-sent');
  await ben.getByRole('textbox').fill('It rained, and the road was gone. '.repeat(14));
  await ben.getByRole('button', { name: 'Enviar' }).tap();

  const cards = console.getByRole('region', { name: 'Answers for the wall' });
  await cards.getByText('New 2').waitFor();
  await cards.getByText('It rained').waitFor();
  expect(await wall.getByText('farmers').count()).toBe(0);
  await picture(console, 'opentext-console');
  expect(await axe(console)).toEqual([]);
  // The newest is marked: E shows it, the next one moves up.
  await console.keyboard.press('e');
  await wall.getByText('It rained').waitFor();
  await cards.getByText('New 1').waitFor();
  await cards.getByText('Nobody asked').waitFor();
  await expect.poll(() => cards.getByText('It rained').count()).toBe(0);
  await console.keyboard.press('e');
  await wall.getByText('Nobody asked the farmers. <img src=x onerror=alert(1)>').waitFor();
  await console.getByText('On the wall 2').click();
  await cards.getByText('It rained').waitFor();
  await cards.getByPlaceholder('Heading to group under').fill('Weather');
  const rain = cards.getByRole('listitem').filter({ hasText: 'It rained' });
  await rain.getByRole('button', { name: 'Group' }).click();
  await wall.getByRole('heading', { name: 'Weather' }).waitFor();
  const farmers = cards.getByRole('listitem').filter({ hasText: 'farmers' });
  await farmers.getByRole('button', { name: 'Star' }).click();
  await wall.getByRole('img', { name: 'Starred' }).waitFor();
  await legible(wall);
  await picture(wall, 'opentext-wall');
  await picture(console, 'opentext-console-shown');
  expect(await axe(console)).toEqual([]);
  expect(await axe(wall)).toEqual([]);
  await farmers.getByRole('button', { name: 'Hide' }).click();
  await expect.poll(() => wall.getByText('farmers').count()).toBe(0);
  await cards.getByText('Hidden.', { exact: true }).waitFor();
  await console.keyboard.press('Escape');
  await cards.getByRole('button', { name: 'Undo' }).click();
  await wall.getByText('farmers').waitFor();
  expect(await wall.getByText(/Ada|Ben/).count()).toBe(0);

  // It survives the laptop, and a phone hears nothing of what others wrote.
  await desk.kill();
  await desk.again();
  await cards.getByText('On the wall 2').waitFor();
  // Until the console has found the laptop again, its keys say so and do nothing.
  await expect
    .poll(async () => {
      await console.keyboard.press('r');
      return ada.getByText('2 answers').count();
    })
    .toBeGreaterThan(0);
  expect(await ada.getByText('It rained').count()).toBe(0);
  await wall.getByRole('heading', { name: 'Weather' }).waitFor();
  await wall.setViewportSize({ width: 1024, height: 768 });
  await picture(wall, 'opentext-wall-1024');
  await picture(ben, 'opentext-result-es');

  // How the teacher left them stands in the results, and in the table.
  await console.goto(`${desk.url}/teacher/results/${lesson.id}`);
  await console.getByRole('button', { name: /^Show question 1/ }).click();
  const left = console.getByRole('region', { name: 'As you left them' });
  await left.getByRole('heading', { name: 'Weather' }).waitFor();
  const starred = left.getByRole('listitem').filter({ hasText: 'farmers' });
  await starred.getByRole('img', { name: 'Starred' }).waitFor();
  expect(await axe(console)).toEqual([]);
  const csv = await console.request.get(
    `${desk.url}/api/v1/lessons/${lesson.id}/export.csv?lang=en`,
  );
  const rows = parse(await csv.text(), { bom: true });
  expect(rows.map((row) => row.slice(-2))).toEqual([
    ['1. Starred', '1. Heading'],
    ['yes', ''],
    ['', 'Weather'],
  ]);
  expect([...faults, ...desk.faults]).toEqual([]);
});
