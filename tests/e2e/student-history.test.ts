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
  if (shots) await page.screenshot({ path: `${shots}/history-${name}.png`, fullPage: true });
};

async function phone(path: string): Promise<Page> {
  const context = await desk.newContext('light');
  const page = await context.newPage();
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(desk.url + path);
  return page;
}

test('a lesson ends with its summary; a student reads what was released, is looked at across lessons, exported and erased', async () => {
  const { teacher } = desk;
  const of = await makeClass(teacher, [{ name: 'Ada Okoye' }, { name: 'Ben Ramírez' }]);
  const ada = await phone(`/c/${of.code}`);
  await ada.getByRole('button', { name: 'Ada Okoye' }).click();
  await ada.getByRole('heading', { name: 'Hello, Ada Okoye' }).waitFor();
  const lesson = await desk.startLesson({ identity: 'roster', classId: of.id });
  await ada.goto(`${desk.url}/j/${lesson.code}`);
  await ada.getByRole('heading', { name: 'You’re in, Ada Okoye' }).waitFor();

  // Home counts without a reload.
  const home = await desk.window();
  await home.goto(`${desk.url}/teacher`);
  await home.getByText('1 of 1 student here · In the lobby').waitFor();
  const console = await desk.openConsole(lesson.id);
  await console.keyboard.press('Space');
  await home.getByText('Question 1 of 3 · 0 answered').waitFor();
  await ada.getByRole('button', { name: /salt/ }).click();
  await home.getByText('Question 1 of 3 · 1 answered').waitFor();
  await console.keyboard.press('Space');
  await console.keyboard.press('Space');
  await console.getByRole('button', { name: 'End', exact: false }).first().click();
  await console.getByRole('dialog').getByRole('button', { name: /End/ }).last().click();

  const summary = console.getByRole('region', { name: 'In short' });
  await summary.getByText('Ben Ramírez').waitFor();
  await summary.getByText('1. What enters the cell? 0% right').first().waitFor();
  await look(console, 'results');
  expect(await axe(console)).toEqual([]);

  // Nothing is released by itself.
  await ada.goto(`${desk.url}/c/${of.code}`);
  await ada.getByRole('button', { name: 'My results' }).click();
  await ada.getByText('Once your teacher releases').waitFor();
  await ada.getByRole('button', { name: 'Back' }).click();
  await console.getByRole('switch', { name: 'Students may see their own results' }).click();
  await console.getByText('Never another’s.').waitFor();
  await ada.getByRole('button', { name: 'My results' }).click();
  await ada.getByRole('button', { name: /Osmosis/ }).click();
  await ada.getByText('A salt').waitFor();
  await ada.getByText('Not right').waitFor();
  await ada.getByText('B water').waitFor();
  await look(ada, 'phone');
  expect(await axe(ada)).toEqual([]);

  const page = await desk.window();
  await page.goto(`${desk.url}/teacher/students/${of.student('Ada Okoye').id}`);
  await page.getByRole('heading', { name: 'Ada Okoye' }).waitFor();
  await page.getByRole('row', { name: /Osmosis.*Present/ }).waitFor();
  await look(page, 'student');
  expect(await axe(page)).toEqual([]);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Page to read and print' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^Ada Okoye .*\.html$/);

  await page.getByRole('button', { name: 'Erase this student' }).click();
  const asked = page.getByRole('dialog');
  await asked.getByText('Counts, points and averages of the class stay as they are.').waitFor();
  await look(page, 'erase');
  expect(await axe(page)).toEqual([]);
  await asked.getByRole('button', { name: 'Erase for good' }).click();
  await page.getByText('Ada Okoye was erased.').waitFor();
  await console.reload();
  await console.getByRole('region', { name: 'In short' }).waitFor();
  await expect.poll(() => console.getByText('Ada Okoye').count()).toBe(0);
  await summary.getByText('1. What enters the cell? 0% right').first().waitFor();

  await page.goto(`${desk.url}/teacher/settings/privacy`);
  await page.getByText('For ever: no time is set for this school.').waitFor();
  await look(page, 'privacy');
  expect(await axe(page)).toEqual([]);
  await teacher.call('PATCH', '/teacher', { language: 'es' });
  await home.reload();
  await home.getByRole('heading', { name: 'Clases recientes' }).waitFor();
  await look(home, 'home-es');
  expect(desk.faults).toEqual([]);
});
