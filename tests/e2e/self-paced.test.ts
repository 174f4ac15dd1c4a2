import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BrowserContext, Page } from 'playwright-core';
import { axe, startConsoleDesk } from './console-desk.ts';
import type { ConsoleDesk } from './console-desk.ts';

/** Where to put pictures for a person to look at; none where not set. */
const pictures = process.env['CHALKBOX_PICTURES'];

let desk: ConsoleDesk;
let console: Page;
let wall: Page;
const phones: BrowserContext[] = [];
const faults: string[] = [];

beforeAll(async () => {
  desk = await startConsoleDesk();
});
afterAll(() => desk.end());

async function shown(page: Page, name: string) {
  if (pictures) await page.screenshot({ path: `${pictures}/self-paced-${name}.png` });
  expect(await axe(page), name).toEqual([]);
}

async function phoneOf(code: string, name: string): Promise<Page> {
  const context = await desk.newContext('light');
  phones.push(context);
  await context.clearCookies();
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => faults.push(error.message));
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${desk.url}/j/${code}`);
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('button', { name: 'Join' }).click();
  await page.getByRole('heading', { name: `You’re in, ${name}` }).waitFor();
  return page;
}

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name }).waitFor();
const step = (label: string | RegExp) =>
  console.locator('[aria-keyshortcuts="Space"]').filter({ hasText: label }).waitFor();

test('a class works at its own speed: chosen at the start, answered in any order and offline, handed in, released', async () => {
  await desk.startLesson();
  console = await desk.window();
  console.setDefaultTimeout(15_000);
  await console.goto(`${desk.url}/teacher/library`);
  await button(console, /^Start/)
    .first()
    .click();
  const dialog = console.getByRole('dialog');
  await dialog.getByText('Speed', { exact: true }).click();
  await dialog.getByText('At their own speed').last().click();
  await dialog.getByText('exit ticket').waitFor();
  await dialog.getByLabel('Time for all questions').selectOption('10');
  await shown(console, 'start');
  await dialog.getByRole('button', { name: 'Start the lesson' }).click();
  await console.getByText('Nobody here yet.').waitFor();
  const lessonId = /lessons\/([^/]+)/.exec(console.url())?.[1] ?? '';
  const { lessons } = (await (await fetch(`${desk.url}/api/v1/door`)).json()) as {
    lessons: { code: string }[];
  };
  const code = lessons.at(-1)?.code ?? '';
  wall = await desk.window();
  await wall.setViewportSize({ width: 1920, height: 1080 });
  await wall.goto(`${desk.url}/wall/${lessonId}`);

  const ana = await phoneOf(code, 'Ana');
  const bo = await phoneOf(code, 'Bo');
  await step('Start the work');
  await console.keyboard.press('Space');
  await wall.getByRole('heading', { name: 'Work at your own speed' }).waitFor();
  await heading(ana, 'Your questions');
  await shown(ana, 'phone-overview');

  // Ana begins with the second question, comes back to the first, and changes her mind there.
  await button(ana, 'Question 2, not answered').click();
  await button(ana, /False/).click();
  await button(ana, 'Back').click();
  await heading(ana, 'What enters the cell?');
  await button(ana, /salt/).click();
  await button(ana, /water/).click();
  await shown(ana, 'phone-question');
  await ana.reload();
  await heading(ana, 'What enters the cell?');
  await expect.poll(() => button(ana, /water/).getAttribute('aria-pressed')).toBe('true');
  const row = (name: string) => console.getByRole('row', { name: new RegExp(`^${name}`) });
  await expect.poll(() => row('Ana').getByRole('cell', { name: 'right' }).count()).toBe(2);
  await shown(console, 'console');

  // Bo loses the Wi-Fi, answers everything and hands in; it all comes by itself.
  await bo.context().setOffline(true);
  await bo.getByText('Looking for the laptop').first().waitFor();
  await button(bo, 'Begin').click();
  await button(bo, /starch/).click();
  await button(bo, 'Next').click();
  await button(bo, /True/).click();
  await bo.getByText('2 answers are kept on this phone').waitFor();
  await button(bo, 'All').click();
  await button(bo, 'Question 1, kept on this phone').waitFor();
  await button(bo, 'Hand in').click();
  await heading(bo, '1 question is not answered');
  await shown(bo, 'phone-missing');
  await button(bo, 'Hand in anyway').click();
  await heading(bo, 'Handing in');
  await bo.context().setOffline(false);
  await heading(bo, 'Handed in');
  await row('Bo').getByLabel('Handed in').waitFor();
  await expect.poll(() => row('Bo').getByRole('cell', { name: 'wrong' }).count()).toBe(2);
  await wall.getByText('1 of 2 has handed in').first().waitFor();
  await shown(wall, 'wall');

  // By keyboard: one question, one student, more time.
  await console.keyboard.press('2');
  await console.getByRole('complementary').getByText('Osmosis needs energy.').waitFor();
  await console.getByRole('complementary').getByText('1 of 2 right').waitFor();
  await button(console, /^Bo/).focus();
  await console.keyboard.press('Enter');
  await console.getByRole('complementary').getByText('Not yet: 3').waitFor();
  await console.keyboard.press('t');
  await console
    .getByText(/^1[12]:/)
    .first()
    .waitFor();

  await button(console, 'Ana')
    .blur()
    .catch(() => undefined);
  await console.locator('body').click({ position: { x: 5, y: 300 } });
  await step('Close the questions');
  await console.keyboard.press('Space');
  await heading(ana, 'The questions are closed');
  await expect.poll(() => ana.locator('main').innerText()).not.toContain('right');
  await step('Release the results');
  await console.keyboard.press('Space');
  await heading(ana, 'Your results');
  await button(ana, 'Question 1, right').click();
  await heading(ana, /B is right/);
  await step('Question 1');
  await console.keyboard.press('Space');
  await wall.getByText('Question 1 of 3').first().waitFor();
  expect([...desk.faults, ...faults]).toEqual([]);
  for (const context of phones) await context.close();
});
