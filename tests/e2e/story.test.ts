import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { startProgram } from '../support/program.ts';
import type { Program } from '../support/program.ts';
import { axeFinds } from './axe.ts';

/**
 * One lesson as people live it: a teacher who starts the program for the first time, a wall, and five phones, of which one is
 * reloaded, one loses the network, and all lose the laptop's program in the middle of a question.
 */
const names = ['Amara', 'Ben', 'Chiara', 'Dilan', 'Elif'];
const patience = 15_000;

let program: Program;
let browser: Browser;
let desk: BrowserContext;
let teacher: Page;
let wall: Page;
const phones = new Map<string, Page>();
const faults: string[] = [];

beforeAll(async () => {
  program = await startProgram();
  browser = await launchBrowser();
  desk = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'en-GB',
    reducedMotion: 'reduce',
  });
  teacher = watched(await desk.newPage());
});
afterAll(async () => {
  await browser?.close();
  await program?.end();
});

function watched(page: Page): Page {
  page.setDefaultTimeout(patience);
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    // While the program is away, every attempt to reach it is reported by the browser itself.
    if (
      message.type() === 'error' &&
      !/ERR_CONNECTION|ERR_INTERNET|Failed to load resource|WebSocket connection/.test(
        message.text(),
      )
    ) {
      faults.push(message.text());
    }
  });
  return page;
}

async function accessible(page: Page, where: string) {
  expect(await axeFinds(page), where).toEqual([]);
}

const phone = (name: string): Page => {
  const page = phones.get(name);
  if (!page) throw new Error(`${name} has no phone`);
  return page;
};
const tap = (name: string, option: string) =>
  phone(name).getByRole('button', { name: option }).click();
const stored = (name: string) =>
  phone(name).getByText('Stored on the teacher’s laptop').first().waitFor();
const press = (key: string) => teacher.keyboard.press(key);
/** The big button of the tray, once it says this; before that a key would take the step before. */
const nextStep = (label: string | RegExp) =>
  teacher.locator('[aria-keyshortcuts="Space"]').filter({ hasText: label });
const answeredOnWall = (count: number) =>
  wall.getByText(`${count} of 5 ${count === 1 ? 'has' : 'have'} answered`).first();

