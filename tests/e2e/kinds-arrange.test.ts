import type { Browser, CDPSession, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Quiz, Results } from '../../lan-server/contract/api.ts';
import { launchBrowser } from '../support/browser.ts';
import { startProgram } from '../support/program.ts';
import type { Program } from '../support/program.ts';
import { joinStudent, next, send, signIn } from '../support/teacher.ts';
import type { Teacher, TestSocket } from '../support/teacher.ts';
import { accessible, title } from './student-phones.ts';

/** Ordering and matching through every door: made in the editor, arranged by finger, taps and keys, drawn, graded. */

const months = ['January', 'March', 'May', 'June', 'July', 'August', 'October', 'December'];

let program: Program;
let teacher: Teacher;
let browser: Browser;
let quizId: string;
let lesson: { id: string; code: string };
let desk: TestSocket;
let ada: Page;
let wall: Page;
let finger: CDPSession;
const faults: string[] = [];

async function open(path: string, phone = false): Promise<Page> {
  const context = await browser.newContext({
    locale: 'en-GB',
    reducedMotion: 'reduce',
    viewport: phone ? { width: 360, height: 740 } : { width: 1366, height: 768 },
    hasTouch: phone,
  });
  const [name = '', value = ''] = teacher.cookie.split('=');
  if (!phone) await context.addCookies([{ name, value, url: program.url }]);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(`${program.url}${path}`);
  return page;
}

beforeAll(async () => {
  program = await startProgram();
  teacher = await signIn(program);
  browser = await launchBrowser();
});
afterAll(async () => {
  desk?.disconnect();
  await browser?.close();
  await program?.end();
});

const command = async (what: object) =>
  expect(await send(desk, what)).toEqual(expect.objectContaining({ ok: true }));

const stored = () => teacher.call<Quiz>('GET', `/quizzes/${quizId}`);

/** What stands in the rows of the phone, from the top. */
const rows = (page: Page) =>
  page
    .locator('main ol button')
    .evaluateAll((all) =>
      all.map((row) => /[A-Z][a-z]+(?=place)/.exec(row.textContent ?? '')?.[0] ?? ''),
    );

const row = (page: Page, words: string) =>
  page.getByRole('button', { name: new RegExp(`^. ${words}\\b`) });

