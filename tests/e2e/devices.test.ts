import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { diagnosticsSchema } from '../../lan-server/contract/diagnostics.ts';
import { signIn } from '../support/teacher.ts';
import { startLaptop } from './laptop.ts';
import type { Laptop } from './laptop.ts';
import { scrollsSideways, violations } from './setup-teacher.ts';

const password = 'chalk and slate';
const tablet = 'Mozilla/5.0 (Android 14; Tablet; rv:140.0) Gecko/140.0 Firefox/140.0';

let laptop: Laptop;

beforeAll(async () => {
  laptop = await startLaptop();
  const teacher = await signIn(laptop.program);
  await teacher.call('PATCH', '/teacher', { password });
  await teacher.call('DELETE', '/session');
});
afterAll(() => laptop?.end());
afterEach(async () => {
  await laptop.closeWindows();
  expect(laptop.faults()).toEqual([]);
});

/** A tablet of the teacher's, signed in with the password. */
async function tabletWindow() {
  const page = await laptop.otherWindow('/teacher', { userAgent: tablet });
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /Ms Okafor/ }).waitFor();
  return page;
}

test('signed-in devices are listed, and one of them is signed out at once', async () => {
  const own = await laptop.ownWindow();
  await own.getByRole('link', { name: 'Settings' }).click();
  await own.getByRole('link', { name: 'All signed-in devices' }).click();
  await own.getByText('No other device is signed in.').waitFor();
  const list = own.getByRole('list', { name: 'Signed-in devices' });
  expect(await list.getByRole('listitem').count()).toBe(1);
  await list.getByText('This device', { exact: true }).waitFor();
  await list.getByText('Opened on the laptop, without a password').waitFor();

  const other = await tabletWindow();
  await own.reload();
  const row = list.getByRole('listitem').filter({ hasText: 'Firefox on Android' });
  await row.getByText('Signed in with the password').waitFor();
  expect(await violations(own)).toEqual([]);

  const signOut = row.getByRole('button', { name: 'Sign out Firefox on Android' });
  await signOut.press('Enter');
  const dialog = own.getByRole('dialog', { name: 'Sign out “Firefox on Android”?' });
  expect(await violations(own)).toEqual([]);
  await own.keyboard.press('Escape');
  await expect
    .poll(() => signOut.evaluate((button) => button === document.activeElement))
    .toBe(true);
  await signOut.press('Enter');
  await dialog.getByRole('button', { name: 'Sign out', exact: true }).click();
  await own.getByText('“Firefox on Android” is signed out.').waitFor();
  await own.getByText('No other device is signed in.').waitFor();
  await other.getByRole('heading', { name: 'Please sign in again' }).waitFor();
});

test('all other devices are signed out together; this one stays', async () => {
  const own = await laptop.ownWindow();
  const others = [await tabletWindow(), await tabletWindow()];
  await own.goto(`${laptop.program.url}/teacher/settings/devices`);
  const before = own.getByRole('listitem').filter({ hasText: 'Firefox on Android' });
  await expect.poll(() => before.count()).toBe(2);
  await own.getByRole('button', { name: 'Sign out all others' }).click();
  const dialog = own.getByRole('dialog');
  await dialog.getByText(/^Its console and its wall go out at once/).waitFor();
  await dialog.getByText(/^To come back it needs the password/).waitFor();
  await dialog.getByRole('button', { name: 'Sign out all others' }).click();
  await own.getByText(/devices are signed out\.$/).waitFor();
  await own.getByText('No other device is signed in.').waitFor();
  for (const other of others)
    await other.getByRole('heading', { name: 'Please sign in again' }).waitFor();
  await own.reload();
  await own.getByRole('heading', { name: 'Signed-in devices' }).waitFor();
});

test('the list is whole on a phone and in Spanish', async () => {
  const own = await laptop.ownWindow({ viewport: { width: 360, height: 740 } });
  await own.getByRole('heading', { level: 1 }).waitFor();
  await own.request.patch(`${laptop.program.url}/api/v1/teacher`, { data: { language: 'es' } });
  await own.goto(`${laptop.program.url}/teacher/settings/devices`);
  await own.getByRole('heading', { name: 'Dispositivos con sesión iniciada' }).waitFor();
  await own.getByText('Este dispositivo').waitFor();
  expect(await scrollsSideways(own)).toBe(false);
  expect(await violations(own)).toEqual([]);
  await own.request.patch(`${laptop.program.url}/api/v1/teacher`, { data: { language: 'en' } });
});

test('the diagnostics file is saved from the settings and names nobody', async () => {
  const own = await laptop.ownWindow();
  await own.getByRole('link', { name: 'Settings' }).click();
  const [download] = await Promise.all([
    own.waitForEvent('download'),
    own.getByRole('link', { name: 'Save the diagnostics file' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^chalkbox-diagnostics-.*\.json$/);
  const text = readFileSync(await download.path(), 'utf8');
  diagnosticsSchema.parse(JSON.parse(text));
  expect(text).not.toContain('Okafor');
});
