import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LessonSummary } from '../../lan-server/contract/api.ts';
import type { Desk } from './setup-teacher.ts';
import { scrollsSideways, startDesk, violations } from './setup-teacher.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk?.close());

const dialogOf = (page: Page, name: string) => page.getByRole('dialog', { name });

/** From the menu with the teacher's name to who sits there next. */
async function switchUser(page: Page, from: string) {
  await page.goto(`${desk.url}/teacher/settings`);
  await page.getByRole('button', { name: `${from}: account` }).click();
  await page.getByRole('menuitem', { name: 'Switch user' }).click();
  await page.getByRole('heading', { name: 'Who is teaching?' }).waitFor();
}

test('two teachers share a laptop: each in their own, a lesson shared, a forgotten password', async () => {
  const page = await desk.teacherWindow('/teacher/settings');
  // One teacher: nobody to switch to, nothing to type.
  await page.getByRole('button', { name: 'Ms Okafor: account' }).click();
  await page.getByRole('menuitem', { name: 'My account' }).waitFor();
  expect(await page.getByRole('menuitem').count()).toBe(1);
  await page.keyboard.press('Escape');

  // The school, then a second and a third teacher.
  await page.getByRole('link', { name: 'School settings' }).click();
  await page.getByLabel('Name of the school').fill('Hill School');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Stored.').waitFor();
  await page.getByRole('navigation').getByText('Hill School').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.goto(`${desk.url}/teacher/settings/teachers`);
  for (const [name, way] of [
    ['Mr Diaz', 'Just a tap'],
    ['Ms Chen', 'Invitation code'],
  ] as const) {
    await page.getByRole('button', { name: 'Add a teacher' }).click();
    const dialog = dialogOf(page, 'Add a teacher');
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByLabel('Way in').selectOption(way);
    if (name === 'Mr Diaz') expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Add teacher' }).click();
    await page.getByText(`${name} can teach with this laptop now.`).waitFor();
  }
  const told = dialogOf(page, 'The code for Ms Chen');
  const code = (await told.getByText(/^\w{4}-\w{4}-\w{4}$/).textContent()) ?? '';
  await told.getByRole('button', { name: 'Done' }).click();
  expect(await page.getByRole('list', { name: 'Teachers' }).getByRole('listitem').count()).toBe(3);
  expect(await violations(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);

  // One's own recovery sheet, shown once.
  await page.goto(`${desk.url}/teacher/settings/recovery`);
  await page.getByRole('button', { name: 'Make a sheet' }).click();
  const codes = page.getByRole('listitem').filter({ hasText: /^\w{4}-\w{4}-\w{4}$/ });
  await expect.poll(() => codes.count()).toBe(10);
  const recovery = (await codes.first().textContent()) ?? '';
  expect(await violations(page)).toEqual([]);

  // A lesson of one's own, shared with one of them from its console.
  const started = await page.request.post(`${desk.url}/api/v1/lessons`, {
    data: { title: 'Osmosis' },
  });
  const lesson = (await started.json()) as LessonSummary;
  const console = `${desk.url}/teacher/lessons/${lesson.id}`;
  const asked = () => page.request.get(`${desk.url}/api/v1/lessons/${lesson.id}`);

  // A stranger is told that it is not there.
  await switchUser(page, 'Ms Okafor');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Mr Diaz' }).click();
  await page.getByRole('heading', { name: /Mr Diaz/ }).waitFor();
  expect((await asked()).status()).toBe(404);
  await page.goto(console);
  await page.getByText('This lesson is not here.').first().waitFor();
  // Nor has a teacher who is no admin the laptop's settings.
  await page.goto(`${desk.url}/teacher/settings`);
  await page.getByRole('heading', { name: 'Recovery sheet' }).waitFor();
  expect(await page.getByRole('link', { name: 'School settings' }).count()).toBe(0);
  await page.goto(`${desk.url}/teacher/settings/backups`);
  await page.getByText('Only admins can open this page.').waitFor();
  expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
  await page.goto(`${desk.url}/teacher/settings/keys`);
  await page.getByText('Only admins can open this page.').waitFor();
  expect(
    await page
      .getByRole('button')
      .filter({ hasText: /Try again|Make a key/ })
      .count(),
  ).toBe(0);

  await switchUser(page, 'Mr Diaz');
  await page.getByRole('button', { name: 'Ms Okafor' }).click();
  await page.getByRole('heading', { name: /Ms Okafor/ }).waitFor();
  await page.goto(console);
  await page.getByRole('button', { name: 'Co-teachers' }).click();
  const shared = dialogOf(page, 'Co-teachers');
  await shared.getByLabel('Invite a co-teacher').selectOption('Mr Diaz');
  await shared.getByRole('button', { name: 'Invite', exact: true }).click();
  await shared.getByText('Mr Diaz teaches it now too.').waitFor();
  expect(await violations(page)).toEqual([]);

  // The co-teacher runs it.
  await switchUser(page, 'Ms Okafor');
  await page.getByRole('button', { name: 'Mr Diaz' }).click();
  await page.getByRole('heading', { name: /Mr Diaz/ }).waitFor();
  await page.goto(`${desk.url}/teacher/results`);
  await page.getByText('Shared by Ms Okafor').waitFor();
  await page.goto(console);
  await page.getByRole('button', { name: /^Pause/ }).click();
  await page.getByText('Paused', { exact: true }).first().waitFor();

  // Who was invited sets a password of their own, on a phone; who has forgotten theirs, too.
  for (const [name, shown] of [
    ['Ms Chen', code],
    ['Ms Okafor', recovery],
  ] as const) {
    const phone = await desk.window('/teacher', { viewport: { width: 360, height: 740 } });
    await phone.getByRole('button', { name }).click();
    await phone.getByLabel('One-time code').fill(shown);
    await phone.getByRole('textbox', { name: 'Your new password' }).fill('a-password-of-mine');
    expect(await violations(phone)).toEqual([]);
    expect(await scrollsSideways(phone)).toBe(false);
    await phone.getByRole('button', { name: 'Set password and sign in' }).click();
    await phone.getByRole('heading', { name: new RegExp(name) }).waitFor();
  }
  expect(desk.faults()).toEqual([]);
});
