import { AxeBuilder } from '@axe-core/playwright';
import sharp from 'sharp';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LessonSummary, Quiz } from '../../lan-server/contract/api.ts';
import { launchBrowser } from '../support/browser.ts';
import { startProgram } from '../support/program.ts';
import type { Program } from '../support/program.ts';
import { next, send, signIn } from '../support/teacher.ts';
import type { Teacher } from '../support/teacher.ts';

let program: Program;
let teacher: Teacher;
let browser: Browser;
let desk: Page;
const faults: string[] = [];

beforeAll(async () => {
  program = await startProgram();
  teacher = await signIn(program);
  browser = await launchBrowser();
  desk = await opened('/teacher', { viewport: { width: 1366, height: 768 } });
});
afterAll(async () => {
  await browser?.close();
  await program?.end();
});

/** A page of its own; the teacher's cookie comes along where the path is the teacher's or the wall's. */
async function opened(path: string, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({
    locale: 'en-GB',
    reducedMotion: 'reduce',
    ...options,
  });
  const [name = '', value = ''] = teacher.cookie.split('=');
  if (/^\/(teacher|wall)/.test(path)) await context.addCookies([{ name, value, url: program.url }]);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(program.url + path);
  return page;
}

async function accessible(page: Page, where: string) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${where}: ${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);
}

/** A drawing made here: coloured fields with a border, so that one sees whether all of it is shown. */
async function drawing(width: number, height: number, colour: string): Promise<Buffer> {
  const inner = await sharp({
    create: { width: width - 40, height: height - 40, channels: 3, background: colour },
  })
    .png()
    .toBuffer();
  return sharp({ create: { width, height, channels: 3, background: '#222' } })
    .composite([{ input: inner }])
    .png()
    .toBuffer();
}
const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/png', buffer });

async function stored(id: string): Promise<Quiz> {
  return teacher.call<Quiz>('GET', `/quizzes/${id}`);
}
/** Every picture on a page has come, and is as large as its place. */
async function loaded(page: Page) {
  await expect
    .poll(() =>
      page.evaluate(
        `[...document.querySelectorAll('img')].filter((image) => image.getClientRects().length > 0).map((image) => image.complete && image.naturalWidth > 0)`,
      ),
    )
    .not.toContain(false);
}

async function consoleOf(lesson: LessonSummary) {
  const socket = teacher.socket({ as: 'teacher', lessonId: lesson.id });
  await next(socket, 'plan');
  return async (command: object) => {
    const ack = await send(socket, command);
    if (!ack.ok) throw new Error(JSON.stringify(ack));
  };
}

describe('pictures', () => {
  test('are added in the editor, by choosing and by pasting, described, undone, and refused with a reason', async () => {
    const made = await teacher.call<Quiz>('POST', '/quizzes', {
      title: 'Pictures',
      questions: [
        {
          id: 'question-first',
          kind: 'choice',
          text: 'Which of these is a leaf?',
          points: 1,
          seconds: null,
          explanation: '',
          note: '',
          options: ['', '', '', '', '', 'None of these, because all of them are something else'],
          right: 0,
        },
      ],
    });
    await desk.goto(`${program.url}/teacher/library/${made.id}`);
    const field = desk.getByRole('group', { name: 'Picture', exact: true });
    const chooser = desk.waitForEvent('filechooser');
    await field.getByRole('button', { name: 'Add a picture' }).click();
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>');
    await (await chooser).setFiles({ name: 'a.png', mimeType: 'image/png', buffer: svg });
    await field.getByText('SVG drawings may carry programs').waitFor();
    await field
      .locator('input[type=file]')
      .setInputFiles(file('leaf.png', await drawing(900, 600, '#3a7d44')));
    await field.getByRole('textbox', { name: 'What does it show?' }).fill('Six plants in a row');
    expect(await field.getByText('SVG drawings').count()).toBe(0);
    await accessible(desk, 'the editor with a picture');

    for (const [letter, colour] of [
      ['A', '#3a7d44'],
      ['B', '#b5651d'],
      ['C', '#1d4e89'],
      ['D', '#8b1e3f'],
      ['E', '#5b3a8c'],
    ] as const) {
      await desk.getByRole('button', { name: `Add a picture to answer ${letter}` }).click();
      const dialog = desk.getByRole('dialog', { name: `Picture of answer ${letter}` });
      await dialog
        .locator('input[type=file]')
        .setInputFiles(
          file(`${letter}.png`, await drawing(letter === 'C' ? 300 : 800, 500, colour)),
        );
      const shows = dialog.getByRole('textbox', { name: 'What does it show?' });
      if (letter === 'E') await dialog.getByRole('switch').check();
      else await shows.fill(`Plant ${letter}`);
      if (letter === 'A') await accessible(desk, 'the dialog of an answer’s picture');
      await desk.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
    }
    const before = await drawing(640, 480, '#777777');
    await field.evaluate(
      (element, bytes) => {
        const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(bytes)], 'pasted.png', { type: 'image/png' }));
        element.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
        );
      },
      [...before],
    );
    await expect.poll(async () => (await stored(made.id)).questions[0]?.image?.width).toBe(640);
    await desk.getByRole('button', { name: 'Undo' }).click();
    await expect
      .poll(async () => (await stored(made.id)).questions[0]?.image)
      .toMatchObject({
        width: 900,
        height: 600,
        alt: 'Six plants in a row',
      });
    const [question] = (await stored(made.id)).questions;
    expect(question).toMatchObject({
      optionImages: [
        { alt: 'Plant A' },
        { alt: 'Plant B' },
        { width: 300 },
        { alt: 'Plant D' },
        { alt: null },
        null,
      ],
    });
    await loaded(desk);

    const lesson = await teacher.startLesson({ quizId: made.id });
    const tell = await consoleOf(lesson);
    const phone = await opened(`/j/${lesson.code}`, {
      viewport: { width: 360, height: 740 },
      hasTouch: true,
    });
    await phone.getByLabel('Your name').fill('Ada');
    await phone.getByRole('button', { name: 'Join' }).tap();
    await phone.getByRole('heading', { name: 'You’re in, Ada' }).waitFor();
    // Before anything is asked all pictures are there.
    await expect
      .poll(() =>
        phone.evaluate(
          `performance.getEntriesByType('resource').filter(({ name }) => name.includes('/media/')).length`,
        ),
      )
      .toBe(6);
    const wall = await opened(`/wall/${lesson.id}`, { viewport: { width: 1920, height: 1080 } });
    await tell({ type: 'openQuestion', questionId: 'question-first' });
    await phone.getByRole('heading', { name: 'Which of these is a leaf?' }).waitFor();
    await loaded(phone);
    await accessible(phone, 'the phone with pictures');
    await phone.getByRole('button', { name: 'Enlarge: Six plants in a row' }).tap();
    await phone.getByRole('dialog').waitFor();
    await accessible(phone, 'the picture over the screen');
    await phone.keyboard.press('b');
    await phone.keyboard.press('Escape');
    await wall.getByRole('heading', { name: 'Which of these is a leaf?' }).waitFor();
    await loaded(wall);
    await accessible(wall, 'the wall with pictures');
    await wall.setViewportSize({ width: 1024, height: 768 });
    await phone
      .getByRole('button', { name: /Plant B/ })
      .first()
      .tap();
    await tell({ type: 'closeQuestion', questionId: 'question-first' });
    await tell({ type: 'revealKey', questionId: 'question-first' });
    await wall.getByText('leaf').first().waitFor();
    await loaded(wall);
    await wall.setViewportSize({ width: 1920, height: 1080 });
    expect(faults).toEqual([]);
  });
});
