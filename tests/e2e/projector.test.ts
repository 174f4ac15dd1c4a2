import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { LessonSummary } from '../../lan-server/contract/api.ts';
import { start } from '../../lan-server/compose.ts';
import type { Chalkbox } from '../../lan-server/compose.ts';
import type { Question } from '../../lan-server/questions/index.ts';
import { places } from '../../scripts/pages/places.ts';
import { launchBrowser } from '../support/browser.ts';
import { joinStudent, next, send, signIn } from '../support/teacher.ts';
import type { Teacher, TestSocket } from '../support/teacher.ts';
import { axeFinds } from './axe.ts';

const base = { points: 1, seconds: null, explanation: '', note: '' };
const questions: Question[] = [
  {
    ...base,
    id: 'wall-choice',
    kind: 'choice',
    text: 'What happens to the cell?',
    explanation: 'It has no wall.',
    seconds: 120,
    options: ['It shrinks', 'It bursts', 'It stays', 'It pumps'],
    right: 1,
  },
  { ...base, id: 'wall-cloud1', kind: 'wordcloud', text: 'What does a plant need?', words: 2 },
];

let folder: string;
let chalkbox: Chalkbox;
let browser: Browser;
let teacher: Teacher;
let quizId: string;
let lesson: LessonSummary;
let desk: TestSocket;
let context: BrowserContext;
let page: Page;
let pageErrors: string[];

const url = () => `http://127.0.0.1:${chalkbox.port}`;

async function startProgram(port: number): Promise<void> {
  const started = await start({
    dataDir: join(folder, 'data'),
    port,
    host: '127.0.0.1',
    mdns: false,
    pagesDir: places.pages,
  });
  if ('refused' in started) throw new Error(started.refused);
  chalkbox = started;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'chalkbox-projector-'));
  await startProgram(0);
  teacher = await signIn({ url: url(), launchKey: chalkbox.launchKey });
  ({ id: quizId } = await teacher.call<{ id: string }>('POST', '/quizzes', {
    title: 'Osmosis',
    questions,
  }));
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await chalkbox?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function connectConsole(): Promise<void> {
  desk = teacher.socket({ as: 'teacher', lessonId: lesson.id });
  await next(desk, 'plan');
}

beforeEach(async () => {
  lesson = await teacher.startLesson({ quizId, title: 'Osmosis, 10A' });
  await connectConsole();
  pageErrors = [];
  context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const [name = '', value = ''] = teacher.cookie.split('=');
  await context.addCookies([{ name, value, url: url() }]);
  page = await context.newPage();
  page.on('pageerror', (error) => pageErrors.push(error.message));
  await page.goto(`${url()}/wall/${lesson.id}`);
});

afterEach(async () => {
  desk.disconnect();
  await context.close();
  if (pageErrors.length > 0) throw new Error(pageErrors.join('\n'));
});

async function ask(command: object): Promise<void> {
  const ack = await send(desk, command);
  if (!ack.ok) throw new Error(`${JSON.stringify(command)}: ${ack.error.code}`);
}

const question = { questionId: 'wall-choice' };

async function answer(student: { socket: TestSocket }, picked: number): Promise<void> {
  const ack = await send(student.socket, {
    type: 'answer',
    ...question,
    round: 1,
    answer: { picked },
  });
  if (!ack.ok) throw new Error(ack.error.code);
}

