import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Quiz } from '../../lan-server/contract/api.ts';
import type { Desk } from './setup-teacher.ts';
import { scrollsSideways, startDesk, violations } from './setup-teacher.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk?.close());
afterEach(async () => {
  await desk.closeWindows();
  const faults = desk.faults();
  if (faults.length > 0) throw new Error(faults.join('\n'));
});

const question = (id: string, text: string) => ({
  id,
  kind: 'choice',
  text,
  points: 1,
  seconds: null,
  explanation: '',
  note: '',
  options: ['yes', 'no'],
  right: 0,
});
const three = [question('first-1', 'One'), question('second', 'Two'), question('third-3', 'Three')];

/** A quiz in the library, opened in a new window. */
async function openQuiz(questions: object[] = three): Promise<{ page: Page; id: string }> {
  const page = await desk.teacherWindow('/health');
  const made = await page.request.post(`${desk.url}/api/v1/quizzes`, {
    data: { title: 'Osmosis', questions },
  });
  const { id } = (await made.json()) as Quiz;
  await page.goto(`${desk.url}/teacher/library/${id}`);
  await page.getByRole('navigation', { name: 'Questions' }).waitFor();
  return { page, id };
}
async function stored(page: Page, id: string): Promise<Quiz> {
  return (await (await page.request.get(`${desk.url}/api/v1/quizzes/${id}`)).json()) as Quiz;
}
const storedTexts = async (page: Page, id: string) =>
  (await stored(page, id)).questions.map(({ text }) => text);
const listed = (page: Page) =>
  page.getByRole('navigation', { name: 'Questions' }).locator('li b').allTextContents();
const text = (page: Page) => page.getByRole('textbox', { name: 'Question', exact: true });

