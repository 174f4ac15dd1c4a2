import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startDesk, scrollsSideways, violations } from './setup-teacher.ts';
import type { Desk } from './setup-teacher.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk?.close());
afterEach(async () => {
  await desk.closeWindows();
  expect(desk.faults()).toEqual([]);
});

test('a key is made in the settings, opens what it may in the page for scripts, and is revoked', async () => {
  const page = await desk.teacherWindow('/teacher/settings');
  await page.getByRole('link', { name: 'Open the keys' }).click();
  await page.getByText('No key yet').waitFor();
  await page.getByRole('button', { name: 'Make a key' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Make a key' });
  await page.keyboard.type('Timetable of the office');
  await page.keyboard.press('Enter');
  await dialog.getByText('Choose at least one thing.').waitFor();
  await dialog.getByRole('checkbox', { name: /quizzes:write/ }).check();
  await dialog.getByRole('checkbox', { name: /quizzes:read/ }).check();
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Make a key' }).click();

  const field = page.getByRole('textbox', { name: 'The key' });
  const key = await field.inputValue();
  expect(key).toMatch(/^chalk_[\w-]{43}$/);
  await page.getByRole('button', { name: 'Copy' }).click();
  // Which of the two depends on what this browser allows; either way the whole key is selected.
  await page.getByText(/^The key is (copied\.|selected)/).waitFor();
  expect(
    await field.evaluate((input: HTMLInputElement) =>
      input.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0),
    ),
  ).toBe(key);
  const row = page.getByRole('list', { name: 'Keys' }).getByRole('listitem');
  await row.getByText(/Acts as Ms Okafor/).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.reload();
  await row.waitFor();
  expect(await page.content()).not.toContain(key);

  // Another device, which is nobody's: the page is open to all, what it asks needs the key.
  const docs = await desk.window('/api/docs');
  await docs.getByRole('heading', { name: 'Chalkbox for scripts' }).waitFor();
  expect(await docs.locator('script:not([src])').count()).toBe(0);
  await docs.getByRole('searchbox', { name: 'Find a route' }).fill('makes quiz');
  const route = docs.getByRole('article');
  await expect.poll(() => route.count()).toBe(1);
  await route.getByText('Needs quizzes:write').waitFor();
  await route.getByRole('tab', { name: 'Node.js' }).click();
  await route.getByText('JSON.stringify({').first().waitFor();
  await route.getByText('When it is refused').click();
  await route.getByText('This key opens nothing').waitFor();
  await route.getByText('QuestionSent', { exact: true }).click();
  await route.getByText('Question_choiceSent', { exact: true }).waitFor();
  await route.getByText('Try it', { exact: true }).click();
  expect(await violations(docs)).toEqual([]);
  const send = route.getByRole('button', { name: 'Send' });
  await send.click();
  await route.getByText('Answer 401').waitFor();
  await docs.getByRole('textbox', { name: 'Your key' }).fill(key);
  await send.click();
  await route.getByText('Answer 201').waitFor();

  await row.getByRole('button', { name: 'Revoke Timetable of the office' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await page.getByText('“Timetable of the office” is revoked.').waitFor();
  await send.click();
  await route.getByText('Answer 401').waitFor();
  await row.getByRole('button', { name: 'Delete Timetable of the office' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByText('No key yet').waitFor();
});

test('both pages are whole on a phone and in Spanish', async () => {
  const page = await desk.window('/api/docs?lang=es', { viewport: { width: 360, height: 740 } });
  await page.getByRole('heading', { name: 'Chalkbox para scripts' }).waitFor();
  await page.getByRole('heading', { name: 'Crea un cuestionario' }).waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  expect(await violations(page)).toEqual([]);
  const own = await desk.teacherWindow('/teacher', { viewport: { width: 360, height: 740 } });
  await own.request.patch(`${desk.url}/api/v1/teacher`, { data: { language: 'es' } });
  await own.goto(`${desk.url}/teacher/settings/keys`);
  await own.getByRole('button', { name: 'Crear una clave' }).click();
  await own.getByRole('dialog').getByText('Qué puede hacer').waitFor();
  expect(await scrollsSideways(own)).toBe(false);
  expect(await violations(own)).toEqual([]);
});
