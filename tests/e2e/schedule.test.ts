import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Schedule } from '../../lan-server/contract/schedule.ts';
import { kindNamed } from '../../lan-server/questions/index.ts';
import type { Desk } from './setup-teacher.ts';
import { scrollsSideways, startDesk, violations } from './setup-teacher.ts';

const minute = 60_000;
let ahead = 0;
let desk: Desk;
let page: Page;
let biology: { id: string; code: string };

async function call<T>(method: string, path: string, data?: object): Promise<T> {
  const reply = await page.request.fetch(`${desk.url}/api/v1${path}`, {
    method,
    ...(data && { data }),
  });
  if (!reply.ok()) throw new Error(`${method} ${path}: ${await reply.text()}`);
  return (await reply.json()) as T;
}

beforeAll(async () => {
  desk = await startDesk({ now: () => Date.now() + ahead, lookEveryMs: 100 });
  page = await desk.teacherWindow();
  const { question } = kindNamed('choice').fixtures[0] ?? {};
  await call('POST', '/quizzes', { title: 'Osmosis', subject: 'Biology', questions: [question] });
  biology = await call('POST', '/classes', { name: 'Biology 7b' });
  const students = [{ name: 'Ada Okoye' }, { name: 'Ben Ramírez' }];
  await call('POST', `/classes/${biology.id}/students`, { students });
});
afterAll(() => desk?.close());
afterEach(() => expect(desk.faults()).toEqual([]));

test('a lesson is planned from its quiz, another overlaps with it; one is cancelled and taken back', async () => {
  await page.goto(`${desk.url}/teacher/schedule`);
  await page.getByText('Nothing is planned').waitFor();
  expect(await violations(page)).toEqual([]);

  await page.goto(`${desk.url}/teacher/library`);
  await page.getByRole('button', { name: 'More on Osmosis' }).click();
  await page.getByRole('menuitem', { name: 'Plan a lesson' }).click();
  const dialog = page.getByRole('dialog', { name: 'Plan a lesson' });
  await dialog.waitFor();
  await dialog.getByLabel('Class').selectOption({ label: 'Biology 7b' });
  await dialog.getByText('Starts by itself').click();
  await dialog.getByText('Every week').click();
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Plan it' }).click();
  await dialog.waitFor({ state: 'detached' });

  await page.goto(`${desk.url}/teacher/schedule`);
  await page.getByText('Biology 7b · 45 minutes · Starts by itself · Repeated').first().waitFor();
  expect(await page.getByRole('listitem').filter({ hasText: 'Osmosis' }).count()).toBe(13);

  await page.getByRole('button', { name: 'Plan a lesson' }).click();
  await dialog.getByLabel('Title').fill('Warm-up');
  await dialog.getByRole('button', { name: 'Plan it' }).click();
  const warmUp = page.getByRole('listitem').filter({ hasText: 'Warm-up' });
  await warmUp.getByText('At the same time: Biology 7b · Osmosis').waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);

  await page.getByRole('button', { name: 'More on Warm-up' }).click();
  await page.getByRole('menuitem', { name: 'Cancel the lesson' }).click();
  await page.getByText('“Warm-up” is cancelled').waitFor();
  await warmUp.getByText('Cancelled', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('As it was before').waitFor();
  await warmUp.getByRole('button', { name: 'Start Warm-up' }).waitFor();
});

test('two phones wait at the page of their class and are in the lesson when it starts, although the laptop was restarted meanwhile', async () => {
  const at = new Date(Date.now() + 2 * minute);
  const two = (part: number) => String(part).padStart(2, '0');
  await call('POST', '/schedule', {
    lesson: { title: 'Leaves', identity: 'roster', classId: biology.id },
    day: `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`,
    time: `${two(at.getHours())}:${two(at.getMinutes())}`,
    byItself: true,
  });
  const phones = await Promise.all(
    ['Ada Okoye', 'Ben Ramírez'].map(async (name) => {
      const phone = await desk.window(`/c/${biology.code}`, {
        viewport: { width: 360, height: 740 },
        hasTouch: true,
      });
      await phone.getByRole('button', { name }).click();
      await phone.getByRole('listitem').filter({ hasText: 'Leaves' }).waitFor();
      await phone.getByText('Stay on this page').waitFor();
      return { phone, name };
    }),
  );
  const [ada] = phones;
  expect(await violations(ada?.phone as Page)).toEqual([]);

  await desk.stopServer();
  await desk.startServer();
  ahead = 2 * minute + 1000;
  await Promise.all(
    phones.map(({ phone, name }) =>
      phone.getByRole('heading', { name: `You’re in, ${name}` }).waitFor(),
    ),
  );
  expect(new URL(ada?.phone.url() ?? '').pathname).toMatch(/^\/j\/\d{4}$/);

  // The teacher's window, on whatever page it is.
  await page.goto(`${desk.url}/teacher/classes/${biology.id}`);
  const ofClass = page.getByRole('region', { name: 'Lessons of this class' });
  await ofClass.getByText(/^4[45] minutes left$/).waitFor();
  await ofClass.getByRole('button', { name: 'Plan a lesson' }).click();
  const dialog = page.getByRole('dialog', { name: 'Plan a lesson' });
  expect(await dialog.getByLabel('Class').inputValue()).toBe(biology.id);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.getByText('Biology 7b · Leaves has started by itself.').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('link', { name: 'Open it' }).click();
  await page.getByRole('button', { name: /^4[45] minutes left/ }).click();
  await page.getByRole('menuitem', { name: '15 minutes more' }).click();
  await page.getByRole('button', { name: /^(59|60) minutes left/ }).waitFor();
  expect(await page.getByText('has started by itself').count()).toBe(0);
});

test('the teacher is asked about a lesson that is due, wherever they are; later it is asked again, and a press starts it', async () => {
  await page.goto(`${desk.url}/teacher/settings`);
  const { planned } = await call<Schedule>('GET', '/schedule');
  const warmUp = planned.find(({ title }) => title === 'Warm-up');
  const due = () => page.getByText('Warm-up is due.');
  ahead = (warmUp?.startsAt ?? 0) - Date.now() + minute;
  await due().waitFor();
  await page.getByRole('button', { name: 'In 5 minutes' }).click();
  await due().waitFor({ state: 'detached' });
  ahead += 6 * minute;
  await due().waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.waitForURL('**/teacher/lessons/*');
  await page.getByRole('heading', { name: 'Warm-up' }).first().waitFor();
});
