import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { signIn } from '../support/teacher.ts';
import { startLaptop } from './laptop.ts';
import type { Laptop } from './laptop.ts';
import { scrollsSideways, violations } from './setup-teacher.ts';

let laptop: Laptop;

beforeAll(async () => {
  laptop = await startLaptop();
  await signIn(laptop.program);
});
afterAll(() => laptop?.end());
afterEach(async () => {
  await laptop.closeWindows();
  expect(laptop.faults()).toEqual([]);
});

const thirty = Array.from({ length: 30 }, (_, at) => `Student${at + 1} Família${at + 1}`);

/** Puts a text into a field as a paste does. */
async function paste(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name: label }).evaluate((field, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    field.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
}

const rows = (page: Page) => page.getByRole('table', { name: 'Students' }).getByRole('row');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('a class of forty in a minute: typed, pasted, uploaded and looked at first; moved, archived, taken back', async () => {
  const page = await laptop.ownWindow();
  await page.getByRole('link', { name: 'Classes' }).click();
  await page.getByText('Your classes will stand here').waitFor();
  expect(await violations(page)).toEqual([]);
  await button(page, 'New class').click();
  await page.keyboard.type('9B');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Biology');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '9B Biology' }).waitFor();

  // One name after the other, each with Enter.
  const add = page.getByRole('textbox', { name: 'Add a student' });
  await add.click();
  await page.keyboard.type('Zoë Martin');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Ada Lovelace');
  await page.keyboard.press('Enter');
  await expect.poll(() => rows(page).count()).toBe(3);

  // A list pasted at the same place is looked at first.
  await paste(page, 'Add a student', thirty.join('\n'));
  await page.getByRole('heading', { name: 'Students for 9B' }).waitFor();
  await page.getByText('Read as UTF-8, one column.').waitFor();
  expect(await violations(page)).toEqual([]);
  await button(page, 'Take over 30 lines').click();
  await page.getByText('30 added, 0 joined, 0 changed').waitFor();
  await page.getByRole('main').getByRole('button', { name: '9B', exact: true }).last().click();
  await expect.poll(() => rows(page).count()).toBe(33);
  expect(await violations(page)).toEqual([]);

  // A file of another alphabet, with columns, doubles, look-alikes and a formula.
  await page.getByRole('link', { name: 'Paste or upload a list' }).click();
  const csv = [
    'Apellidos;Nombre;Grupo',
    'Núñez;José;Norte',
    'Martin;Zoe;',
    'Núñez;José;',
    ';;x',
    '=1;=2;',
  ];
  await page.locator('input[type=file]').setInputFiles({
    name: 'alumnos.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(csv.join('\r\n'), 'latin1'),
  });
  await page.getByText('Read as Windows-1252, separated by semicolons.').waitFor();
  const preview = page.getByRole('table', { name: 'What will happen, line by line' });
  const line = (number: number) => preview.getByRole('row').nth(number);
  await line(2).getByText('José Núñez').waitFor();
  await line(2).getByText('Is added').waitFor();
  await line(3).getByText('Looks like somebody you know').waitFor();
  await line(4).getByText('Left out: same as line 2').waitFor();
  await line(5).getByText('Left out: no name').waitFor();
  await line(6).getByText('Looks like a formula; stays text.').waitFor();
  await page.getByText('The section Norte will be made.').waitFor();
  expect(await violations(page)).toEqual([]);
  await page
    .getByRole('combobox', { name: 'Line 3: who is Zoe Martin?' })
    .selectOption('Is Zoë Martin');
  await line(3).getByText('Is here already').waitFor();
  await page
    .getByRole('combobox', { name: 'Line 4: who is José Núñez?' })
    .selectOption('Somebody new');
  await button(page, 'Take over 3 lines').click();
  await page.getByText('3 added, 0 joined, 0 changed').waitFor();
  await page.route('**/import/undo', (route) => route.abort());
  await button(page, 'Undo').click();
  await page.getByText('This was not taken back.', { exact: false }).waitFor();
  await page.unroute('**/import/undo');
  await button(page, 'Undo').click();
  await page.getByRole('textbox', { name: 'Paste a list' }).waitFor();
  await page.getByRole('link', { name: 'Classes' }).click();
  await page.getByText('Biology · 32 students').waitFor();

  // What is no table is said to be none, and nothing is lost.
  await page.getByRole('link', { name: '9B' }).click();
  await page.getByRole('link', { name: 'Paste or upload a list' }).click();
  await page.locator('input[type=file]').setInputFiles({
    name: 'old.xls',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  });
  await page.getByText(/Excel file of the old kind/).waitFor();
  await page.getByRole('main').getByRole('button', { name: '9B', exact: true }).click();

  // Sections, moving there, and out of the class and back.
  await button(page, 'More on this class').click();
  await page.getByRole('menuitem', { name: 'Sections' }).click();
  const sections = page.getByRole('dialog', { name: 'Sections' });
  await sections.getByRole('textbox', { name: 'New section' }).fill('North');
  await page.keyboard.press('Enter');
  await sections.getByRole('textbox', { name: 'Name of section 1' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await sections.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('checkbox', { name: 'Choose Ada Lovelace' }).check();
  await page.getByRole('checkbox', { name: 'Choose Zoë Martin' }).check();
  await page.getByText('2 chosen').waitFor();
  await button(page, 'Move…').click();
  await page.getByRole('combobox', { name: 'Section' }).selectOption('North');
  expect(await violations(page)).toEqual([]);
  await button(page, 'Move').click();
  await page.getByText('2 students moved to North').waitFor();
  await button(page, 'Undo').click();
  await page.getByText('Taken back').waitFor();
  await page.getByRole('radio', { name: 'North' }).check();
  await page.getByText('The students will stand here').waitFor();
  await page.getByRole('radio', { name: 'All' }).check();
  await page.getByRole('checkbox', { name: 'Choose Ada Lovelace' }).check();
  await page.getByRole('checkbox', { name: 'Choose Zoë Martin' }).check();
  await button(page, 'Move…').click();
  await page.getByRole('combobox', { name: 'Section' }).selectOption('North');
  await button(page, 'Move').click();
  await page.getByText('2 students moved to North').waitFor();
  await page.getByRole('radio', { name: 'North' }).check();
  await expect.poll(() => rows(page).count()).toBe(3);
  await page.getByRole('checkbox', { name: 'Choose all' }).check();
  await button(page, 'Make PINs').click();
  await page.getByText('2 new PINs').waitFor();
  // Who is done with is let go at once, however long the list takes: others may be chosen by then.
  let letThrough = () => {};
  const held = new Promise<void>((resolve) => (letThrough = resolve));
  await page.route(/\/students(\?|$)/, async (route) => {
    if (route.request().method() === 'GET') await held;
    await route.continue();
  });
  await button(page, 'Take out of the class').click();
  await page.getByText('2 students taken out of the class').waitFor();
  expect(await button(page, 'Archive').count()).toBe(0);
  letThrough();
  await button(page, 'Undo').click();
  await expect.poll(() => rows(page).count()).toBe(3);
  await page.getByRole('checkbox', { name: 'Choose Ada Lovelace' }).check();
  await button(page, 'Archive').click();
  await page.getByText('Archived students (1)').click();
  await button(page, 'Bring Ada Lovelace back').click();
  await expect.poll(() => rows(page).count()).toBe(3);

  // One student: when they were where, and a double that is made one.
  await button(page, 'Ada Lovelace').click();
  const student = page.getByRole('dialog', { name: 'Student' });
  await student.getByText('9B, North').first().waitFor();
  expect(await violations(page)).toEqual([]);
  await student.getByRole('textbox', { name: 'Number (optional)' }).fill('17');
  await button(page, 'Save').click();
  await page.getByRole('cell', { name: '17' }).waitFor();
  // The dialog gives the focus back to the name once it has gone.
  await student.waitFor({ state: 'detached' });
  await add.fill('Ada Lovelacé');
  await add.press('Enter');
  await page.getByText('1 pair of names may be the same student').waitFor();
  await button(page, 'Look at it').click();
  expect(await violations(page)).toEqual([]);
  await button(page, 'Make them one').click();
  await page.getByText(/is one student now/).waitFor();
  await page.getByRole('radio', { name: 'All' }).check();
  await expect.poll(() => rows(page).count()).toBe(33);

  await page.setViewportSize({ width: 360, height: 740 });
  expect(await scrollsSideways(page)).toBe(false);
});
