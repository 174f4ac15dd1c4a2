import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { LessonSummary, Quiz } from '../../lan-server/contract/api.ts';
import { launchBrowser } from '../support/browser.ts';
import { startProgram } from '../support/program.ts';
import type { Program } from '../support/program.ts';
import { joinStudent, send, signIn } from '../support/teacher.ts';
import type { Teacher } from '../support/teacher.ts';
import { axeFinds } from './axe.ts';

const base = { points: 1, seconds: null, explanation: '', note: '' };
const questions = [
  {
    ...base,
    id: 'question-1',
    kind: 'choice',
    text: 'What enters the cell?',
    options: ['salt', 'water', 'starch'],
    right: 1,
  },
  { ...base, id: 'question-2', kind: 'truefalse', text: 'Osmosis needs energy.', right: false },
  { ...base, id: 'question-3', kind: 'wordcloud', text: 'One word?', points: 0, words: 1 },
  { ...base, id: 'question-4', kind: 'choice', text: 'Never asked', options: ['', ''], right: 0 },
];

/** By student: the answers to the first three questions; null = none. */
const given: Record<string, unknown[]> = {
  Zoë: [{ picked: 1 }, { picked: false }, { words: ['water'] }],
  Amara: [{ picked: 1 }, { picked: true }, { words: ['salt'] }],
  Ben: [{ picked: 0 }, { picked: true }, { words: ['water'] }],
  Carmen: [{ picked: 0 }, null, null],
};

let program: Program;
let teacher: Teacher;
let browser: Browser;
let context: BrowserContext;
let lesson: LessonSummary;
let page: Page;

beforeAll(async () => {
  program = await startProgram();
  teacher = await signIn(program);
  browser = await launchBrowser();
  context = await newContext('light');
  lesson = await playedLesson();
  page = await open(`/teacher/results/${lesson.id}`);
});
afterAll(async () => {
  await browser?.close();
  await program?.end();
});

async function newContext(colorScheme: 'light' | 'dark'): Promise<BrowserContext> {
  const fresh = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'en-GB',
    colorScheme,
    acceptDownloads: true,
  });
  const [name = '', value = ''] = teacher.cookie.split('=');
  await fresh.addCookies([{ name, value, url: program.url }]);
  return fresh;
}

/** A lesson of three questions, answered as `given` says and ended. */
async function playedLesson(): Promise<LessonSummary> {
  const quiz = await teacher.call<Quiz>('POST', '/quizzes', { title: 'Osmosis', questions });
  const started = await teacher.startLesson({ quizId: quiz.id });
  const desk = teacher.socket({ as: 'teacher', lessonId: started.id });
  const seats = await Promise.all(
    Object.keys(given).map(async (name) => {
      const { socket } = await joinStudent(program.url, started.code, name);
      return { name, socket };
    }),
  );
  for (const [at, questionId] of ['question-1', 'question-2', 'question-3'].entries()) {
    await send(desk, { type: 'openQuestion', questionId });
    for (const { name, socket } of seats) {
      const answer = given[name]?.[at];
      if (answer) await send(socket, { type: 'answer', questionId, round: 1, answer });
    }
    await send(desk, { type: 'revealKey', questionId });
  }
  await send(desk, { type: 'endLesson' });
  for (const { socket } of seats) socket.disconnect();
  desk.disconnect();
  return started;
}

async function open(path: string, from = context): Promise<Page> {
  const opened = await from.newPage();
  opened.setDefaultTimeout(15_000);
  await opened.goto(program.url + path);
  await opened.getByRole('heading', { level: 1 }).waitFor();
  return opened;
}

const rows = (table: string) =>
  page.getByRole('table', { name: table }).locator('tbody tr').allInnerTexts();
const flat = (texts: string[]) => texts.map((text) => text.replaceAll(/\s+/g, ' ').trim());

