import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { startProgram } from '../support/program.ts';
import type { Program } from '../support/program.ts';
import { signIn } from '../support/teacher.ts';

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
    const asked = () => loaded.filter(({ url }) => !url.includes('/live/'));
    await expect.poll(() => asked().length).toBeGreaterThanOrEqual(4);
    expect(asked().map(({ url }) => new URL(url).origin)).toEqual(asked().map(() => program.url));
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
