import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { kindNamed } from '../../lan-server/questions/index.ts';
import type { KindName, Question } from '../../lan-server/questions/index.ts';
import { accessible, startPhones, title, until } from './student-phones.ts';
import type { Phones } from './student-phones.ts';

let phones: Phones;

beforeAll(async () => {
  phones = await startPhones();
});
afterAll(() => phones?.close());
afterEach(async () => {
  const faults = await phones.putAway();
  if (faults.length > 0) throw new Error(faults.join('\n'));
});

function fixture<Kind extends KindName>(kind: Kind): Extract<Question, { kind: Kind }> {
  const question = kindNamed(kind).fixtures[0]?.question as Question;
  return { ...question, seconds: null } as Extract<Question, { kind: Kind }>;
}
const poll = fixture('poll');
const numeric = fixture('numeric');
const slider = fixture('slider');
const slide = fixture('slide');

test('a poll, a number, a slider and a slide on a phone, by taps and by keys', async () => {
  const lesson = await phones.room.lesson({ questions: [poll, numeric, slider, slide] });
  const page = await phones.join(lesson, 'Priya');
  const open = async ({ id, text }: Question) => {
    await lesson.ask({ type: 'openQuestion', questionId: id });
    await title(page, text);
  };
  const reveal = ({ id }: Question) => lesson.ask({ type: 'revealKey', questionId: id });
  const sends = page.getByRole('button', { name: 'Send' });
  const missing = page.getByText('There is no answer yet.');

  await open(poll);
  await accessible(page);
  const option = (letter: string) => page.getByRole('checkbox', { name: `Answer ${letter}` });
  for (const letter of ['B', 'D']) await page.locator('label', { has: option(letter) }).tap();
  await page.getByText('That is 2. Take one away to choose another.').waitFor();
  expect(await option('A').isDisabled()).toBe(true);
  await accessible(page);
  // By key: D is taken away, and there is room for A.
  await page.keyboard.press('d');
  await page.keyboard.press('a');
  await page.keyboard.press('c');
  expect(await option('C').isChecked()).toBe(false);
  await sends.tap();
  await title(page, 'Your answers are A and B');
  await reveal(poll);
  await page.getByText('How the class answered').waitFor();
  await accessible(page);

  await open(numeric);
  const field = page.getByRole('textbox', { name: 'Your number, in m/s' });
  expect(await field.getAttribute('inputmode')).toBe('decimal');
  await sends.tap();
  await missing.waitFor();
  await field.fill('nine');
  await page.getByText('Only a number, like -3.5').waitFor();
  await accessible(page);
  // A comma as good as a point; the sign by its own button, for pads without a minus.
  await field.fill('9,81 m/s');
  await page.getByRole('button', { name: 'Change the sign' }).tap();
  expect(await field.inputValue()).toBe('-9,81 m/s');
  await page.getByRole('button', { name: 'Change the sign' }).tap();
  await field.press('Enter');
  await title(page, 'Your answer is 9.81 m/s');
  await until('the number is counted', () => lesson.view()?.current?.right === 1);
  await accessible(page);
  await reveal(numeric);
  await title(page, '9.6 to 10 m/s is right');
  await page.getByText('2 points, 2 in all').first().waitFor();
  await accessible(page);

  await open(slider);
  const range = page.getByRole('slider', { name: 'Your number' });
  expect(await range.getAttribute('aria-valuetext')).toBe('not set yet');
  // Nobody has touched it: that is no answer.
  await sends.tap();
  await missing.waitFor();
  await accessible(page);
  const box = await range.boundingBox();
  if (!box) throw new Error('the slider is not drawn');
  expect(box.height).toBeGreaterThanOrEqual(48);
  await page.touchscreen.tap(box.x + box.width - 30, box.y + box.height / 2);
  await expect.poll(() => range.inputValue().then(Number)).toBeGreaterThan(85);
  await range.press('Home');
  await range.press('ArrowRight');
  await expect.poll(() => range.getAttribute('aria-valuetext')).toBe('1%');
  await page.getByRole('button', { name: 'More' }).tap();
  await page.getByText('2%', { exact: true }).waitFor();
  await accessible(page);
  await sends.tap();
  await title(page, 'Your answer is 2%');
  await reveal(slider);
  await title(page, 'The answer is 67 to 75%');
  await page.getByText('You chose 2%').waitFor();
  await accessible(page);

  await lesson.ask({ type: 'goTo', questionId: slide.id });
  await page.getByRole('heading', { level: 1, name: 'Today: why leaves are green' }).waitFor();
  await page.getByText('Nothing to answer: look at the wall').first().waitFor();
  expect(await page.getByRole('main').getByText('No answer from you').count()).toBe(0);
  await accessible(page);
  await until(
    'the slide stands there, and nobody is missing an answer',
    () => lesson.view()?.current?.phase === 'revealed' && lesson.view()?.grid === 'w',
  );
});
