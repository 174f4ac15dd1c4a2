import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import type { LessonSummary, Quiz } from '../../lan-server/contract/api.ts';
import { launchBrowser } from '../support/browser.ts';
import { startProgram } from '../support/program.ts';
import type { Program } from '../support/program.ts';
import { joinStudent, send, signIn } from '../support/teacher.ts';
import type { Teacher } from '../support/teacher.ts';
import { axeFinds } from './axe.ts';

/** One game in teams and one without: the teacher's keys, the wall, two phones and a class behind them. */
let program: Program;
let browser: Browser;
let teacher: Teacher;
const faults: string[] = [];
/** Where pictures go that somebody wants to look at. */
const pictures = process.env.CHALKBOX_PICTURES;

beforeAll(async () => {
  program = await startProgram();
  teacher = await signIn(program);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await program?.end();
});

async function open(path: string, size: [number, number], motion = true): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: size[0], height: size[1] },
    locale: 'en-GB',
    reducedMotion: motion ? 'no-preference' : 'reduce',
  });
  const [name = '', value = ''] = teacher.cookie.split('=');
  await context.addCookies([{ name, value, url: program.url }]);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(program.url + path);
  return page;
}

async function look(page: Page, name: string) {
  expect(await axeFinds(page), name).toEqual([]);
  if (pictures) await page.screenshot({ path: `${pictures}/game-${name}.png` });
}

/** Once nothing on the wall moves any more. */
const still = (page: Page) =>
  page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));

async function joinByPhone(code: string, name: string): Promise<Page> {
  const phone = await open(`/j/${code}`, [360, 740], false);
  await phone.getByLabel('Your name').fill(name);
  await phone.getByRole('button', { name: 'Join', exact: true }).click();
  return phone;
}

const question = (id: string, seconds: number | null) => ({
  id: `question-${id}`,
  kind: 'truefalse',
  text: `Is ${id} so?`,
  points: 1,
  seconds,
  explanation: '',
  note: '',
  right: true,
});

const makeQuiz = () =>
  teacher.call<Quiz>('POST', '/quizzes', {
    title: 'Rivers',
    questions: [question('first', 60), question('second', null)],
  });

/** Presses Space once the tray says what it would do. */
async function step(desk: Page, words: string | RegExp) {
  await desk.locator('button[aria-keyshortcuts="Space"]', { hasText: words }).waitFor();
  await desk.locator('body').press('Space');
}