describe('one lesson, from the first click to the last bar', () => {
  test('the first start says what to do, and asks who the teacher is', async () => {
    await teacher.goto(`${program.url}/teacher#key=${program.launchKey}`);
    await teacher.getByLabel('Your name').fill('Ms Okafor');
    expect(teacher.url()).not.toContain(program.launchKey);
    await accessible(teacher, 'welcome');
    await teacher.getByRole('button', { name: 'Begin' }).click();
    for (const offer of ['Start a lesson', 'Make a quiz', 'Try it with a simulated class']) {
      await teacher.getByText(offer).first().waitFor();
    }
    await accessible(teacher, 'first home');
  });

  test('the teacher makes a quiz, saved as it is typed', async () => {
    await teacher.getByText('Make a quiz').first().click();
    await teacher.getByLabel('Title of the quiz').fill('Cells');
    await teacher
      .getByRole('textbox', { name: 'Question', exact: true })
      .fill('Which part decides what enters a cell?');
    const options = ['The wall', 'The membrane', 'The nucleus', 'The vacuole'];
    for (const [index, option] of options.entries()) {
      await teacher.getByRole('textbox', { name: `Answer ${'ABCD'.charAt(index)}` }).fill(option);
    }
    await teacher.getByRole('button', { name: 'Make right: answer B' }).click();
    await teacher.getByLabel('Time', { exact: true }).selectOption({ label: '2:00' });

    await addQuestion('True or false', 'Osmosis needs energy.');
    await teacher.getByRole('button', { name: 'Make right: answer B' }).click();
    await addQuestion('Word cloud', 'What is osmosis?');
    await addQuestion('Rating scale', 'How sure are you?');
    await addQuestion('Multiple choice', 'Which have a negative water potential?');
    for (const [index, option] of [
      'Sea water',
      'Distilled water',
      'Cell sap',
      'Sugar water',
    ].entries()) {
      await teacher.getByRole('textbox', { name: `Answer ${'ABCD'.charAt(index)}` }).fill(option);
    }
    for (const letter of ['A', 'C', 'D'])
      await teacher.getByRole('button', { name: `Make right: answer ${letter}` }).click();
    await teacher.getByText(/^Saved/).waitFor();
    await accessible(teacher, 'editor');

    await teacher.reload();
    await teacher.getByText('5 questions').first().waitFor();
    await teacher
      .getByRole('button', { name: /Which part decides/ })
      .first()
      .waitFor();
  });

  test('the lesson starts, the wall says how to join, five students come in', async () => {
    await teacher.getByRole('button', { name: 'Start a lesson' }).click();
    await teacher.getByRole('button', { name: 'Start the lesson' }).click();
    await teacher.getByText('Nobody here yet.').waitFor();
    await accessible(teacher, 'empty console');
    const lessonId = /lessons\/([^/]+)/.exec(teacher.url())?.[1] ?? '';
    wall = watched(await desk.newPage());
    await wall.setViewportSize({ width: 1920, height: 1080 });
    await wall.goto(`${program.url}/wall/${lessonId}`);
    const code = (await (await fetch(`${program.url}/api/v1/door`)).json()) as {
      lessons: { code: string }[];
    };
    for (const [index, name] of names.entries())
      await join(name, code.lessons[0]?.code ?? '', index === 0);
    await wall.getByText('Elif').first().waitFor();
    await accessible(wall, 'join wall');
    await accessible(phone('Amara'), 'lobby');
    await teacher.getByText('5 of 5 connected').waitFor();
  });

  test('a question opens everywhere within a second, and what is tapped is counted', async () => {
    await teacher.locator('body').click({ position: { x: 5, y: 400 } });
    await nextStep('Open question 1').waitFor();
    const opened = performance.now();
    await press('Space');
    await Promise.all([
      wall.getByRole('heading', { name: 'Which part decides what enters a cell?' }).waitFor(),
      ...names.map((name) =>
        phone(name)
          .getByRole('heading', { name: /Which part decides/ })
          .waitFor(),
      ),
    ]);
    expect(performance.now() - opened).toBeLessThan(1000);
    await accessible(phone('Amara'), 'question');
    await accessible(wall, 'question wall');
    await tap('Amara', 'The membrane');
    await stored('Amara');
    await accessible(phone('Amara'), 'sent');
    await tap('Ben', 'The wall');
    await stored('Ben');
    await answeredOnWall(2).waitFor();
    await phone('Ben').reload();
    await stored('Ben');
    await accessible(teacher, 'console');
  });

  test('killed in mid-question, the program comes back: an answer given meanwhile is kept and sent by itself', async () => {
    await phone('Chiara').context().setOffline(true);
    await program.kill();
    await tap('Chiara', 'The membrane');
    await tap('Dilan', 'The nucleus');
    await phone('Dilan').getByText('C is kept on this phone').first().waitFor();
    await phone('Chiara').getByText('B is kept on this phone').first().waitFor();
    await accessible(phone('Dilan'), 'offline');
    await wall.getByText('Reconnecting').first().waitFor();
    program = await program.again();
    await stored('Dilan');
    await answeredOnWall(3).waitFor();
    // Still the same question with its timer, on a page that was opened anew.
    await phone('Ben').reload();
    await stored('Ben');
    expect(await wall.getByRole('timer').count()).toBe(1);
    await phone('Chiara')
      .reload()
      .catch(() => {});
    await phone('Chiara').context().setOffline(false);
    await phone('Chiara').goto(phone('Dilan').url());
    await stored('Chiara');
    await answeredOnWall(4).waitFor();
  });

  test('the teacher closes and reveals: each phone says whether it was right, the wall shows the bars', async () => {
    await nextStep('Close').waitFor();
    await press('Space');
    await phone('Elif').getByText('Question 1 is closed').first().waitFor();
    await nextStep('Reveal').waitFor();
    await press('Space');
    await phone('Amara').getByText('B is right').first().waitFor();
    await phone('Ben').getByText('The answer is B').first().waitFor();
    await phone('Elif').getByText('The answer is B').first().waitFor();
    await accessible(phone('Ben'), 'result');
    await wall.getByText('4 of 5 answered').first().waitFor();
    await accessible(wall, 'results wall');
  });

  test('the other kinds are answered, too', async () => {
    await reach('Osmosis needs energy.');
    for (const [name, pick] of [
      ['Amara', 'False'],
      ['Ben', 'True'],
      ['Chiara', 'False'],
      ['Dilan', 'False'],
      ['Elif', 'True'],
    ] as const) {
      await tap(name, pick);
      await stored(name);
    }
    await accessible(phone('Amara'), 'true or false');
    await closeAndReveal();

    await reach('What is osmosis?');
    for (const [index, name] of names.entries()) {
      const page = phone(name);
      await page.getByLabel('Word 1').fill(index < 3 ? 'water' : '=1+1');
      await page.getByRole('button', { name: 'Send' }).click();
      await stored(name);
    }
    await wall.getByText('water').first().waitFor();
    await accessible(wall, 'cloud');
    await closeAndReveal();

    await reach('How sure are you?');
    await accessible(phone('Amara'), 'rating');
    for (const [index, name] of names.entries()) {
      await phone(name)
        .getByRole('button', { name: new RegExp(`^${index + 1} of 5`) })
        .click();
      await stored(name);
    }
    await closeAndReveal();

    await reach('Which have a negative water potential?');
    for (const name of names) {
      const page = phone(name);
      for (const option of name === 'Amara'
        ? ['Sea water', 'Cell sap', 'Sugar water']
        : ['Sea water', 'Distilled water']) {
        await page.getByRole('checkbox', { name: option }).check();
      }
      await page.getByRole('button', { name: 'Send' }).click();
      await stored(name);
    }
    await closeAndReveal();
  });

  test('after the lesson, the page and the exported table say what was tapped', async () => {
    await teacher.getByRole('button', { name: 'End lesson' }).click();
    await teacher.getByRole('dialog').getByRole('button', { name: 'End lesson' }).click();
    await phone('Amara').getByText('Thank you, Amara').first().waitFor();
    await wall.getByText('Thank you').first().waitFor();
    await teacher.waitForURL(/results/);
    await teacher.getByText('Reteach').first().waitFor();
    await accessible(teacher, 'results');

    await teacher.getByRole('button', { name: 'Export' }).click();
    const [download] = await Promise.all([
      teacher.waitForEvent('download'),
      teacher.getByText('CSV, for any spreadsheet').click(),
    ]);
    const rows = parse(readFileSync(await download.path(), 'utf8'), {
      bom: true,
      relax_column_count: true,
    });
    const line = (name: string) => rows.find((row) => row.includes(name))?.join(' | ') ?? '';
    for (const cell of [
      'B The membrane',
      'false',
      'water',
      'A Sea water; C Cell sap; D Sugar water',
    ])
      expect(line('Amara')).toContain(cell);
    for (const cell of ['A The wall', 'true', 'water', '2', 'A Sea water; B Distilled water'])
      expect(line('Ben')).toContain(cell);
    expect(line('Chiara')).toContain('B The membrane');
    expect(line('Dilan')).toContain('C The nucleus');
    expect(line('Elif')).not.toMatch(/The (membrane|wall|nucleus)/);
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    expect(faults).toEqual([]);
  });
});

