import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { Results } from '../../lan-server/contract/api.ts';
import type { Question } from '../../lan-server/questions/index.ts';
import { next, send, signIn } from '../support/teacher.ts';
import type { Teacher, TestSocket } from '../support/teacher.ts';
import { startLaptop } from './laptop.ts';
import type { Laptop } from './laptop.ts';
import { accessible, title } from './student-phones.ts';

let laptop: Laptop;
let teacher: Teacher;

beforeAll(async () => {
  laptop = await startLaptop();
  teacher = await signIn(laptop.program);
});
afterAll(() => laptop?.end());
afterEach(async () => {
  await laptop.closeWindows();
  expect(laptop.faults()).toEqual([]);
});

const base = { points: 1, seconds: null, explanation: '', note: '' };

type Lesson = { id: string; code: string; console: TestSocket };

/** A lesson of these questions, and what the teacher says in it. */
async function startLesson(questions: object[]): Promise<Lesson> {
  const { id: quizId } = await teacher.call<{ id: string }>('POST', '/quizzes', {
    title: 'Rates',
    questions,
  });
  const { id, code } = await teacher.startLesson({ quizId });
  const console = teacher.socket({ as: 'teacher', lessonId: id });
  await next(console, 'frame');
  return { id, code, console };
}
async function tell(lesson: Lesson, type: string, questionId?: string): Promise<void> {
  expect(await send(lesson.console, { type, ...(questionId && { questionId }) })).toMatchObject({
    ok: true,
  });
}

const phoneSize = { viewport: { width: 360, height: 740 }, hasTouch: true };

async function joinOnPhone(lesson: Lesson, name: string, before?: () => void): Promise<Page> {
  const page = await laptop.otherWindow('/', phoneSize);
  if (before) await page.addInitScript(before);
  await page.goto(`${laptop.program.url}/j/${lesson.code}`);
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('button', { name: 'Join' }).tap();
  await title(page, `You’re in, ${name}`);
  return page;
}

describe('a question with a hint, whose answers each phone shows in its own order', () => {
  const options = ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight'];
  const question = {
    ...base,
    id: 'question-1',
    kind: 'choice',
    text: 'Which comes third?',
    hint: 'Count with your fingers.',
    shuffle: true,
    options,
    right: 2,
  };
  const marks = (page: Page) =>
    page.getByRole('main').locator('button[aria-pressed]').allInnerTexts();

  test('gives the hint when asked, keeps the order, and speaks of letters as the question has them', async () => {
    const lesson = await startLesson([question]);
    const phone = await joinOnPhone(lesson, 'Ada');
    const other = await joinOnPhone(lesson, 'Ben');
    await tell(lesson, 'openQuestion', 'question-1');
    await title(phone, 'Which comes third?');
    await title(other, 'Which comes third?');

    const hint = phone.getByText('Count with your fingers.');
    expect(await hint.isVisible()).toBe(false);
    const asks = phone.getByRole('button', { name: 'Hint', exact: true });
    expect((await asks.boundingBox())?.height).toBeGreaterThanOrEqual(48);
    await asks.tap();
    await hint.waitFor();
    await accessible(phone);

    const order = await marks(phone);
    expect([...order].sort()).toEqual([...(await marks(other))].sort());
    expect(await marks(other)).not.toEqual(order);
    await phone.reload();
    await title(phone, 'Which comes third?');
    expect(await marks(phone)).toEqual(order);

    // The third of the question is C, wherever it stands: by tap and by key.
    await phone.getByRole('button', { name: /Three/ }).tap();
    await title(phone, 'Your answer is C');
    await other.keyboard.press('c');
    await title(other, 'Your answer is C');
    await tell(lesson, 'closeQuestion', 'question-1');
    await tell(lesson, 'revealKey', 'question-1');
    await title(phone, 'C is right');
    const results = await teacher.call<Results>('GET', `/lessons/${lesson.id}/results`);
    expect(results.questions[0]).toMatchObject({ answered: 2, right: 2 });
    expect(await phone.getByText('Count with your fingers.').count()).toBe(0);
  });
});

