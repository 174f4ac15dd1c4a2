import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { LessonSummary, Quiz } from '../../lan-server/contract/api.ts';
import { send } from '../support/teacher.ts';
import { axe, says, startConsoleDesk, step } from './console-desk.ts';
import type { ConsoleDesk } from './console-desk.ts';

let desk: ConsoleDesk;
/** Where pictures go that somebody wants to look at. */
const pictures = process.env.CHALKBOX_PICTURES;

beforeAll(async () => {
  desk = await startConsoleDesk();
});
afterAll(() => desk?.end());

const picture = async (page: Page, name: string) => {
  if (pictures) await page.screenshot({ path: `${pictures}/peer-${name}.png` });
};

async function phoneOf(lesson: LessonSummary, name: string): Promise<Page> {
  const page = await (await desk.newContext('light')).newPage();
  page.setDefaultTimeout(15_000);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${desk.url}/j/${lesson.code}`);
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('button', { name: 'Join' }).click();
  await page.getByRole('heading', { name: `You’re in, ${name}` }).waitFor();
  return page;
}

const answer = (round: number, picked: number) => ({
  type: 'answer',
  questionId: 'question-1',
  round,
  answer: { picked },
});

test('a class votes, is asked to talk because half were right, votes again, and sees both votes and who moved', async () => {
  const lesson = await desk.startLesson();
  const [chiara, dilan] = await desk.join(lesson, ['Chiara', 'Dilan']);
  if (!chiara || !dilan) throw new Error('nobody came');
  const amara = await phoneOf(lesson, 'Amara');
  const ben = await phoneOf(lesson, 'Ben');
  const page = await desk.openConsole(lesson.id);
  const wall = await (await desk.newContext('light')).newPage();
  wall.setDefaultTimeout(15_000);
  await wall.setViewportSize({ width: 1920, height: 1080 });
  await wall.goto(`${desk.url}/wall/${lesson.id}`);

  // Nothing to talk about yet, and the console says so.
  await says(page, '4 of 4 connected');
  await page.keyboard.press('Space');
  await step(page, /Close.*4 still to answer/);
  await page.keyboard.press('n');
  await says(page, 'Nobody has voted on this question yet.');
  await amara.getByRole('button', { name: /water/ }).click();
  await ben.getByRole('button', { name: /salt/ }).click();
  await send(chiara.socket, answer(1, 0));
  await send(dilan.socket, answer(1, 1));
  await step(page, /Everybody has answered/);
  await page.keyboard.press('Space');
  await says(page, '2 of 4 right: let them talk');
  await picture(page, 'console-suggests');
  expect(await axe(page)).toEqual([]);

  await page.keyboard.press('n');
  await step(page, /Vote again/);
  await page.getByRole('timer').first().waitFor();
  await wall.getByText('Discuss with your neighbour').first().waitFor();
  expect(await wall.getByText('2 of 4').count()).toBe(0);
  await picture(wall, 'wall-talk');
  await picture(page, 'console-talk');
  await amara.getByRole('heading', { name: 'Discuss with your neighbour' }).waitFor();
  await says(amara, 'Your answer is B');
  await picture(amara, 'phone-talk');
  expect(await axe(page)).toEqual([]);
  expect(await axe(amara)).toEqual([]);
  await page.getByRole('button', { name: 'Without a timer' }).click();
  await amara.getByText('You vote again in a moment').waitFor();

  await page.keyboard.press('Space');
  await step(page, /Close.*4 still to answer/);
  await ben.getByText('Your first answer: A').waitFor();
  await picture(ben, 'phone-again');
  expect(await axe(ben)).toEqual([]);
  await ben.getByRole('button', { name: /water/ }).click();
  await amara.getByRole('button', { name: /water/ }).click();
  await send(chiara.socket, answer(2, 0));
  // An answer may be changed in the second vote as in the first.
  await send(dilan.socket, answer(2, 2));
  await send(dilan.socket, answer(2, 1));
  await step(page, /Everybody has answered/);
  // The wall shows neither vote before the reveal.
  expect(await wall.getByText('First vote').count()).toBe(0);
  await page.keyboard.press('r');

  await wall.getByText('After talking').first().waitFor();
  await wall.getByText('1 of 4 moved to the right answer, 0 away from it').waitFor();
  const rows = wall.getByRole('listitem');
  const water = (await rows.nth(1).innerText()).replaceAll(/\s+/g, ' ');
  expect(water).toContain('First vote: 2');
  expect(water).toContain('After talking: 3');
  expect(water).toContain('2 stayed');
  expect(await axe(wall)).toEqual([]);
  await picture(wall, 'wall-compared');
  await says(page, 'Both votes');
  await page.getByRole('row', { name: /Right.*2.*3/ }).waitFor();
  await picture(page, 'console-compared');
  expect(await axe(page)).toEqual([]);
  await ben.getByText('Your first answer: A').waitFor();
  await picture(ben, 'phone-result');

  // The teacher may show the last vote alone, and asks again: now it is the first time and now.
  await page.keyboard.press('v');
  await expect.poll(() => wall.getByText('After talking').count()).toBe(0);
  await page.keyboard.press('a');
  await step(page, /Close.*4 still to answer/);
  await send(chiara.socket, answer(3, 1));
  await page.keyboard.press('r');
  await step(page, 'Question 2');
  expect(await wall.getByText('First time').count()).toBe(0);
  await page.keyboard.press('v');
  await wall.getByText('First time').first().waitFor();
  if (pictures) {
    await page.emulateMedia({ colorScheme: 'dark' });
    await picture(page, 'console-dark');
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(`${desk.url}/teacher/results/${lesson.id}`);
  await page
    .getByRole('button', { name: /What enters the cell/ })
    .first()
    .click();
  const votes = page.getByRole('region', { name: 'First and last vote' });
  await votes
    .getByText('Vote 1: 2 / 4 right · Vote 2: 3 / 4 right · Vote 3: 1 / 1 right')
    .waitFor();
  expect(await axe(page)).toEqual([]);
  await picture(page, 'results-votes');
  const csv = await fetch(`${desk.url}/api/v1/lessons/${lesson.id}/export.csv?lang=en`, {
    headers: { cookie: desk.teacher.cookie },
  });
  expect(await csv.text()).toContain('1. Vote 1,1. Vote 2');
  expect(desk.faults).toEqual([]);
  await Promise.all([page, wall, amara, ben].map((one) => one.close()));
});

test('a lesson that asks how sure students are: one tap on the phone, right and wrong by sure and not sure for the teacher', async () => {
  // The home page has its offers in their usual place once there is a quiz.
  await desk.startLesson();
  const page = await desk.window();
  page.setDefaultTimeout(15_000);
  await page.goto(`${desk.url}/teacher`);
  await page
    .getByRole('button', { name: /A B C D/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('How sure they are').click();
  await dialog.getByText('Ask “How sure are you?”').click();
  await dialog.getByText('It is never graded', { exact: false }).waitFor();
  expect(await axe(page)).toEqual([]);
  await picture(page, 'start');
  const started = page.waitForResponse(
    (response) => response.request().method() === 'POST' && response.url().endsWith('/lessons'),
  );
  await dialog.getByRole('button', { name: 'Start the lesson' }).click();
  const lesson = (await (await started).json()) as LessonSummary;
  const amara = await phoneOf(lesson, 'Amara');
  const ben = await phoneOf(lesson, 'Ben');
  await says(page, '2 of 2 connected');
  await page.keyboard.press('Space');
  await step(page, /Close/);
  await amara.getByRole('button', { name: 'Answer A' }).click();
  await ben.getByRole('button', { name: 'Answer B' }).click();
  await amara.getByRole('button', { name: 'Sure', exact: true }).click();
  await ben.getByRole('button', { name: 'Sure', exact: true }).click();
  await ben.getByRole('button', { name: 'Not sure' }).click();
  await ben.locator('button[aria-pressed="true"]', { hasText: 'Not sure' }).waitFor();
  expect(await axe(ben)).toEqual([]);
  await picture(ben, 'phone-sure');
  await says(page, '1 sure, 1 not sure');
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'B was right' }).click();
  await page.getByText('Sure and wrong is a misconception', { exact: false }).waitFor();
  await page.keyboard.press('Space');
  await step(page, /Another A B C D/);
  await picture(page, 'console-sure');
  expect(await axe(page)).toEqual([]);

  // A question typed while the lesson runs: one key, the words, Enter.
  await page.keyboard.press('c');
  await page.getByRole('textbox', { name: 'Question' }).fill('Which planet is the largest?');
  await page.getByRole('textbox', { name: 'Answers' }).fill('Mars');
  await page.getByRole('button', { name: 'Ask it now' }).click();
  await says(page, 'One answer alone is no choice: write two or more, or none.');
  await page.getByRole('textbox', { name: 'Answers' }).fill('Mars\n* Jupiter\nVenus');
  // It is kept for the next class, too.
  await page.getByLabel('Keep it in a quiz').selectOption({ label: 'Osmosis' });
  expect(await axe(page)).toEqual([]);
  await picture(page, 'compose');
  await page.getByRole('textbox', { name: 'Question' }).press('Enter');
  await step(page, /Close.*2 still to answer/);
  await ben.getByRole('button', { name: /Jupiter/ }).click();
  await step(page, /Close.*1 still to answer/);
  // While a question is open the next one waits behind it.
  await page.keyboard.press('c');
  await page.getByText('True or false').click();
  await page.getByLabel('Keep it in a quiz').selectOption({ label: 'In a new quiz' });
  await page.getByRole('textbox', { name: 'Question' }).fill('It has a moon.');
  await page.getByRole('textbox', { name: 'Question' }).press('Enter');
  await page.getByText('It has a moon.').waitFor();
  const kept = async () => {
    const { quizzes } = await desk.teacher.call<{ quizzes: { id: string }[] }>('GET', '/quizzes');
    const all = quizzes.map(({ id }) => desk.teacher.call<Quiz>('GET', `/quizzes/${id}`));
    return (await Promise.all(all))
      .map(({ questions }) => questions.map(({ text }) => text))
      .filter((texts) => texts.some((text) => /planet|moon/.test(text)));
  };
  await expect
    .poll(kept)
    .toEqual([
      ['It has a moon.'],
      [
        ...Array.from({ length: 3 }, () => expect.any(String) as string),
        'Which planet is the largest?',
      ],
    ]);
  await page.keyboard.press('r');
  await page.getByText('1 of 1 right').waitFor();
  await page.goto(`${desk.url}/teacher/results/${lesson.id}`);
  await page
    .getByRole('button', { name: /A B C D|aloud/ })
    .first()
    .click();
  await page.getByRole('region', { name: 'How sure they are' }).waitFor();
  await picture(page, 'results-sure');
  expect(desk.faults).toEqual([]);
  await Promise.all([page, amara, ben].map((one) => one.close()));
});
