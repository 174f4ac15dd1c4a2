import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { LessonSummary, Quiz } from '../../lan-server/contract/api.ts';
import { launchBrowser } from '../support/browser.ts';
import { startProgram } from '../support/program.ts';
import type { Program } from '../support/program.ts';
import { joinStudent, signIn } from '../support/teacher.ts';
import type { Teacher } from '../support/teacher.ts';

const base = { points: 1, seconds: null, explanation: '', note: '' };
const questions = [
  {
    ...base,
    id: 'question-1',
    kind: 'choice',
    text: 'What enters the cell?',
    options: ['salt', 'water', 'starch'],
    right: 1,
    note: 'Ask about the amoeba.',
  },
  { ...base, id: 'question-2', kind: 'truefalse', text: 'Osmosis needs energy.', right: false },
  { ...base, id: 'question-3', kind: 'rating', text: 'How sure?', steps: 5, low: '', high: '' },
];

export { axeFinds as axe } from './axe.ts';

/** A program and a signed-in browser in which consoles are opened. */
export type ConsoleDesk = {
  readonly url: string;
  readonly teacher: Teacher;
  /** The process that runs now. */
  program(): Program;
  /** Errors that pages threw. */
  readonly faults: readonly string[];
  /** A lesson from a quiz of three questions: choice, true or false, rating. */
  startLesson(how?: object): Promise<LessonSummary>;
  /** Joins as many students as there are names. */
  join(
    lesson: LessonSummary,
    names: readonly string[],
  ): Promise<Awaited<ReturnType<typeof joinStudent>>[]>;
  window(): Promise<Page>;
  /** Opens the console of a lesson in a context, the light one if none is given. */
  openConsole(lessonId: string, from?: BrowserContext): Promise<Page>;
  newContext(colorScheme: 'light' | 'dark'): Promise<BrowserContext>;
  /** As a power cut would. */
  kill(): Promise<void>;
  again(): Promise<void>;
  end(): Promise<void>;
};

/** Starts the program, signs in and opens a browser. */
export async function startConsoleDesk(): Promise<ConsoleDesk> {
  let program: Program = await startProgram();
  const teacher = await signIn(program);
  const browser: Browser = await launchBrowser();
  const faults: string[] = [];

  async function newContext(colorScheme: 'light' | 'dark'): Promise<BrowserContext> {
    const fresh = await browser.newContext({
      viewport: { width: 1366, height: 768 },
      locale: 'en-GB',
      colorScheme,
      reducedMotion: 'reduce',
    });
    const [name = '', value = ''] = teacher.cookie.split('=');
    await fresh.addCookies([{ name, value, url: program.url }]);
    return fresh;
  }
  const context = await newContext('light');

  return {
    url: program.url,
    teacher,
    program: () => program,
    faults,
    newContext,
    window: () => context.newPage(),
    async startLesson(how = {}) {
      const quiz = await teacher.call<Quiz>('POST', '/quizzes', { title: 'Osmosis', questions });
      return teacher.startLesson({ quizId: quiz.id, ...how });
    },
    join: (lesson, names) =>
      Promise.all(names.map((name) => joinStudent(program.url, lesson.code, name))),
    async openConsole(lessonId, from = context) {
      const page = await from.newPage();
      page.setDefaultTimeout(15_000);
      page.on('pageerror', (error) => faults.push(error.message));
      await page.goto(`${program.url}/teacher/lessons/${lessonId}`);
      await page.getByRole('contentinfo', { name: 'Next step' }).waitFor();
      return page;
    },
    kill: () => program.kill(),
    async again() {
      program = await program.again();
    },
    async end() {
      await browser.close();
      await program.end();
    },
  };
}

/** Waits until the big button says this. */
export const step = (page: Page, words: string | RegExp) =>
  page.locator('button[aria-keyshortcuts="Space"]', { hasText: words }).waitFor();

/** Waits until exactly these words stand on the page. */
export const says = (page: Page, words: string) =>
  page.getByText(words, { exact: true }).first().waitFor();