describe('the text of a question in the editor', () => {
  const text = (page: Page) => page.getByRole('textbox', { name: 'Question', exact: true });
  type Stored = { questions: Question[] };

  async function openQuiz(
    questions: object[],
    before: (page: Page) => Promise<void> = async () => {},
  ): Promise<{ page: Page; id: string }> {
    const { id } = await teacher.call<{ id: string }>('POST', '/quizzes', {
      title: 'Motion',
      questions,
    });
    const page = await laptop.ownWindow();
    page.on('console', (message) => {
      // The page's policy refuses styles that a script writes into the page.
      if (message.type() === 'error') faults.push(message.text());
    });
    await page.getByRole('navigation').first().waitFor();
    await before(page);
    await page.goto(`${laptop.program.url}/teacher/library/${id}`);
    await page.getByRole('navigation', { name: 'Questions' }).waitFor();
    return { page, id };
  }
  const faults: string[] = [];
  const stored = async (id: string) =>
    (await teacher.call<Stored>('GET', `/quizzes/${id}`)).questions[0];

  test('loses no letter while the editor of formatted text is still on its way', async () => {
    let come = () => {};
    const coming = new Promise<void>((resolve) => {
      come = resolve;
    });
    const { page, id } = await openQuiz(
      [{ ...base, id: 'question-1', kind: 'choice', text: '', options: ['1', '2'], right: 0 }],
      async (laptopPage) => {
        await laptopPage.route(/rich-part-.*\.js/, async (route) => {
          await coming;
          await route.continue();
        });
      },
    );
    await text(page).click();
    await page.keyboard.type('The speed is $v_0$, and ');
    await expect.poll(async () => (await stored(id))?.text).toBe('The speed is $v_0$, and ');
    come();
    await expect.poll(() => text(page).evaluate((field) => field.tagName)).toBe('DIV');
    await page.keyboard.type('fast');
    await expect.poll(async () => (await stored(id))?.text).toBe('The speed is $v_0$, and fast');
    await expect.poll(() => text(page).locator('math').count()).toBe(1);
  });

  test('is formatted by tools, keys, dollar signs and pasting, saved as one types, and undone', async () => {
    const { page, id } = await openQuiz([
      { ...base, id: 'question-1', kind: 'choice', text: '', options: ['1', '2'], right: 0 },
    ]);
    // Plain typing stays in the plain field.
    await text(page).fill('The speed is ');
    expect(await text(page).evaluate((field) => field.tagName)).toBe('TEXTAREA');

    // A formula between dollar signs; the cursor goes on after it.
    await text(page).pressSequentially('$v_0$, and ');
    await expect.poll(async () => (await stored(id))?.text).toBe('The speed is $v_0$, and');
    await expect.poll(() => text(page).evaluate((field) => field.tagName)).toBe('DIV');
    await page.keyboard.press('Control+b');
    await page.keyboard.type('fast');
    await page.keyboard.press('Control+b');
    await expect
      .poll(async () => (await stored(id))?.rich?.text)
      .toMatch(/<math>.*<msub>.*v_0<\/annotation>.*, and <strong>fast<\/strong><\/p>$/);
    expect((await stored(id))?.text).toBe('The speed is $v_0$, and fast');

    // The page's own undo, from within the text and back.
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await stored(id))?.text).not.toContain('fast');
    expect(await text(page).evaluate((field) => field.tagName)).toBe('DIV');
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(async () => (await stored(id))?.text).toBe('The speed is $v_0$, and fast');
    // The cursor is where the change was.
    await page.keyboard.type('er');
    await expect.poll(async () => (await stored(id))?.text).toBe('The speed is $v_0$, and faster');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await expect.poll(async () => (await stored(id))?.text).toBe('The speed is $v_0$, and fast');

    // By the tools, with the keyboard: a formula with its TeX, then a table.
    await page.keyboard.press('End');
    // The browser tells a page of a moved cursor after the key, and no person presses the next one before that.
    await page.evaluate(
      () =>
        new Promise((told) => {
          requestAnimationFrame(() => requestAnimationFrame(told));
        }),
    );
    await page.keyboard.press('Enter');
    const tools = page.getByRole('toolbar', { name: 'Formatting' }).first();
    await tools.getByRole('button', { name: 'Put in a formula' }).click();
    await page.getByLabel('Formula in TeX').fill('\\frac{1}{2');
    await page.getByText('This is not a formula yet.').waitFor();
    await page.getByLabel('Formula in TeX').fill('\\frac{1}{2}');
    await accessible(page);
    await page.keyboard.press('Enter');
    await tools.getByRole('button', { name: 'Put in a table' }).click();
    await page.keyboard.type('time');
    await page.keyboard.press('Tab');
    await page.keyboard.type('way');
    await expect
      .poll(async () => (await stored(id))?.text)
      .toContain('fast\n$\\frac{1}{2}$\ntime | way | ');
    await tools.getByRole('button', { name: 'Take the table away' }).click();

    // From a word processor: its words, lists and tables, none of its styles, links, pictures or scripts.
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData(
        'text/html',
        '<p class="MsoNormal" style="color:red" onclick="x()"><o:p></o:p><b>Bold</b> <span style="font-style: italic">slant</span> <a href="http://x">link</a><img src="http://x/y.png" onerror="x()"></p><ul><li>one</li></ul><script>x()</script>',
      );
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    await expect
      .poll(async () => (await stored(id))?.rich?.text)
      .toMatch(
        /<p><strong>Bold<\/strong> <em>slant<\/em> link<\/p><ul><li><p>one<\/p><\/li><\/ul>$/,
      );

    // A formula in an answer, too; the preview of wall and phone draws all of it.
    await page.getByRole('textbox', { name: 'Answer A' }).fill('$\\sqrt{2}$');
    await expect.poll(async () => (await stored(id))?.rich?.options?.[0]).toContain('<msqrt>');
    expect(await page.locator('aside msqrt, main ~ * msqrt').count()).toBeGreaterThanOrEqual(2);
    await page.reload();
    await expect.poll(() => text(page).locator('mfrac').count()).toBe(1);
    await accessible(page);
    expect(faults).toEqual([]);
  });
});