type Spot = { x: number; y: number };
async function middle(of: Locator): Promise<Spot> {
  const box = await of.boundingBox();
  if (!box) throw new Error('it is not on the screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
/** Where two things are while both are on the screen. */
async function middles(from: Locator, to: Locator): Promise<[Spot, Spot]> {
  await to.scrollIntoViewIfNeeded();
  await from.scrollIntoViewIfNeeded();
  return [await middle(from), await middle(to)];
}
/** One finger down, along a line, and up again: real touches, as the browser itself gets them from glass. */
async function swipe(from: Spot, to: Spot): Promise<void> {
  const touch = (type: string, touchPoints: Spot[]) =>
    finger.send('Input.dispatchTouchEvent', { type: type as 'touchStart', touchPoints });
  await touch('touchStart', [from]);
  for (let part = 1; part <= 12; part += 1)
    await touch('touchMove', [
      { x: from.x + ((to.x - from.x) * part) / 12, y: from.y + ((to.y - from.y) * part) / 12 },
    ]);
  await touch('touchEnd', []);
}
const scrolled = (page: Page) => page.evaluate<number>('scrollY');

const smallTargets = (page: Page) =>
  page.evaluate<string[]>(`[...document.querySelectorAll('main button')]
    .filter((one) => one.offsetHeight < 48 || one.offsetWidth < 48)
    .map((one) => one.textContent)`);

describe('ordering and matching', () => {
  test('are written by keyboard, and moved by keys, buttons and mouse', async () => {
    const quiz = await teacher.call<Quiz>('POST', '/quizzes', {
      title: 'The year',
      questions: [
        {
          id: 'question-order',
          kind: 'choice',
          text: 'Put the months in order.',
          points: 2,
          seconds: null,
          explanation: '',
          note: '',
          options: ['March', 'January'],
          right: null,
        },
      ],
    });
    quizId = quiz.id;
    const page = await open(`/teacher/library/${quizId}`);
    await page.getByRole('button', { name: /^Kind: / }).click();
    await page.getByRole('option', { name: 'Ordering' }).click();
    await page.getByRole('textbox', { name: 'Item 2' }).press('Alt+ArrowUp');
    await page.getByRole('textbox', { name: 'Item 2' }).press('Enter');
    for (const month of ['June', 'July', 'August', 'October', 'December', 'May']) {
      await page.keyboard.type(month);
      await page.keyboard.press('Enter');
    }
    await page.getByText('Eight items at most').waitFor();
    for (let place = 8; place > 4; place -= 1)
      await page.getByRole('button', { name: `Item ${place}: up`, exact: true }).click();
    const mover = (place: number) =>
      page.getByRole('button', { name: `Move: Item ${place}`, exact: true });
    const [grip, above] = await middles(mover(4), mover(3));
    await page.mouse.move(grip.x, grip.y);
    await page.mouse.down();
    await page.mouse.move(above.x, above.y, { steps: 8 });
    await page.mouse.up();
    await accessible(page);

    await page.getByRole('textbox', { name: 'Item 8' }).press('Control+Enter');
    await page.keyboard.type('Which season is it?');
    await page.getByRole('button', { name: /^Kind: / }).click();
    await page.getByRole('option', { name: 'Matching' }).click();
    for (const [place, [prompt, choice]] of [
      ['January', 'winter'],
      ['April', 'spring'],
      ['July', 'summer'],
    ].entries()) {
      await page.getByRole('textbox', { name: `Pair ${place + 1}, left` }).fill(prompt ?? '');
      await page.keyboard.press('Tab');
      await page.keyboard.type(choice ?? '');
    }
    await page.getByRole('button', { name: 'Add an extra choice' }).click();
    await page.keyboard.type('autumn');
    await accessible(page);
    await expect
      .poll(async () => (await stored()).questions)
      .toMatchObject([
        { kind: 'ordering', items: months, keyed: true, points: 2 },
        {
          kind: 'matching',
          pairs: [
            { prompt: 'January', choice: 'winter' },
            { prompt: 'April', choice: 'spring' },
            { prompt: 'July', choice: 'summer' },
          ],
          distractors: ['autumn'],
        },
      ]);
    await page.context().close();
  });

  test('an order is shuffled for each student, the same again after a reload, and the right one for nobody to see', async () => {
    lesson = await teacher.startLesson({ quizId, title: 'The year' });
    desk = teacher.socket({ as: 'teacher', lessonId: lesson.id });
    await next(desk, 'plan');
    wall = await open(`/wall/${lesson.id}`);
    const join = async (name: string) => {
      const page = await open(`/j/${lesson.code}`, true);
      await page.getByLabel('Your name').fill(name);
      await page.getByRole('button', { name: 'Join' }).tap();
      await title(page, `You’re in, ${name}`);
      return page;
    };
    ada = await join('Ada');
    finger = await ada.context().newCDPSession(ada);
    const ben = await join('Ben');
    await command({ type: 'openQuestion', questionId: 'question-order' });
    await title(ada, 'Put the months in order.');
    await title(ben, 'Put the months in order.');
    const before = await rows(ada);
    expect(before.toSorted()).toEqual(months.toSorted());
    expect(await rows(ben)).not.toEqual(before);
    await ada.reload();
    await title(ada, 'Put the months in order.');
    expect(await rows(ada)).toEqual(before);
    // Neither in what is drawn nor in what was sent to draw it.
    expect(await wall.locator('ol li').allInnerTexts()).not.toEqual(months);
    await ben.context().close();
    await accessible(ada);
    expect(await smallTargets(ada)).toEqual([]);
  });

  test('an order is made by finger, by taps, by buttons and by keys, and the page scrolls beside the grips', async () => {
    await ada.locator('[data-draggable]').waitFor();
    const before = await rows(ada);
    const first = before[0] ?? '';
    const grip = (words: string) => row(ada, words).locator('[data-grip]');

    await swipe(...(await middles(grip(first), grip(before[3] ?? ''))));
    await expect.poll(() => rows(ada)).toEqual([...before.slice(1, 4), first, ...before.slice(4)]);
    await ada.getByText(new RegExp(`${first}, place 4 of 8`)).waitFor({ state: 'attached' });

    const words = await middle(row(ada, before[2] ?? '').getByText(before[2] ?? ''));
    const height = await scrolled(ada);
    await swipe(words, { x: words.x, y: height > 60 ? words.y + 160 : words.y - 160 });
    await expect.poll(() => scrolled(ada)).not.toBe(height);

    // Tap one, then where it goes: all but the last two are put in their places.
    for (const [place, month] of months.slice(0, 6).entries()) {
      const at = (await rows(ada))[place] ?? '';
      if (at === month) continue;
      await row(ada, month).tap();
      await row(ada, at).tap();
      await expect.poll(async () => (await rows(ada))[place]).toBe(month);
    }
    const last = await rows(ada);
    expect(last.slice(0, 6)).toEqual(months.slice(0, 6));
    // Buttons and keys move the one that is picked up: up, down and up again, whatever its place.
    const down = ada.getByRole('button', { name: 'Down' });
    expect(await down.getAttribute('aria-disabled')).toBe('true');
    await row(ada, 'October').focus();
    await ada.keyboard.press('Space');
    await row(ada, 'October').and(ada.locator('[aria-pressed=true]')).waitFor();
    await ada.keyboard.press('ArrowUp');
    await ada.keyboard.press('ArrowUp');
    await ada.getByText(/October, place [56] of 8/).waitFor({ state: 'attached' });
    expect(await ada.evaluate('document.activeElement.textContent')).toMatch(/October/);
    while ((await rows(ada)).indexOf('October') < 6) await down.tap();
    await ada.keyboard.press('Escape');
    expect(await down.getAttribute('aria-disabled')).toBe('true');
    await expect.poll(() => rows(ada)).toEqual(months);
  });

  test('the wall counts places while answers come in, and marks the right ones at the reveal', async () => {
    await ada.getByRole('button', { name: 'Send' }).tap();
    await ada.getByText('Stored on the teacher’s laptop').first().waitFor();
    const letters = await wall.locator('ol li').allInnerTexts();
    const shown = letters.map((text) => text.split('\n').at(-1) ?? '');
    // June before May, all else right: one of 28 pairs stands the wrong way round.
    const almost = ['January', 'March', 'June', 'May', 'July', 'August', 'October', 'December'];
    for (const [name, given] of Object.entries({ Cem: almost, Dana: months })) {
      const { socket } = await joinStudent(program.url, lesson.code, name);
      const answer = { order: given.map((month) => shown.indexOf(month)) };
      expect(
        await send(socket, { type: 'answer', questionId: 'question-order', round: 1, answer }),
      ).toMatchObject({ ok: true });
      socket.disconnect();
    }
    await command({ type: 'setWall', wall: { results: true } });
    await wall.getByRole('rowheader', { name: /May/ }).waitFor();
    await wall.getByText('Most common').waitFor();
    expect(await wall.getByText('Right place').count()).toBe(0);
    await command({ type: 'revealKey', questionId: 'question-order' });
    await expect
      .poll(() =>
        wall
          .getByRole('rowheader')
          .evaluateAll((all) => all.map((head) => head.getAttribute('aria-label')?.slice(2) ?? '')),
      )
      .toEqual(months);
    expect(await wall.getByRole('img', { name: 'Right place' }).count()).toBe(8);
    await ada.getByText('2 points, 2 in all').first().waitFor();
    await ada.getByText('2 of 3 here').first().waitFor();
    await accessible(ada);
  });

  test('pairs are made by finger, by taps and by keys, and graded by their share', async () => {
    const question = (await stored()).questions[1];
    const id = question?.id ?? '';
    // A phone of 2018 knows touches, but no pointers.
    await ada.addInitScript('delete window.PointerEvent');
    await ada.reload();
    await command({ type: 'openQuestion', questionId: id });
    await title(ada, 'Which season is it?');
    await wall.getByText('autumn').waitFor();
    await ada.locator('[data-draggable]').waitFor();
    await accessible(ada);
    expect(await smallTargets(ada)).toEqual([]);
    await ada.getByRole('button', { name: 'Send' }).tap();
    await ada.getByText('There is no answer yet.').waitFor();

    const choice = (words: string) => ada.locator('main ul button', { hasText: words });
    const prompt = (words: string) => row(ada, words).and(ada.locator('[data-prompt]'));
    await swipe(...(await middles(choice('winter').locator('[data-grip]'), prompt('July'))));
    await prompt('July').filter({ hasText: 'winter' }).waitFor();
    // Another choice takes its place; the first one is free again and goes where it belongs.
    await choice('summer').tap();
    await prompt('July').tap();
    await prompt('July').filter({ hasText: 'summer' }).waitFor();
    await prompt('January').tap();
    await choice('winter').tap();
    await prompt('January').filter({ hasText: 'winter' }).waitFor();
    const autumn = (await choice('autumn').innerText()).trim().charAt(0);
    await ada.keyboard.press('b');
    await ada.keyboard.press(autumn);
    await ada.getByText(/B April: . autumn/).waitFor({ state: 'attached' });
    await ada.getByRole('button', { name: 'Send' }).tap();
    await ada.getByText('Stored on the teacher’s laptop').first().waitFor();

    const console = await open(`/teacher/lessons/${lesson.id}`);
    await console.getByRole('rowheader', { name: 'A January' }).waitFor();
    await command({ type: 'revealKey', questionId: id });
    await wall.getByRole('rowheader', { name: 'B April – spring' }).waitFor();
    await wall.getByText('Right pair').last().waitFor();
    await console.getByRole('rowheader', { name: 'B April – spring' }).waitFor();
    await accessible(console);
    await ada.getByText('0.67 points, 2.67 in all').first().waitFor();
    await ada.getByText('April – spring').waitFor();
  });

  test('both stand in the results and in the table, in words', async () => {
    await command({ type: 'endLesson' });
    const results = await teacher.call<Results>('GET', `/lessons/${lesson.id}/results`);
    const [order, pairs] = results.questions;
    expect(order).toMatchObject({ answered: 3, right: 2 });
    expect(order?.meanCredit).toBeCloseTo((2 + 26 / 28) / 3);
    expect(order?.rows.map(({ label, count }) => [label, count])).toEqual(
      months.map((month, at) => [`${at + 1}. ${month}`, at === 2 || at === 3 ? 2 : 3]),
    );
    expect(pairs?.rows).toMatchObject([
      { label: 'January → winter', count: 1, right: true },
      { label: 'April → spring', count: 0, right: true },
      { label: 'April → autumn', count: 1, right: false },
      { label: 'July → summer', count: 1, right: true },
    ]);
    const csv = await fetch(`${program.url}/api/v1/lessons/${lesson.id}/export.csv`, {
      headers: { cookie: teacher.cookie },
    });
    const text = await csv.text();
    expect(text).toContain('Put the months in order. – place 8');
    expect(text).toContain('January → winter,April → autumn,July → summer');

    const report = await open(`/teacher/results/${lesson.id}`);
    await report.getByText('April → autumn').first().waitFor();
    expect(faults).toEqual([]);
  });
});