describe('the editor', () => {
  test('makes a quiz of all five kinds by keyboard, saved as one types', async () => {
    const page = await desk.teacherWindow('/teacher/library');
    await page.getByText('Your quizzes will stand here').waitFor();
    await page.keyboard.press('q');
    await page.waitForURL('**/teacher/library/*');
    const id = page.url().split('/').at(-1) ?? '';
    await page.locator('input[aria-label="Title of the quiz"]:focus').waitFor();
    await page.keyboard.type('Cells');
    await text(page).fill('Which part decides what enters a cell?');
    await page.getByRole('textbox', { name: 'Answer A' }).focus();
    for (const answer of ['Nucleus', 'Membrane', 'Wall', 'Vacuole', 'Ribosome']) {
      await page.keyboard.type(answer);
      await page.keyboard.press('Enter');
    }
    await page.keyboard.press('Backspace');
    await page.getByRole('button', { name: 'Make right: answer B' }).press('Space');
    await page.getByLabel('Time').selectOption('60');

    for (const [kind, words] of [
      ['Multiple choice', 'Which have a wall?'],
      ['True or false', 'Cells breathe.'],
      ['Word cloud', 'What is life?'],
      ['Rating scale', 'How sure are you?'],
    ] as const) {
      await page.keyboard.press('Control+Enter');
      await page.keyboard.type(words);
      await page.getByRole('button', { name: /^Kind: / }).press('Enter');
      await page.getByRole('combobox', { name: 'Find a kind' }).fill(kind.toLowerCase());
      await page.getByRole('option', { name: kind, selected: true }).waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: `Kind: ${kind}` }).waitFor();
      expect(await text(page).inputValue()).toBe(words);
      expect(await violations(page)).toEqual([]);
    }
    await page.getByLabel('Steps').fill('7');
    await page.getByLabel('Word at 7').fill('very');

    await expect.poll(async () => (await stored(page, id)).questions.length).toBe(5);
    await page.getByText(/^Saved \d/).waitFor();
    const quiz = await stored(page, id);
    expect(quiz.title).toBe('Cells');
    expect(quiz.questions).toMatchObject([
      {
        kind: 'choice',
        options: ['Nucleus', 'Membrane', 'Wall', 'Vacuole', 'Ribosome'],
        right: 1,
        seconds: 60,
      },
      { kind: 'multiple', text: 'Which have a wall?' },
      { kind: 'truefalse', text: 'Cells breathe.', right: null },
      { kind: 'wordcloud', text: 'What is life?', points: 0 },
      { kind: 'rating', steps: 7, high: 'very' },
    ]);
    await page.getByText('True or false · no key yet').waitFor();
  });

  test('keeps options and key where both kinds have them', async () => {
    const { page, id } = await openQuiz();
    await page.getByRole('button', { name: /^Kind: / }).click();
    const find = page.getByRole('combobox', { name: 'Find a kind' });
    await find.fill('no such thing');
    await page.getByText('No kind fits these words.').waitFor();
    await find.fill('');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('option', { name: 'Multiple choice' }).click();
    await expect
      .poll(async () => (await stored(page, id)).questions[0])
      .toMatchObject({ id: 'first-1', kind: 'multiple', options: ['yes', 'no'], right: [0] });
    await page.getByRole('button', { name: /^Kind: / }).click();
    await page.getByRole('option', { name: 'Poll' }).click();
    await expect
      .poll(async () => (await stored(page, id)).questions[0])
      .toMatchObject({ id: 'first-1', kind: 'poll', options: ['yes', 'no'], points: 0 });
  });

  test('puts questions into another order by keyboard and says where they are', async () => {
    const { page, id } = await openQuiz();
    await page.getByRole('button', { name: 'Move question 1' }).focus();
    await page.keyboard.press('Space');
    await page.getByText('Question 1 is picked up, place 1 of 3.').waitFor();
    await pressUntil(page, 'ArrowDown', 'Question 1 is at place 2 of 3.');
    await page.keyboard.press('Space');
    await expect.poll(() => listed(page)).toEqual(['Two', 'One', 'Three']);
    await page.getByRole('button', { name: /^One/ }).press('Alt+ArrowDown');
    await expect.poll(() => listed(page)).toEqual(['Two', 'Three', 'One']);
    await expect.poll(() => storedTexts(page, id)).toEqual(['Two', 'Three', 'One']);
  });

  test('puts questions and answers into another order by mouse', async () => {
    const { page, id } = await openQuiz();
    const drag = async (from: string, to: string) => {
      const source = await page.getByRole('button', { name: from, exact: true }).boundingBox();
      const target = await page.getByRole('button', { name: to, exact: true }).boundingBox();
      if (!source || !target) throw new Error('nothing to drag');
      await page.mouse.move(source.x + 8, source.y + 16);
      await page.mouse.down();
      await page.mouse.move(source.x + 8, source.y + 30, { steps: 3 });
      await page.mouse.move(target.x + 8, target.y + target.height, { steps: 8 });
      await page.mouse.up();
    };
    await drag('Move question 1', 'Move question 3');
    await expect.poll(() => listed(page)).toEqual(['Two', 'Three', 'One']);
    await drag('Move answer A', 'Move answer B');
    await expect
      .poll(async () => (await stored(page, id)).questions.at(-1))
      .toMatchObject({ text: 'One', options: ['no', 'yes'], right: 1 });
  });

  test('undoes and redoes over the whole quiz, from within a field too', async () => {
    const { page, id } = await openQuiz();
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByText('Question 1 was deleted.').waitFor();
    await text(page).fill('Two, changed');
    await page.keyboard.press('Control+z');
    expect(await text(page).inputValue()).toBe('Two');
    await page.keyboard.press('Control+z');
    await expect.poll(() => listed(page)).toEqual(['One', 'Two', 'Three']);
    await page.keyboard.press('Control+Shift+z');
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => listed(page)).toEqual(['Two, changed', 'Three']);
    await expect.poll(() => storedTexts(page, id)).toEqual(['Two, changed', 'Three']);
  });

  test('takes what was pasted as lines for so many answers', async () => {
    const { page, id } = await openQuiz([
      { ...question('first-1', 'One'), options: ['', ''], right: null },
    ]);
    await page.getByRole('textbox', { name: 'Answer A' }).focus();
    // A clipboard of its own: the browser's is shared by all windows.
    await page.evaluate(`{
      const clipboardData = new DataTransfer();
      clipboardData.setData('text', 'red\\nyellow\\n\\nblue\\n');
      document.activeElement.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    }`);
    await expect
      .poll(async () => (await stored(page, id)).questions[0])
      .toMatchObject({ options: ['red', 'yellow', 'blue'] });
  });

  test('shows on wall and phone what is being typed, and never the key', async () => {
    const { page } = await openQuiz();
    const preview = page.getByRole('complementary', { name: 'Preview' });
    await text(page).fill('What happens next?');
    await expect.poll(() => preview.getByText('What happens next?').count()).toBe(2);
    await page.getByLabel('After the reveal').fill('Because of osmosis.');
    await page.getByLabel('Only for you').fill('Ask Ben.');
    expect(await preview.textContent()).not.toMatch(/osmosis\.|Ben/);
  });

  test('has room at 1366 × 768, folds its preview away on less, and stays whole on a tablet', async () => {
    const { page } = await openQuiz();
    const preview = page.getByRole('complementary', { name: 'Preview' });
    expect(await scrollsSideways(page)).toBe(false);
    expect(await preview.isVisible()).toBe(true);
    await page.setViewportSize({ width: 1024, height: 768 });
    expect(await preview.isVisible()).toBe(false);
    expect(await scrollsSideways(page)).toBe(false);
    await page.getByRole('button', { name: 'Preview' }).click();
    await preview.waitFor();
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 768, height: 1024 });
    expect(await scrollsSideways(page)).toBe(false);
  });
});

