import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { startProgram } from '../support/program.ts';
import type { Program } from '../support/program.ts';
import { next, send, signIn } from '../support/teacher.ts';

let program: Program;
let browser: Browser;

beforeAll(async () => {
  program = await startProgram();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await program?.end();
});

test.each(['the code page', 'the link of a QR code'])(
  'a phone that has never been here opens %s with at most 4 requests and 50 KB, in its own font, and asks nobody else',
  async (way) => {
    const lesson = await (await signIn(program)).startLesson();
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    const loaded: { url: string; bytes: number }[] = [];
    page.on('requestfinished', (request) => {
      void request
        .sizes()
        .then(({ responseBodySize }) =>
          loaded.push({ url: request.url(), bytes: responseBodySize }),
        );
    });
    await page.goto(program.url + (way === 'the code page' ? '/' : `/j/${lesson.code}`), {
      waitUntil: 'networkidle',
    });
    await page.getByRole('heading').first().waitFor();
    const all = () => loaded.filter(({ url }) => !url.includes('/live/'));
    // What shows a question comes after the door, while a student types.
    const later = () => all().filter(({ url }) => url.includes('lesson-screens'));
    const asked = () => all().filter((file) => !later().includes(file));
    await expect.poll(() => asked().length).toBeGreaterThanOrEqual(4);
    await expect.poll(() => later().length).toBe(2);
    expect(all().map(({ url }) => new URL(url).origin)).toEqual(all().map(() => program.url));
    expect(asked().length).toBeLessThanOrEqual(4);
    expect(asked().reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(50 * 1024);
    expect(
      await page.evaluate(() => document.fonts.check("16px 'Atkinson Hyperlegible Next Variable'")),
    ).toBe(true);
    expect(await page.evaluate(() => [...document.fonts].map(({ status }) => status))).toContain(
      'loaded',
    );
    await context.close();
  },
);

test('a phone that cannot fetch its questions says so, tries by itself, and is where the class is', async () => {
  const teacher = await signIn(program);
  const lesson = await teacher.startLesson();
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  let cut = true;
  await page.route(/lesson-screens.*\.js/, (route) => (cut ? route.abort() : route.continue()));
  await page.goto(`${program.url}/j/${lesson.code}`);
  await page.getByLabel('Your name').fill('Ada');
  await page.getByRole('button', { name: 'Join' }).click();
  await page.getByRole('heading', { name: 'You’re in, Ada' }).waitFor();
  const desk = teacher.socket({ as: 'teacher', lessonId: lesson.id });
  const { questions } = await next(desk, 'plan');
  await send(desk, { type: 'openQuestion', questionId: questions[0]?.id ?? '' });
  await page.getByText('This phone could not fetch the questions.').waitFor();
  await page.getByRole('button', { name: 'Load the page again' }).waitFor();
  cut = false;
  await page.getByRole('button', { name: 'Answer B' }).waitFor();
  desk.close();
  await context.close();
});
