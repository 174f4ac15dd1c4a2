import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Desk } from './setup-teacher.ts';
import { startDesk, violations } from './setup-teacher.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk?.close());
afterEach(async () => {
  await desk.closeWindows();
  const faults = desk.faults();
  if (faults.length > 0) throw new Error(faults.join('\n'));
});

describe('home', () => {
  test('makes a new teacher exactly three offers', async () => {
    const page = await desk.teacherWindow();
    await page.getByRole('heading', { name: 'What would you like to do first?' }).waitFor();
    const offers = page.getByRole('main').getByRole('button');
    expect(await offers.locator('b').allTextContents()).toEqual([
      'Start a lesson',
      'Make a quiz',
      'Try it with a simulated class',
    ]);
    expect(await violations(page)).toEqual([]);
  });

  test('starts a lesson with nothing prepared by two keys', async () => {
    const page = await desk.teacherWindow();
    await page.getByRole('heading', { name: 'What would you like to do first?' }).waitFor();
    await page.keyboard.press('n');
    await page.getByRole('dialog', { name: 'Start a lesson' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/teacher/lessons/*');
    await page.getByRole('heading', { name: 'Questions asked aloud' }).first().waitFor();
  });

  test('leads back to a lesson that is on, by Enter', async () => {
    const page = await desk.teacherWindow();
    await page.getByRole('heading', { name: 'Running now' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/teacher/lessons/*');
  });

  test('plays a simulated class over a sample quiz that stays in the library, and makes it once only', async () => {
    const page = await desk.teacherWindow();
    for (const times of [1, 2]) {
      await page.goto(`${desk.url}/teacher`);
      await page.getByRole('button', { name: /Try it with a simulated class/ }).click();
      await page.waitForURL('**/teacher/lessons/*');
      const lesson = page.url().split('/').at(-1) ?? '';
      await expect
        .poll(
          async () => {
            const told = await page.request.get(`${desk.url}/api/v1/lessons/${lesson}/simulation`);
            return ((await told.json()) as { joined: number }).joined;
          },
          { timeout: 60_000 },
        )
        .toBe(30);
      await page.request.delete(`${desk.url}/api/v1/lessons/${lesson}/simulation`);
      const { quizzes } = (await (await page.request.get(`${desk.url}/api/v1/quizzes`)).json()) as {
        quizzes: { title: string; questions: number; unready: number }[];
      };
      expect(quizzes, `after ${times}`).toMatchObject([
        { title: 'Sample: plants and light', questions: 5, unready: 0 },
      ]);
    }
  });

  test('says so plainly when students cannot reach this laptop', async () => {
    const page = await desk.window();
    await page.route('**/api/v1/network', (route) =>
      route.fulfill({
        json: {
          addresses: [],
          port: 4747,
          name: null,
          neighbours: [],
          door: { address: null, url: 'http://127.0.0.1:4747', name: null },
        },
      }),
    );
    await page.request.post(`${desk.url}/api/v1/session`, { data: { launchKey: desk.launchKey } });
    await page.reload();
    await page.getByText('No network').waitFor();
    expect(await page.getByText(/Connect this laptop to the school’s Wi-Fi/).isVisible()).toBe(
      true,
    );
  });

  test('lists other Chalkboxes of the network with their links', async () => {
    const page = await desk.window();
    await page.route('**/api/v1/network', (route) =>
      route.fulfill({
        json: {
          addresses: ['192.168.1.20'],
          port: 4747,
          name: 'chalkbox.local:4747',
          neighbours: [{ id: 'n1', title: 'Room 12', url: 'http://192.168.1.31:4747' }],
          door: {
            address: '192.168.1.20:4747',
            url: 'http://192.168.1.20:4747',
            name: 'chalkbox.local:4747',
          },
        },
      }),
    );
    await page.request.post(`${desk.url}/api/v1/session`, { data: { launchKey: desk.launchKey } });
    await page.reload();
    await page.getByText('chalkbox.local:4747').waitFor();
    const link = page.getByRole('link', { name: /Room 12/ });
    expect(await link.getAttribute('href')).toBe('http://192.168.1.31:4747');
    expect(await violations(page)).toEqual([]);
  });
});

describe('the library', () => {
  test('finds, duplicates, deletes and takes that back', async () => {
    const page = await desk.teacherWindow();
    await page.request.post(`${desk.url}/api/v1/quizzes`, {
      data: { title: 'Óptica', subject: 'Física' },
    });
    await page.getByRole('navigation').getByRole('link', { name: 'Library' }).click();
    const heading = page.getByRole('heading', { name: 'Library', level: 1 });
    await heading.waitFor();
    expect(await page.locator('h1:focus').textContent()).toBe('Library');
    expect(await page.title()).toBe('Library · Chalkbox');
    const rows = page.getByRole('list', { name: 'Quizzes' }).getByRole('listitem');
    await expect.poll(() => rows.count()).toBe(2);
    expect(await violations(page)).toEqual([]);

    await page.keyboard.press('/');
    await page.keyboard.type('optica fisica');
    await expect.poll(() => rows.count()).toBe(1);
    await page.getByRole('button', { name: 'More on Óptica' }).click();
    await page.getByRole('menuitem', { name: 'Duplicate' }).click();
    await expect.poll(() => rows.count()).toBe(2);
    await page.getByRole('link', { name: 'Óptica (copy)' }).waitFor();

    await page.getByRole('button', { name: 'More on Óptica (copy)' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByText('“Óptica (copy)” was deleted.').waitFor();
    await expect.poll(() => rows.count()).toBe(1);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => rows.count()).toBe(2);

    await page.getByRole('searchbox').fill('nothing like it');
    await page.getByText('No quiz has “nothing like it”').waitFor();
  });

  test('does not start a lesson from a quiz without a question, and says why', async () => {
    const page = await desk.teacherWindow('/teacher/library');
    await page.getByRole('button', { name: 'Start a lesson from Óptica', exact: true }).click();
    await page.getByText('This quiz has no question yet.').first().waitFor();
    await page.keyboard.press('Enter');
    expect(page.url()).toBe(`${desk.url}/teacher/library`);
  });
});