test('a game in teams: started in the dialog, chosen on the phones, shown between questions and at the end', async () => {
  await makeQuiz();
  const desk = await open('/teacher/library', [1366, 768], false);
  await desk
    .getByRole('button', { name: /^Start/ })
    .first()
    .click();
  const dialog = desk.getByRole('dialog', { name: 'Start a lesson' });
  await dialog.getByText('Points, places and teams. Off unless you want them.').click();
  await dialog.getByText('For speed too').click();
  await dialog.getByText('At once it is all, at the end of the timer half').waitFor();
  await dialog.getByText('Students choose').click();
  await dialog.getByText('Leaderboard between questions').click();
  await dialog.getByRole('textbox', { name: 'Name of team 1' }).fill('');
  await dialog.getByText('Each team needs a name of its own.').first().waitFor();
  await dialog.getByRole('textbox', { name: 'Name of team 1' }).fill('The Danube');
  await dialog.getByRole('button', { name: 'Leave out team 4' }).click();
  await look(desk, 'start');
  const made = desk.waitForResponse(
    (response) => response.request().method() === 'POST' && response.url().endsWith('/lessons'),
  );
  await dialog.getByRole('button', { name: 'Start the lesson' }).click();
  const lesson = (await (await made).json()) as LessonSummary;

  const wall = await open(`/wall/${lesson.id}`, [1920, 1080]);
  const ada = await joinByPhone(lesson.code, 'Ada');
  await ada.getByRole('heading', { name: 'Which team are you in?' }).waitFor();
  await look(ada, 'phone-team');
  const ben = await joinByPhone(lesson.code, 'Ben');
  await ada.getByRole('button', { name: 'The Danube' }).click();
  await ada.getByText('Your team: The Danube.').waitFor();
  await ben.getByRole('button', { name: 'Boxes' }).click();
  await ben.getByText('Your team: Boxes.').waitFor();
  const cem = await joinStudent(program.url, lesson.code, 'Cem');
  expect(cem.seat.game?.choose).toEqual(['The Danube', 'Boxes', 'Circles']);
  expect(await send(cem.socket, { type: 'chooseTeam', team: 3 })).toMatchObject({ ok: false });
  expect(await send(cem.socket, { type: 'chooseTeam', team: 1 })).toMatchObject({ ok: true });
  expect(await send(cem.socket, { type: 'chooseTeam', team: 0 })).toMatchObject({
    error: { code: 'team_chosen' },
  });

  await step(desk, 'Open question 1');
  await ada.getByRole('button', { name: 'True' }).click();
  await ada.getByText('Stored on the teacher’s laptop').first().waitFor();
  await ben.getByRole('button', { name: 'False' }).click();
  await ben.getByText('Stored on the teacher’s laptop').first().waitFor();
  await step(desk, 'Close');
  await step(desk, 'Reveal');
  await ada
    .getByText(/^[\d,]+ points, [\d,]+ in all$/)
    .first()
    .waitFor();
  await step(desk, 'Show the teams');
  await wall.getByRole('heading', { name: 'After 1 question' }).waitFor();
  await wall.getByText('The Danube').first().waitFor();
  await ada.getByRole('heading', { name: 'The Danube: place 1 of 3' }).waitFor();
  await ben.getByRole('heading', { name: 'Boxes: place 2 of 3' }).waitFor();
  expect(await ben.getByText('Danube').count()).toBe(0);
  await still(wall);
  await look(wall, 'wall-teams');
  await look(ben, 'phone-place');
  await look(desk, 'console');

  // Ben is moved, and all of his team see another mean; the teacher alone sees all points.
  await desk.getByRole('button', { name: /^Ben/ }).first().click();
  await desk.getByRole('combobox', { name: 'Team' }).selectOption({ label: 'Circles (0)' });
  await desk.getByRole('option', { name: 'Circles (1)' }).waitFor({ state: 'attached' });
  await look(desk, 'seat');
  await desk.keyboard.press('Escape');
  await desk.locator('body').press('S');
  const standings = desk.getByRole('dialog', { name: 'Standings so far' });
  await standings.getByRole('rowheader', { name: 'Circles' }).waitFor();
  await look(desk, 'standings');
  await desk.keyboard.press('Escape');

  await step(desk, 'Question 2');
  await step(desk, 'Open question 2');
  await ben.getByRole('button', { name: 'True' }).click();
  await ben.getByText('Stored on the teacher’s laptop').first().waitFor();
  await step(desk, 'Close');
  await step(desk, 'Reveal');
  await ben.getByText('1,000 points, 1,000 in all').first().waitFor();
  await step(desk, 'Show the podium');
  await wall.getByText('1,000 points').first().waitFor();
  await still(wall);
  await look(wall, 'wall-podium-teams');
  await ben.getByRole('heading', { name: 'Circles: place 1 of 3' }).waitFor();
  await step(desk, 'End');
  await desk.getByRole('dialog').getByRole('button', { name: 'End lesson' }).click();
  await desk.getByRole('columnheader', { name: 'Rank' }).first().waitFor();
  await look(desk, 'results');
  const csv = await fetch(`${program.url}/api/v1/lessons/${lesson.id}/export.csv?lang=en`, {
    headers: { cookie: teacher.cookie },
  });
  expect(await csv.text()).toMatch(/Game points,Rank,Team[\s\S]*Ben,,1,1000,1,Circles/);
  // Who has won stays on the wall.
  await wall.getByText('The class: 2 of 3 answers right').waitFor();
  cem.socket.close();
  for (const page of [desk, wall, ada, ben]) await page.context().close();
  expect(faults).toEqual([]);
});

