import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SchoolClass } from '../../lan-server/contract/classes.ts';
import { startDesk, violations } from './setup-teacher.ts';
import type { Desk } from './setup-teacher.ts';

const minute = 60_000;
let ahead = 0;
let desk: Desk;

beforeAll(async () => {
  desk = await startDesk({ now: () => Date.now() + ahead, lookEveryMs: 100 });
});
afterAll(() => desk?.close());

const pupils = ['Ada Okoye', 'Ben Ramírez', 'Cleo Marsh'];
const thirty = [
  ...pupils,
  ...Array.from({ length: 27 }, (_, at) => `Pupil${at + 1} Name${at + 1}`),
];

/** Lets so many minutes of the lesson pass while the program is stopped. */
function letPass(minutes: number): void {
  const db = new Database(join(desk.dataDir, 'chalkbox.db'));
  for (const change of [
    'UPDATE journal SET at = at - :ms',
    'UPDATE lesson_summaries SET started_at = started_at - :ms',
    'UPDATE attendance SET asked_at = asked_at - :ms, arrived_at = arrived_at - :ms',
  ])
    db.prepare(change).run({ ms: minutes * minute });
  db.close();
}

function phone(path: string): Promise<Page> {
  return desk.window(path, { viewport: { width: 360, height: 740 }, hasTouch: true });
}

async function pick(page: Page, name: string): Promise<void> {
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('button', { name }).click();
}

test('thirty names pasted, a lesson planned, phones that move in by themselves, a restart, another device, one late: attendance is right', async () => {
  const page = await desk.teacherWindow('/teacher/classes');
  await page.getByRole('button', { name: 'New class' }).click();
  await page.keyboard.type('Biology 7b');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Add a student' }).evaluate((field, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    field.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, thirty.join('\n'));
  await page.getByRole('button', { name: 'Take over 30 lines' }).click();
  await page.getByText('30 added, 0 joined, 0 changed').waitFor();
  const answer = await page.request.get(`${desk.url}/api/v1/classes`);
  const [biology] = ((await answer.json()) as { classes: SchoolClass[] }).classes;

  await page.goto(`${desk.url}/teacher/schedule`);
  await page.getByRole('button', { name: 'Plan a lesson' }).click();
  const dialog = page.getByRole('dialog', { name: 'Plan a lesson' });
  await dialog.getByLabel('Title').fill('Leaves');
  await dialog.getByLabel('Class').selectOption({ label: 'Biology 7b' });
  const at = new Date(Date.now() + 2 * minute);
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  await dialog.getByLabel('Day', { exact: true }).fill(day);
  await dialog
    .getByLabel('Time', { exact: true })
    .fill(`${two(at.getHours())}:${two(at.getMinutes())}`);
  await dialog.getByText('Starts by itself').click();
  await dialog.getByRole('button', { name: 'Plan it' }).click();
  await dialog.waitFor({ state: 'detached' });

  const waiting = await Promise.all(
    pupils.slice(0, 2).map(async (name) => {
      const one = await phone(`/c/${biology?.code}`);
      await pick(one, name);
      await one.getByRole('listitem').filter({ hasText: 'Leaves' }).waitFor();
      await one.getByText('Stay on this page').waitFor();
      return { one, name };
    }),
  );
  const ada = waiting[0]?.one as Page;
  expect(await violations(ada)).toEqual([]);

  await desk.stopServer();
  await desk.startServer();
  ahead = 2 * minute + 1000;
  for (const { one, name } of waiting)
    await one.getByRole('heading', { name: `You’re in, ${name}` }).waitFor();
  expect(new URL(ada.url()).pathname).toMatch(/^\/j\/\d{4}$/);

  // The teacher's window, on whatever page it is.
  await page.goto(`${desk.url}/teacher/classes/${biology?.id}`);
  const ofClass = page.getByRole('region', { name: 'Lessons of this class' });
  await ofClass.getByText(/^4[45] minutes left$/).waitFor();
  await ofClass.getByRole('button', { name: 'Plan a lesson' }).click();
  expect(await dialog.getByLabel('Class').inputValue()).toBe(biology?.id);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.getByText('Biology 7b · Leaves has started by itself.').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('link', { name: 'Open it' }).click();
  await page.getByRole('button', { name: /^4[45] minutes left/ }).click();
  await page.getByRole('menuitem', { name: '15 minutes more' }).click();
  await page.getByRole('button', { name: /^(59|60) minutes left/ }).waitFor();

  // Seven minutes in, after another restart in the middle of it.
  await desk.stopServer();
  letPass(7);
  await desk.startServer();
  const cleo = await phone(new URL(ada.url()).pathname);
  await pick(cleo, 'Cleo Marsh');
  await cleo.getByRole('heading', { name: 'You’re in, Cleo Marsh' }).waitFor();

  // Ben's battery is empty: the teacher lets the other phone in by one tap.
  const other = await phone(new URL(ada.url()).pathname);
  await pick(other, 'Ben Ramírez');
  await page.getByText('Another device wants to be Ben Ramírez.').waitFor();
  await page.getByRole('button', { name: 'Let in as Ben Ramírez' }).click();
  await other.getByRole('heading', { name: /Ben Ramírez/ }).waitFor();

  await page.getByRole('button', { name: 'Attendance', exact: true }).click();
  await page.getByText('2 present, 1 late, 27 absent, 0 excused').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^End/ }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: /^End/ }).click();
  await page.waitForURL('**/teacher/results/*');
  await page.getByRole('tab', { name: 'Attendance' }).click();
  await page.getByText('2 present, 1 late, 27 absent, 0 excused').waitFor();
  await expect
    .poll(() => page.getByLabel('Minutes late: Cleo Marsh').inputValue())
    .toMatch(/^[78]$/);
  expect(await violations(page)).toEqual([]);
  expect(desk.faults()).toEqual([]);
});