describe('the projector of a lesson', () => {
  // Bound to the laptop itself, as here, the program can be reached by nobody else: the wall has to say so.
  test('says that no phone can reach the laptop, keeps the code, and names everybody who came', async () => {
    await page.getByRole('heading', { name: 'This laptop is on no network' }).waitFor();
    expect(await page.title()).toBe('Osmosis, 10A · Wall');
    expect(await page.getByText(lesson.code, { exact: true }).isVisible()).toBe(true);
    expect(await axeFinds(page)).toEqual([]);
    // One pixel too many, and a browser's scroll bars would lie over the wall.
    expect(
      await page.evaluate(
        'const { scrollWidth, scrollHeight } = document.documentElement; [scrollWidth - innerWidth, scrollHeight - innerHeight]',
      ),
    ).toEqual([0, 0]);

    const amara = await joinStudent(url(), lesson.code, 'Amara');
    await page.getByRole('listitem').filter({ hasText: 'Amara' }).waitFor();
    const dilan = await joinStudent(url(), lesson.code, 'Dilan');
    await page.getByRole('listitem').filter({ hasText: 'Dilan' }).waitFor();
    expect(await page.getByRole('listitem').allTextContents()).toEqual(['Dilan', 'Amara']);
    amara.socket.disconnect();
    await page.getByText('of 2', { exact: true }).waitFor();
    dilan.socket.disconnect();
  });

  test('follows a question from ready to its key, and shows results only when it may', async () => {
    const students = await Promise.all(
      ['Ida', 'Jonas', 'Kaveh'].map((name) => joinStudent(url(), lesson.code, name)),
    );
    await ask({ type: 'goTo', ...question });
    await page.getByText('Question 1 of 2').waitFor();
    await page.getByRole('heading', { name: 'What happens to the cell?' }).waitFor();
    expect(await page.getByText('It bursts').count()).toBe(0);

    await ask({ type: 'openQuestion', ...question });
    await page.getByText('It bursts').waitFor();
    await page.getByRole('timer', { name: /^[12]:\d\d left$/ }).waitFor();
    expect(await page.getByText('Question 1 of 2').isVisible()).toBe(true);
    for (const [place, student] of students.entries()) await answer(student, place === 0 ? 0 : 1);
    await page.getByText('3 of 3 have answered').waitFor();
    expect(await page.locator('canvas').count()).toBe(0);

    await ask({ type: 'setWall', wall: { results: true } });
    await page.locator('canvas').waitFor();
    const rows = page.getByRole('listitem');
    expect(await rows.nth(1).textContent()).toMatch(/It bursts2$/);

    await ask({ type: 'closeQuestion', ...question });
    await page.getByText('Closed', { exact: true }).waitFor();
    expect(await page.getByText('It has no wall.').count()).toBe(0);
    expect(await page.getByRole('img', { name: /right$/ }).count()).toBe(0);

    await ask({ type: 'revealKey', ...question });
    await page.getByText('It has no wall.').waitFor();
    await page.getByRole('img', { name: 'Answer B, right' }).waitFor();
    for (const { socket } of students) socket.disconnect();
  });

  test('goes blank, light, paused, back to the join code, and says when it is over', async () => {
    await ask({ type: 'openQuestion', ...question });
    await page.getByText('It bursts').waitFor();
    await ask({ type: 'setWall', wall: { blank: true } });
    await page.getByText('It bursts').waitFor({ state: 'detached' });
    expect(await page.getByRole('status').textContent()).toBe('The wall is blank');
    await ask({ type: 'setWall', wall: { blank: false, light: true } });
    await page.locator('[data-surface=wall][data-theme=light]').getByText('It bursts').waitFor();
    await ask({ type: 'pauseLesson' });
    await page.getByRole('timer', { name: /^Paused with/ }).waitFor();
    await ask({ type: 'resumeLesson' });
    await ask({ type: 'setWall', wall: { join: true } });
    await page.getByText('The lesson keeps its code').waitFor();
    await page.getByText('0 of 0 have answered').waitFor();
    await ask({ type: 'endLesson' });
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  });

  test('draws the words of a cloud as they come, none under 32 px of the design', async () => {
    const cloud = { questionId: 'wall-cloud1' };
    await ask({ type: 'openQuestion', ...cloud });
    await page.getByText('Words appear here as they are sent').waitFor();
    const student = await joinStudent(url(), lesson.code, 'Lucía');
    await send(student.socket, {
      type: 'answer',
      ...cloud,
      round: 1,
      answer: { words: ['light', 'water'] },
    });
    const words = page.locator('svg text', { hasText: /^(light|water)$/ });
    await expect.poll(() => words.count(), { timeout: 5000 }).toBe(2);
    const sizes = (await words.all()).map(async (word) =>
      Number(/size: (\d+)/.exec((await word.getAttribute('style')) ?? '')?.[1]),
    );
    expect(Math.min(...(await Promise.all(sizes)))).toBeGreaterThanOrEqual(32);
    student.socket.disconnect();
  });

  test('keeps its picture while the program is away, and comes back by itself', async () => {
    await ask({ type: 'openQuestion', ...question });
    await page.getByText('It bursts').waitFor();
    const { port } = chalkbox;
    await chalkbox.stop();
    await page.getByText('Reconnecting', { exact: true }).waitFor();
    expect(await page.getByText('It bursts').isVisible()).toBe(true);
    await startProgram(port);
    await page.getByText('Reconnecting', { exact: true }).waitFor({ state: 'detached' });
    expect(await page.getByText('It bursts').isVisible()).toBe(true);
    await connectConsole();
    await ask({ type: 'closeQuestion', ...question });
    await page.getByText('Closed', { exact: true }).waitFor();
  });

  test('offers the full screen when the mouse moves, and by F', async () => {
    const button = page.getByRole('button', { name: /full screen/i });
    await button.waitFor({ state: 'attached' });
    const opacity = () =>
      button.evaluate((element) => {
        const inPage = globalThis as unknown as {
          getComputedStyle(of: unknown): { opacity: string };
        };
        return inPage.getComputedStyle(element).opacity;
      });
    expect(await opacity()).toBe('0');
    await page.mouse.move(300, 300);
    await page.mouse.move(320, 300);
    await expect.poll(opacity).toBe('1');
    await expect.poll(opacity, { timeout: 6000 }).toBe('0');
    await page.keyboard.press('f');
    await page.waitForFunction('document.fullscreenElement !== null');
    await page.keyboard.press('f');
    await page.waitForFunction('document.fullscreenElement === null');
  });
});

describe('a projector that may not show the lesson', () => {
  test('says that this screen is not signed in, and where to sign in', async () => {
    await context.clearCookies();
    await page.reload();
    await page.getByRole('heading', { name: 'This screen is not signed in' }).waitFor();
    expect(await page.getByRole('link', { name: 'Sign in' }).getAttribute('href')).toBe('/teacher');
  });

  test('says that the lesson is not running', async () => {
    await page.goto(`${url()}/wall/no-such-lesson`);
    const heading = page.getByRole('heading', { name: 'This lesson is not running' });
    await heading.waitFor();
    expect(await page.getByRole('link').getAttribute('href')).toBe('/teacher');
  });
});
