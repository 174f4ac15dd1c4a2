import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, next, send } from '../support/teacher.ts';
import { axe, says, startConsoleDesk, step } from './console-desk.ts';
import type { ConsoleDesk } from './console-desk.ts';

let desk: ConsoleDesk;
/** Where pictures go that somebody wants to look at. */
const pictures = process.env.CHALKBOX_PICTURES;

beforeAll(async () => {
  desk = await startConsoleDesk();
});
afterAll(() => desk?.end());

const answer = (rest: object = {}) => ({
  type: 'answer',
  questionId: 'question-1',
  round: 1,
  answer: { picked: 1 },
  ...rest,
});

test('the console says who holds answers, asks once before closing, and marks what came late; the results list it', async () => {
  const lesson = await desk.startLesson();
  const names = ['Amara', 'Ben', 'Chiara', 'Dilan', 'Elif'];
  const [amara, ben, chiara, dilan] = await desk.join(lesson, names);
  if (!amara || !ben || !chiara || !dilan) throw new Error('nobody came');
  const page = await desk.openConsole(lesson.id);
  await says(page, '5 of 5 connected');
  await page.keyboard.press('Space');
  await step(page, 'Close');
  await send(amara.socket, answer({ more: 1 }));
  await send(ben.socket, answer({ more: 2 }));
  await says(page, '2 devices hold unsent answers');
  for (const { socket } of [chiara, dilan]) socket.disconnect();
  await says(page, '2 unsent · 2 out of reach');
  await page.getByRole('button', { name: 'Amara, holds an unsent answer' }).waitFor();
  expect(await axe(page)).toEqual([]);
  if (pictures) await page.screenshot({ path: `${pictures}/console-holding.png` });

  // The first press only says it, whichever key it is; the tray says what the next one does.
  await page.keyboard.press('r');
  await page.getByText('2 devices hold unsent answers. Wait, or press again').waitFor();
  await step(page, 'Close anyway');
  expect(await axe(page)).toEqual([]);
  if (pictures) {
    await page.screenshot({ path: `${pictures}/console-asked.png` });
    for (const [width, height] of [
      [1024, 768],
      [1920, 1080],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.screenshot({ path: `${pictures}/console-${width}.png` });
    }
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.screenshot({ path: `${pictures}/console-dark.png` });
    await page.emulateMedia({ colorScheme: 'light' });
  }
  const tappedAt = Date.now() - 50;
  await page.keyboard.press('Space');
  await step(page, 'Reveal');
  await page.keyboard.press('Space');
  await step(page, 'Question 2');

  const { code } = lesson;
  for (const [{ device }, at] of [
    [chiara, tappedAt],
    [dilan, Date.now()],
  ] as const) {
    const socket = connect(desk.url, { as: 'student', code, device });
    await next(socket, 'welcome');
    await send(socket, answer({ tappedAt: at }));
  }
  await page.getByText('too late', { exact: true }).waitFor();
  await page.getByText('late', { exact: true }).waitFor();
  if (pictures) await page.screenshot({ path: `${pictures}/console-late.png` });
  await page.getByRole('button', { name: /^Dilan,/ }).click();
  await page.getByText('An answer arrived after the closing and does not count.').waitFor();
  await page.keyboard.press('Escape');

  await page.goto(`${desk.url}/teacher/results/${lesson.id}`);
  await page.getByRole('region', { name: 'Arrived late' }).waitFor();
  const list = page.getByRole('region', { name: 'Arrived late' }).getByRole('listitem');
  expect((await list.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' '))).toEqual([
    expect.stringMatching(/^1 Chiara · B · arrived \d+ s late, counts$/),
    '1 Dilan · B · does not count: tapped after the closing',
  ]);
  expect(await axe(page)).toEqual([]);
  if (pictures) await page.screenshot({ path: `${pictures}/results-late.png`, fullPage: true });
  const csv = await fetch(`${desk.url}/api/v1/lessons/${lesson.id}/export.csv?lang=en`, {
    headers: { cookie: desk.teacher.cookie },
  });
  const table = await csv.text();
  // Who came first is anybody's guess.
  for (const said of [/Arrived late/, /1: \d+ s/, /tapped after the closing/])
    expect(table).toMatch(said);
  await page.close();
  expect(desk.faults).toEqual([]);
});

test('a lesson is started with another rule for late answers', async () => {
  const page = await desk.window();
  await page.goto(`${desk.url}/teacher`);
  await page
    .getByRole('button', { name: /A B C D/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Never count').click();
  await dialog.getByText('Only what arrives before the question closes counts.').waitFor();
  expect(await axe(page)).toEqual([]);
  if (pictures) await page.screenshot({ path: `${pictures}/start.png` });
  const asked = page.waitForRequest(
    (request) => request.method() === 'POST' && request.url().endsWith('/lessons'),
  );
  await dialog.getByRole('button', { name: 'Start the lesson' }).click();
  expect((await asked).postDataJSON()).toMatchObject({ late: 'never' });
  await page.close();
});