/** The fonts that the page has fetched for itself, by their file's name. */
const fontsFetched = () =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => name.split('/').at(-1) ?? '')
    .filter((name) => /^stix.*woff2$/.test(name));
const formulasAreSet = () =>
  [...document.fonts].some(
    ({ family, status }) => family.includes('Chalkbox Formulas') && status === 'loaded',
  );

describe('a formatted question in two languages', () => {
  const wide = String.raw`\sum_{k=0}^{n} \binom{n}{k} x^k y^{n-k} = \binom{n}{0} y^n + \binom{n}{1} x y^{n-1} + \dots`;
  const tex = (source: string, display = '') =>
    `<math${display}><semantics><annotation encoding="application/x-tex">${source}</annotation></semantics></math>`;
  const question = {
    ...base,
    id: 'question-1',
    kind: 'choice',
    text: '',
    language: 'en',
    rich: {
      text:
        `<p>Which <strong>term</strong> is ${tex('x^2')}?</p><p>${tex(wide, ' display="block"')}</p>` +
        '<table><tbody><tr><td><p>n</p></td><td><p>one</p></td><td><p>two</p></td><td><p>three hundred</p></td><td><p>four hundred</p></td></tr></tbody></table>',
      explanation: '<p>It is the <em>last</em> one.</p>',
    },
    hint: 'Count from $0$.',
    options: [String.raw`$\frac{1}{2}$`, 'the last'],
    right: 1,
    second: {
      language: 'es',
      text: '¿Qué término es?',
      hint: 'Cuenta desde cero.',
      options: ['', 'el último'],
      explanation: 'Es el último.',
    },
  };

  test('stands whole on phone and wall, each part in its language, and is read aloud by the phone’s own voice', async () => {
    const lesson = await startLesson([question]);
    const phone = await joinOnPhone(lesson, 'Ada', () => {
      // What a phone says, written down: a browser of a test has no voice.
      const said: string[] = [];
      const voice = { lang: 'es-ES', localService: true, default: true, name: 'x', voiceURI: 'x' };
      Object.assign(globalThis, { said });
      class Utterance {
        text: string;
        constructor(text: string) {
          this.text = text;
        }
      }
      Object.defineProperty(globalThis, 'SpeechSynthesisUtterance', { value: Utterance });
      Object.defineProperty(globalThis, 'speechSynthesis', {
        value: {
          getVoices: () => [{ ...voice, lang: 'en-GB', localService: false }, voice],
          speak: ({ text }: Utterance) => said.push(text),
          cancel: () => said.push('(quiet)'),
        },
      });
    });
    const wall = await laptop.ownWindow({ viewport: { width: 1920, height: 1080 } });
    // Signed in by then.
    await wall.getByRole('navigation').first().waitFor();
    await wall.goto(`${laptop.program.url}/wall/${lesson.id}`);
    // Formulas have a typeface of their own, which is there before the first of them is.
    for (const page of [phone, wall])
      await expect
        .poll(() => page.evaluate(fontsFetched))
        .toEqual([expect.stringContaining('stix')]);
    await tell(lesson, 'openQuestion', 'question-1');

    const heading = phone.getByRole('heading', { level: 1 });
    await heading.getByText('term').waitFor();
    expect(await heading.locator('strong').innerText()).toBe('term');
    expect(await heading.locator('msup').count()).toBe(1);
    for (const page of [phone, wall])
      await expect.poll(() => page.evaluate(formulasAreSet)).toBe(true);
    // Tables and formulas scroll inside; the page does not.
    const sideways = () =>
      phone.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      );
    expect(await sideways()).toBe(false);
    const scrolls = await phone
      .locator('main [tabindex="0"]')
      .evaluateAll((boxes) => boxes.map((box) => box.scrollWidth > box.clientWidth));
    expect(scrolls).toEqual([true, true]);
    expect(await phone.getByText('¿Qué término es?').getAttribute('lang')).toBe('es');
    const second = phone.getByRole('button', { name: /the last/ });
    expect(await second.getByText('el último').getAttribute('lang')).toBe('es');
    await phone.getByRole('button', { name: 'Hint', exact: true }).tap();
    await phone.getByText('Cuenta desde cero.').waitFor();
    await accessible(phone);

    // English has no voice of the phone itself; Spanish has, once it comes first.
    expect(await phone.getByRole('button', { name: 'Read aloud' }).count()).toBe(0);
    await phone.getByRole('button', { name: 'Español first' }).tap();
    await title(phone, '¿Qué término es?');
    await phone.getByRole('button', { name: 'Read aloud' }).tap();
    const said = () => phone.evaluate(() => (globalThis as unknown as { said: string[] }).said);
    expect((await said()).slice(-3)).toEqual(['¿Qué término es?', 'A. frac 1 2', 'B. el último']);
    await phone.reload();
    await title(phone, '¿Qué término es?');

    await wall.getByText('el último').waitFor();
    expect(await wall.locator('h1 msup').count()).toBe(1);
    expect(await wall.getByText('¿Qué término es?').getAttribute('lang')).toBe('es');
    expect(await wall.getByText('Cuenta desde cero.').count()).toBe(0);
    await accessible(wall);

    await phone.getByRole('button', { name: 'Read aloud' }).tap();
    await second.tap();
    await title(phone, 'Your answer is B');
    expect((await said()).at(-1)).toBe('(quiet)');
    await tell(lesson, 'closeQuestion', 'question-1');
    await tell(lesson, 'revealKey', 'question-1');
    await title(phone, 'B is right');
    expect(await phone.locator('em').innerText()).toBe('last');
    expect(await phone.getByText('Es el último.').getAttribute('lang')).toBe('es');
    await wall.getByText('Es el último.').waitFor();
    await accessible(phone);

    // The teacher's own pages have the same: key and explanation in both languages, the whole question among the results.
    const desk = await laptop.ownWindow();
    await desk.getByRole('navigation').first().waitFor();
    await desk.goto(`${laptop.program.url}/teacher/lessons/${lesson.id}`);
    const key = desk.getByRole('complementary', { name: 'Only you see this' });
    await key.getByText('el último', { exact: true }).waitFor();
    await accessible(desk);
    await tell(lesson, 'endLesson');
    await desk.goto(`${laptop.program.url}/teacher/results/${lesson.id}`);
    await desk.getByRole('button', { name: /^Show question 1/ }).click();
    const whole = desk.getByRole('dialog', { name: 'Question 1' });
    expect(await whole.locator('table').first().locator('td').count()).toBe(5);
    expect(await whole.getByText('¿Qué término es?').getAttribute('lang')).toBe('es');
    expect(await whole.getByRole('row').locator('mfrac').count()).toBe(1);
    expect(await whole.locator('em').innerText()).toBe('last');
    await accessible(desk);
  });
});