describe('nothing that was typed is lost', () => {
  test('when one leaves in the middle of a word', async () => {
    const { page, id } = await openQuiz();
    await text(page).fill('Half a wo');
    await page.getByRole('link', { name: 'Back to the library' }).click();
    await page.getByRole('heading', { name: 'Library', level: 1 }).waitFor();
    await expect.poll(() => storedTexts(page, id)).toEqual(['Half a wo', 'Two', 'Three']);
  });

  test('when the program is gone for a while: it is said, and stored by itself afterwards', async () => {
    const { page, id } = await openQuiz();
    await desk.stopServer();
    await text(page).fill('Typed while it was away');
    await page.getByText(/Not saved yet: Chalkbox does not answer/).waitFor();
    await text(page).fill('Typed while it was away, and on');
    await desk.startServer();
    await page.getByText(/^Saved \d/).waitFor();
    expect(await storedTexts(page, id)).toEqual([
      'Typed while it was away, and on',
      'Two',
      'Three',
    ]);
  });

  test('when the window closes while the program is gone', async () => {
    const { page, id } = await openQuiz();
    await desk.stopServer();
    await text(page).fill('Kept in the browser');
    await page.getByText(/Not saved yet/).waitFor();
    page.on('dialog', (dialog) => void dialog.accept());
    await page.goto('about:blank');
    await desk.startServer();
    await page.goto(`${desk.url}/teacher/library/${id}`);
    await expect.poll(() => storedTexts(page, id)).toEqual(['Kept in the browser', 'Two', 'Three']);
  });

  test('when the session ends: one signs in again and is on the same page', async () => {
    const { page, id } = await openQuiz();
    await page.context().clearCookies();
    await text(page).fill('Typed without a session');
    await page.getByRole('heading', { name: 'Please sign in again' }).waitFor();
    await page.getByLabel('Launch key').fill(`${desk.url}/teacher#key=${desk.launchKey}`);
    await page.keyboard.press('Enter');
    await expect.poll(() => text(page).inputValue()).toBe('Typed without a session');
    await page.getByText(/^Saved \d/).waitFor();
    expect(await storedTexts(page, id)).toEqual(['Typed without a session', 'Two', 'Three']);
  });

  test('when another window was quicker: its version can be taken', async () => {
    const { page, id } = await openQuiz();
    await changeElsewhere(page, id, 'Theirs');
    await text(page).fill('Mine');
    await page.getByRole('dialog', { name: /changed in another window/ }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Take the other version' }).click();
    await expect.poll(() => listed(page)).toEqual(['Theirs']);
    await text(page).fill('On from theirs');
    await expect.poll(() => storedTexts(page, id)).toEqual(['On from theirs']);
  });

  test('when another window was quicker: one’s own can be kept as a copy', async () => {
    const { page, id } = await openQuiz();
    await changeElsewhere(page, id, 'Theirs');
    await text(page).fill('Mine');
    await page.getByRole('button', { name: 'Keep mine as a copy' }).click();
    await page.waitForURL((url) => !url.pathname.endsWith(id));
    await expect.poll(() => listed(page)).toEqual(['Mine', 'Two', 'Three']);
    expect(await page.getByLabel('Title of the quiz').inputValue()).toBe('Osmosis (copy)');
    expect(await storedTexts(page, id)).toEqual(['Theirs']);
  });

  test('when another window deleted the quiz', async () => {
    const { page, id } = await openQuiz();
    await page.request.delete(`${desk.url}/api/v1/quizzes/${id}`);
    await text(page).fill('Mine');
    await page.getByRole('button', { name: 'Keep it as a new quiz' }).click();
    await page.waitForURL((url) => !url.pathname.endsWith(id));
    await expect.poll(() => listed(page)).toEqual(['Mine', 'Two', 'Three']);
  });
});

test('a lesson starts from what is on the desk, saved first', async () => {
  const { page } = await openQuiz();
  await text(page).fill('Just typed');
  await page.getByRole('button', { name: 'Start a lesson' }).click();
  await page.getByRole('dialog', { name: 'Start a lesson' }).waitFor();
  await page.getByText('Anonymous').click();
  await page.getByRole('button', { name: 'Start the lesson' }).click();
  await page.waitForURL('**/teacher/lessons/*');
  await page.getByRole('button', { name: /Open question 1/ }).waitFor();
  expect(await page.getByText('Just typed').first().isVisible()).toBe(true);
});

/** A list that was just picked up measures its rows first; a key that comes before is lost, and a person presses it again. */
async function pressUntil(page: Page, key: string, words: string) {
  for (let tries = 1; ; tries += 1) {
    await page.evaluate(
      () =>
        new Promise((painted) =>
          requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(painted))),
        ),
    );
    await page.keyboard.press(key);
    try {
      await page.getByText(words).waitFor({ timeout: 4000 });
      return;
    } catch (error) {
      if (tries === 4) throw error;
    }
  }
}

async function changeElsewhere(page: Page, id: string, words: string) {
  const { revision } = await stored(page, id);
  await page.request.put(`${desk.url}/api/v1/quizzes/${id}`, {
    data: { title: 'Osmosis', subject: '', questions: [question('first-1', words)], revision },
  });
}