async function addQuestion(kind: string, text: string) {
  await teacher.getByRole('button', { name: 'Add a question of another kind' }).click();
  await teacher.getByRole('option', { name: kind }).click();
  await teacher.getByRole('textbox', { name: 'Question', exact: true }).fill(text);
}

async function join(name: string, code: string, typed: boolean) {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    locale: 'en-GB',
    reducedMotion: 'reduce',
  });
  const page = watched(await context.newPage());
  phones.set(name, page);
  if (typed) {
    await page.goto(program.url);
    await accessible(page, 'code page');
    await page.getByLabel('Code of the lesson').fill(code);
  } else await page.goto(`${program.url}/j/${code}`);
  await page.getByLabel('Your name').fill(name);
  if (typed) await accessible(page, 'name page');
  await page.getByRole('button', { name: 'Join' }).click();
  await page.getByText(`You’re in, ${name}`).first().waitFor();
}

/** Presses the next step until the question is open on the phones. */
async function reach(question: string) {
  await wall.bringToFront();
  await teacher.bringToFront();
  await nextStep(/^Question \d/).waitFor();
  await press('Space');
  await wall.getByRole('heading', { name: question }).waitFor();
  await nextStep('Open question').waitFor();
  await press('Space');
  await phone('Elif').getByRole('heading', { name: question }).waitFor();
}

async function closeAndReveal() {
  await nextStep('Close').waitFor();
  await press('Space');
  await nextStep('Reveal').waitFor();
  await press('Space');
  await nextStep(/^Question \d|End the lesson/).waitFor();
}
