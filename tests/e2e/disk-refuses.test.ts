import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { overLimit } from '../crash/faults.ts';
import { axe, says, startConsoleDesk, step } from './console-desk.ts';
import type { ConsoleDesk } from './console-desk.ts';

let desk: ConsoleDesk;

beforeAll(async () => {
  desk = await startConsoleDesk();
});
afterAll(() => desk?.end());

async function phoneAt(code: string, name: string): Promise<Page> {
  const context = await desk.newContext('light');
  const page = await context.newPage();
  await page.setViewportSize({ width: 360, height: 740 });
  page.on('pageerror', (error) => expect.unreachable(error.message));
  await page.goto(`${desk.url}/j/${code}`);
  await page.getByRole('textbox', { name: 'Your name' }).fill(name);
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  return page;
}

test('a disk that refuses is said on console and phones in words, and all goes on by itself when it is over', async ({
  skip,
}) => {
  const prepared = overLimit.prepare();
  if ('skipped' in prepared) skip(prepared.skipped);
  else overLimit.tidy(prepared.dataDir);
  const lesson = await desk.startLesson();
  const zoe = await phoneAt(lesson.code, 'Zoe');
  await zoe.getByRole('heading', { name: 'You’re in, Zoe' }).waitFor();
  const console = await desk.openConsole(lesson.id);
  await console.keyboard.press('Space');
  await step(console, /Close/);
  const room = console.getByRole('heading', { name: 'The room' });
  const before = await room.boundingBox();
  await zoe.getByRole('heading', { name: 'What enters the cell?' }).waitFor();

  overLimit.begin(desk.program());
  await zoe.getByRole('button', { name: 'Answer B' }).click();
  await zoe.getByRole('heading', { name: 'B is kept on this phone' }).waitFor();
  await says(
    zoe,
    'The laptop cannot save it just now. It sends by itself; reloading loses nothing.',
  );
  expect(await zoe.getByText('Stored on the teacher’s laptop').count()).toBe(0);
  await says(console, 'This laptop’s disk does not take anything.');
  await console.getByText('answers are kept on the phones and come by themselves').waitFor();
  expect(await room.boundingBox()).toEqual(before);
  await console.keyboard.press('p');
  const refused =
    'The laptop’s disk did not take this, so it was not stored. Free some space, then try again.';
  await says(console, refused);
  await step(console, /Close/);
  const ben = await phoneAt(lesson.code, 'Ben');
  await says(
    ben,
    'The laptop cannot save just now. Your teacher knows. This phone tries again by itself.',
  );
  expect([...(await axe(console)), ...(await axe(zoe)), ...(await axe(ben))]).toEqual([]);

  overLimit.end(desk.program());
  await zoe.getByRole('heading', { name: 'Your answer is B' }).waitFor();
  await says(console, '1');
  await ben.getByRole('heading', { name: 'What enters the cell?' }).waitFor();
  const banner = console.getByText('This laptop’s disk does not take anything.');
  await banner.waitFor({ state: 'detached' });
  await console.getByText(refused).waitFor({ state: 'detached' });
  await console.keyboard.press('Space');
  await step(console, /Reveal/);
  expect(desk.faults).toEqual([]);
});
