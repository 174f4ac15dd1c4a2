import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Desk } from './setup-teacher.ts';
import { scrollsSideways, startDesk, violations } from './setup-teacher.ts';

let desk: Desk;
const password = 'chalk and slate';

beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk?.close());
afterEach(async () => {
  await desk.closeWindows();
  const faults = desk.faults();
  if (faults.length > 0) throw new Error(faults.join('\n'));
});

describe('the first start', () => {
  test('without a session says how to get in, and a wrong key is told as such', async () => {
    const page = await desk.window();
    await page.getByRole('heading', { name: 'Sign in to Chalkbox' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Sign in with the key' }).click();
    await page.getByText('Paste the launch key first.').waitFor();
    await page.getByLabel('Launch key').fill('a-key-from-another-day-000000');
    await page.keyboard.press('Enter');
    await page.getByText('This launch key is not valid.').waitFor();
  });

  test('with the launch key in the address removes it at once and asks who teaches here', async () => {
    const page = await desk.window(`/teacher#key=${desk.launchKey}`, { locale: 'es-MX' });
    await page.getByRole('heading', { name: 'Bienvenida a Chalkbox' }).waitFor();
    expect(page.url()).toBe(`${desk.url}/teacher`);
    expect(await violations(page)).toEqual([]);
    const focused = page.getByLabel(/^(Your name|Tu nombre)/).and(page.locator(':focus'));
    await expect.poll(() => focused.count()).toBe(1);

    await page.getByText('English').click();
    await page.getByRole('heading', { name: 'Welcome to Chalkbox' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');

    await page.getByLabel('Password for other devices').fill('short');
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.getByText('Please type a name.').waitFor();
    await page.getByText('A password needs at least 8 characters.').waitFor();
    await expect.poll(() => focused.count()).toBe(1);

    await page.getByLabel('Your name').fill('Ms Okafor');
    await page.getByLabel('Password for other devices').fill(password);
    await page.getByRole('button', { name: 'Show the password' }).click();
    expect(await page.getByLabel('Password for other devices').getAttribute('type')).toBe('text');
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.getByRole('heading', { name: /Ms Okafor/ }).waitFor();

    await page.reload();
    await page.getByRole('heading', { name: /Ms Okafor/ }).waitFor();
  });
});

describe('another device', () => {
  test('gets in with the password, and not with another', async () => {
    const page = await desk.window('/teacher/settings');
    await page.getByRole('textbox', { name: 'Password' }).fill('not the password');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByText('That is not the password.').waitFor();
    await page.getByRole('textbox', { name: 'Password' }).fill(password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
    expect(page.url()).toBe(`${desk.url}/teacher/settings`);
  });

  test('is told how long to wait after too many wrong passwords', async () => {
    const page = await desk.window();
    await page.getByRole('textbox', { name: 'Password' }).fill('guess');
    const locked = page.getByText(/The next one is possible in \d+ seconds?/);
    const refused = page.getByText('That is not the password.');
    // How many are allowed is the program's business; a person gives up long before this.
    for (let tries = 0; tries < 12 && !(await locked.isVisible()); tries += 1) {
      const answered = page.waitForResponse('**/api/v1/session');
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await answered;
      await locked.or(refused).first().waitFor();
    }
    expect(await locked.isVisible()).toBe(true);
  });
});

describe('the settings', () => {
  test('change name and language at once, and the password with a question before it goes', async () => {
    const page = await desk.teacherWindow('/teacher/settings');
    await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
    await page.getByText(/^Chalkbox \d+\.\d+\.\d+/).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.title()).toBe('Settings · Chalkbox');

    await page.getByLabel('Name', { exact: true }).fill('Mr Berg');
    await page.getByRole('button', { name: 'Save the name' }).click();
    await page.getByText('Stored.').waitFor();
    await page.getByLabel('Language of these pages').selectOption('es');
    await page.getByRole('heading', { name: 'Ajustes', level: 1 }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Idioma de estas páginas').selectOption('en');

    await page.getByRole('button', { name: 'Remove the password' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove the password' }).click();
    await page.getByText('The password is removed.').waitFor();
    await page.getByText('No password is set').waitFor();

    await page.getByRole('link', { name: 'Home' }).click();
    await page.getByRole('heading', { name: /Mr Berg/ }).waitFor();
  });

  test('sign out for good', async () => {
    const page = await desk.teacherWindow('/teacher/settings');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Please sign in again' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Sign in to Chalkbox' }).waitFor();
    expect(await page.context().cookies()).toEqual([]);
  });
});

test('no page stands out sideways, on a laptop, an old projector or a tablet', async () => {
  const page = await desk.teacherWindow();
  for (const width of [1366, 1024, 768]) {
    await page.setViewportSize({ width, height: 768 });
    for (const path of ['', '/library', '/settings', '/results']) {
      await page.goto(`${desk.url}/teacher${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await scrollsSideways(page), `${path} at ${width}`).toBe(false);
    }
  }
});