describe('The results of a lesson', () => {
  test('tell in figures who took part, how many were right, and what was kept', async () => {
    await page.getByText('Took part').waitFor();
    const figures = flat(await page.locator('dl > div').allInnerTexts());
    expect(figures).toEqual([
      'Took part 4 of 4',
      // Seven answers to questions with a key: too few for a percentage.
      'Right 3 of 7',
      'Middle score 0.5 of 2',
      'Answers kept 10 all on disk',
    ]);
  });

  test('list each question with its count of right answers and the likeliest slip', async () => {
    const lines = flat(await rows('Questions'));
    expect(lines[0]).toBe('1 What enters the cell? 2 of 4 A 2');
    expect(lines[1]).toBe('2 Osmosis needs energy. 1 of 3 A 2');
    expect(lines[2]).toBe('3 One word? 3 answers, no key');
    expect(lines[3]).toBe('4 Never asked not asked');
    const reteach = page.getByRole('region', { name: 'Reteach' });
    expect(flat(await reteach.getByRole('listitem').allInnerTexts())).toEqual([
      '2 Osmosis needs energy. 1 of 3 right. 2 chose A True',
      '1 What enters the cell? 2 of 4 right. 2 chose A salt',
    ]);
  });

  test('show in the matrix who answered what, by points or by name', async () => {
    const names = async () =>
      flat(
        await page
          .getByRole('table', { name: 'Students and questions' })
          .getByRole('rowheader')
          .allInnerTexts(),
      );
    expect(await names()).toEqual(['Zoë', 'Amara', 'Ben', 'Carmen']);
    await page.getByRole('button', { name: 'Student' }).press('Enter');
    expect(await names()).toEqual(['Amara', 'Ben', 'Carmen', 'Zoë']);
    const carmen = page.getByRole('row', { name: /Carmen/ }).getByRole('cell');
    expect(flat(await carmen.allTextContents())).toEqual(['AA, wrong', '–none', '–none', '0']);
    const zoe = page.getByRole('row', { name: /Zoë/ }).getByRole('cell');
    expect(flat(await zoe.allTextContents())).toEqual(['right', 'right', 'answered, no key', '2']);
  });

  test('open each question whole, and go from one to the next', async () => {
    await page.getByRole('button', { name: 'Show question 1: What enters the cell?' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('4 of 4 answered').waitFor();
    expect(flat(await dialog.locator('tbody tr').allInnerTexts())).toEqual([
      'A salt 2',
      'B water right 2',
      'C starch 0',
    ]);
    await dialog.getByRole('button', { name: 'Next question' }).click();
    await dialog.getByRole('button', { name: 'Next question' }).click();
    await dialog.getByRole('row', { name: /water/ }).waitFor();
    expect(await axeFinds(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  test('are saved as CSV from the menu', async () => {
    await page.getByRole('button', { name: 'Export' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: /CSV/ }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.csv$/);
    expect(readFileSync(await download.path(), 'utf8')).toContain('Carmen');
  });

  test('are printed black on white from a dark screen, without the bar', async () => {
    const dark = await newContext('dark');
    const paper = await open(`/teacher/results/${lesson.id}`, dark);
    await paper.getByText('Took part').waitFor();
    await paper.evaluate(`window.dispatchEvent(new Event('beforeprint'))`);
    await paper.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const ground = () => paper.evaluate<string>('getComputedStyle(document.body).backgroundColor');
    const ink = () => paper.evaluate<string>('getComputedStyle(document.body).color');
    expect(await ground()).toBe('rgb(255, 255, 255)');
    expect(await ink()).toBe('rgb(0, 0, 0)');
    expect(await paper.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
    await paper.evaluate(`window.dispatchEvent(new Event('afterprint'))`);
    expect(await ground()).not.toBe('rgb(255, 255, 255)');
    await dark.close();
  });

  test('follow a lesson that still runs, and lead back to it', async () => {
    const running = await teacher.startLesson({ title: 'Just started' });
    const live = await open(`/teacher/results/${running.id}`);
    await live.getByText('These are the results so far.').waitFor();
    await live.getByText('Nobody has answered yet.').waitFor();
    await live.getByRole('link', { name: 'Go to the live lesson' }).click();
    await live.waitForURL(`${program.url}/teacher/lessons/${running.id}`);
    await live.getByText('Nobody here yet.').waitFor();
    expect(await live.getByText(running.code).count()).toBeGreaterThan(0);
    await live.close();
  });

  test('are found again in the list by a few letters', async () => {
    const list = await open('/teacher/results');
    await list.getByRole('searchbox', { name: 'Find a lesson' }).fill('osm');
    await list.getByRole('link', { name: 'Osmosis' }).waitFor();
    expect(await list.getByRole('rowheader').count()).toBe(1);
    expect(await axeFinds(list)).toEqual([]);
    await list.getByRole('searchbox').fill('photosynthesis');
    await list.getByText('No lesson is called “photosynthesis”.').waitFor();
    await list.close();
  });

  test('keep within a phone, title and all', async () => {
    const held = await open(`/teacher/results/${lesson.id}`);
    await held.setViewportSize({ width: 360, height: 740 });
    await held.getByText('Took part').waitFor();
    const title = await held.getByRole('heading', { level: 1 }).boundingBox();
    expect(title?.width).toBeGreaterThan(100);
    expect(
      await held.evaluate(
        'document.documentElement.scrollWidth > document.documentElement.clientWidth',
      ),
    ).toBe(false);
    // However long a question is, its dialog begins with its head.
    await held.setViewportSize({ width: 360, height: 420 });
    await held.getByRole('button', { name: /^Show question 1/ }).click();
    expect(await held.getByRole('dialog').evaluate((dialog) => dialog.scrollTop)).toBe(0);
    await held.close();
  });

  test('say so where the lesson is unknown', async () => {
    const lost = await open('/teacher/results/no-such-lesson');
    await lost.getByText('This lesson is not here.').waitFor();
    expect(await lost.getByRole('link', { name: 'All results' }).count()).toBe(2);
    await lost.close();
  });

  test.each(['light', 'dark'] as const)('are clean to axe in %s', async (scheme) => {
    const themed = await newContext(scheme);
    const opened = await open(`/teacher/results/${lesson.id}`, themed);
    await opened.getByText('Took part').waitFor();
    expect(await axeFinds(opened)).toEqual([]);
    await themed.close();
  });
});
