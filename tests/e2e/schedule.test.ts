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
  const biology = await call<{ id: string }>('POST', '/classes', { name: 'Biology 7b' });
  const students = [{ name: 'Ada Okoye' }, { name: 'Ben Ramírez' }];
  await call('POST', `/classes/${biology.id}/students`, { students });
  await call('POST', `/classes/${biology.id}/sections`, { name: 'Group 2' });
  await call('POST', '/quizzes', { title: 'Diffusion', subject: 'Biology', questions: [question] });
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
  // A phone in the teacher's hand: what overlaps is a sentence, and breaks.
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await scrollsSideways(page)).toBe(false);
  await page.goto(`${desk.url}/teacher`);
  await warmUp.getByText('At the same time: Biology 7b · Osmosis').waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto(`${desk.url}/teacher/schedule`);

  // One of several: what ends the dialog cannot be taken for what cancels the lesson.
  await page.getByRole('button', { name: 'More on Osmosis' }).first().click();
  await page.getByRole('menuitem', { name: 'Cancel the lesson' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Keep it' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await page.getByText('Cancelled', { exact: true }).count()).toBe(0);

  await page.getByRole('button', { name: 'More on Warm-up' }).click();
  await page.getByRole('menuitem', { name: 'Cancel the lesson' }).click();
  await page.getByText('“Warm-up” is cancelled').waitFor();
  await warmUp.getByText('Cancelled', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('As it was before').waitFor();
  await warmUp.getByRole('button', { name: 'Start Warm-up' }).waitFor();
});

test('what a planned lesson is made of can be edited: its quiz, class, section and title; undone, and refused in the dialog', async () => {
  await page.goto(`${desk.url}/teacher/schedule`);
  const warmUp = page.getByRole('listitem').filter({ hasText: 'Warm-up' });
  const edit = async () => {
    await page.getByRole('button', { name: 'More on Warm-up' }).click();
    await page.getByRole('menuitem', { name: 'Edit' }).click();
  };
  const dialog = page.getByRole('dialog', { name: 'Edit a planned lesson' });
  const field = (name: string) => dialog.getByRole('combobox', { name, exact: true });
  const stored = async () => {
    const { planned } = await call<Schedule>('GET', '/schedule');
    return planned.find(({ title }) => title === 'Warm-up');
  };
  const before = await stored();
  await edit();
  await field('Quiz').selectOption('Osmosis');
  await field('Class').selectOption('Biology 7b');
  await field('Section').selectOption('Group 2');
  // A class brings its list along; a title that was typed stays.
  expect(await dialog.getByRole('radio', { name: 'From the list' }).isChecked()).toBe(true);
  expect(await dialog.getByLabel('Title').inputValue()).toBe('Warm-up');
  expect(await violations(page)).toEqual([]);

  await page.route('**/api/v1/schedule/*', (route) => route.abort());
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByText('That was not done.', { exact: false }).waitFor();
  await page.unroute('**/api/v1/schedule/*');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByText('The lesson is changed').waitFor();
  await warmUp.getByText('Biology 7b · Group 2 · 45 minutes').waitFor();
  expect(await stored()).toMatchObject({
    quizId: expect.any(String),
    class: { name: 'Biology 7b', sectionName: 'Group 2' },
    lesson: { identity: 'roster', title: 'Warm-up' },
  });
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('As it was before').waitFor();
  expect(await stored()).toEqual(before);

  // The quiz's own title goes with the quiz.
  await page.getByRole('button', { name: 'More on Osmosis' }).last().click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await field('Quiz').selectOption('Diffusion');
  expect(await dialog.getByLabel('Title').inputValue()).toBe('Diffusion');
  await field('Class').selectOption('No class: whoever has the code');
  expect(await dialog.getByRole('radio', { name: 'From the list' }).count()).toBe(0);
  await dialog.getByRole('button', { name: 'Save' }).click();
  const diffusion = page.getByRole('listitem').filter({ hasText: 'Diffusion' });
  await diffusion.getByText(/^45 minutes/).waitFor();
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