test('students by name: places move, ties share one, motion stops where it is to be reduced, chalk marks fall where they may', async () => {
  const { id: quizId } = await makeQuiz();
  const lesson = await teacher.startLesson({
    quizId,
    play: { leaderboard: true, streaks: true, confetti: true },
  });
  const desk = await open(`/teacher/lessons/${lesson.id}`, [1366, 768], false);
  const wall = await open(`/wall/${lesson.id}`, [1024, 768], false);
  const lively = await open(`/wall/${lesson.id}`, [1920, 1080]);
  const names = ['Wanjiru', 'Tomasz', 'Hana', 'Lucía', 'Quang', 'Maximiliano Hernández', 'Zoë'];
  // One after the other: equal points stand in the order of joining.
  const students: Awaited<ReturnType<typeof joinStudent>>[] = [];
  for (const name of names) students.push(await joinStudent(program.url, lesson.code, name));
  const all = async (questionId: string, right: (place: number) => boolean) => {
    // Open on the console: open for the phones.
    await desk.locator('button[aria-keyshortcuts="Space"]', { hasText: 'Close' }).waitFor();
    for (const [place, { socket }] of students.entries())
      expect(
        await send(socket, {
          type: 'answer',
          questionId,
          round: 1,
          answer: { picked: right(place) },
        }),
      ).toMatchObject({ ok: true });
  };
  await step(desk, 'Open question 1');
  await all('question-first', (place) => place > 2);
  await step(desk, 'Close');
  await step(desk, 'Reveal');
  await step(desk, 'Show who leads');
  await wall.getByText('Maximiliano Hernández').waitFor();
  await expect.poll(() => wall.getByRole('listitem').count()).toBe(4);
  // Back to the question and here again, by the one key.
  await desk.locator('body').press('G');
  await wall.getByRole('heading', { name: 'Is first so?' }).waitFor();
  await step(desk, 'Question 2');
  await step(desk, 'Open question 2');
  await all('question-second', (place) => place !== 3 && place !== 4);
  await step(desk, 'Close');
  await step(desk, 'Reveal');
  await desk.locator('body').press('G');
  const rows = wall.getByRole('listitem');
  await expect.poll(() => rows.count()).toBe(5);
  // Two with a row of two lead; who has one point shares the third place.
  await expect
    .poll(() => rows.allTextContents())
    .toEqual([
      expect.stringMatching(/^1Maximiliano Hernández.*2\.1$/),
      expect.stringMatching(/^1Zoë.*2\.1$/),
      expect.stringMatching(/^3Wanjiru.*1$/),
      expect.stringMatching(/^3Tomasz.*1$/),
      expect.stringMatching(/^3Hana.*1$/),
    ]);
  // Where motion is reduced nothing is on its way.
  await expect.poll(() => wall.evaluate(() => document.getAnimations().length)).toBe(0);
  await still(lively);
  await look(wall, 'wall-leaderboard-1024');
  if (pictures) await lively.screenshot({ path: `${pictures}/game-wall-leaderboard.png` });
  await step(desk, 'Show the podium');
  await wall.getByText('2.1 points').first().waitFor();
  await look(wall, 'wall-podium-1024');
  await expect.poll(() => lively.locator('canvas').count()).toBe(1);
  await lively.waitForFunction(() => {
    const canvas = document.querySelector('canvas');
    const { data } =
      canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {};
    return data?.some((value) => value > 0) === true;
  });
  if (pictures) await lively.screenshot({ path: `${pictures}/game-wall-podium.png` });
  for (const { socket } of students) socket.close();
  for (const page of [desk, wall, lively]) await page.context().close();
  expect(faults).toEqual([]);
});
