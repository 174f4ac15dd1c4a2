import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { makeClass } from '../support/school-class.ts';
import { axe, startConsoleDesk } from './console-desk.ts';
import type { ConsoleDesk } from './console-desk.ts';

let desk: ConsoleDesk;

beforeAll(async () => {
  desk = await startConsoleDesk();
});
afterAll(() => desk?.end());

/** A picture for whoever wants to look: SHOTS=folder. */
const shots = process.env['SHOTS'];
const look = async (page: Page, name: string) => {
  if (shots) await page.screenshot({ path: `${shots}/roster-${name}.png` });
};

async function phone(path: string): Promise<Page> {
  const context = await desk.newContext('light');
  const page = await context.newPage();
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(desk.url + path);
  return page;
}

test('a class signs in and picks names; a second device needs one tap; who is missing or late is on the console and in the results', async () => {
  const { teacher } = desk;
  const of = await makeClass(teacher, [
    { name: 'Ada Okoye', pin: '4711' },
    { name: 'Ben Ramírez' },
    { name: 'Cleo Marsh' },
    { name: 'Dara Lind' },
  ]);
  // At the class's page, once.
  const ben = await phone(`/c/${of.code}`);
  await ben.getByRole('heading', { name: 'Who are you?' }).waitFor();
  await ben.getByRole('button', { name: 'Dara Lind' }).waitFor();
  await ben.getByLabel('Your name').fill('ram');
  await ben.getByText('1 name', { exact: true }).waitFor();
  await look(ben, 'phone-class-search');
  expect(await axe(ben)).toEqual([]);
  await ben.getByRole('button', { name: 'Ben Ramírez' }).click();
  await ben.getByRole('heading', { name: 'Hello, Ben Ramírez' }).waitFor();
  await look(ben, 'phone-class');
  expect(await axe(ben)).toEqual([]);

  const lesson = await desk.startLesson({
    identity: 'roster',
    classId: of.id,
    play: { proof: 'pictures', graceMinutes: 5 },
  });
  await ben.goto(`${desk.url}/j/${lesson.code}`);
  await ben.getByRole('heading', { name: 'You’re in, Ben Ramírez' }).waitFor();

  const ada = await phone(`/j/${lesson.code}`);
  await ada.getByRole('button', { name: 'Ada Okoye' }).waitFor();
  await look(ada, 'phone-list');
  expect(await axe(ada)).toEqual([]);
  await ada.getByRole('button', { name: 'Ada Okoye' }).press('Enter');
  await ada.getByRole('heading', { name: 'Your two pictures, Ada Okoye' }).waitFor();
  await ada.getByRole('button', { name: '0 star' }).click();
  await ada.getByRole('button', { name: '1 heart' }).click();
  await ada.getByText('Those are not your pictures.').waitFor();
  await look(ada, 'phone-pictures');
  expect(await axe(ada)).toEqual([]);
  await ada.getByRole('button', { name: '4 phone' }).click();
  await ada.getByRole('button', { name: '7 pencil' }).click();
  await ada.getByRole('heading', { name: 'You’re in, Ada Okoye' }).waitFor();
});
