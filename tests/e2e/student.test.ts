import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { questions } from './student-class.ts';
import { accessible, startPhones, title, until } from './student-phones.ts';
import type { Phones } from './student-phones.ts';

const { choice, multiple, truefalse, wordcloud, rating } = questions;

let phones: Phones;

beforeAll(async () => {
  phones = await startPhones();
});
afterAll(() => phones?.close());
afterEach(async () => {
  const faults = await phones.putAway();
  if (faults.length > 0) throw new Error(faults.join('\n'));
});

describe('a student', () => {
  test('types a wrong code, sees what to check, types the right one, and is in after a name', async () => {
    const lesson = await phones.room.lesson({ questions: [choice] });
    const page = await phones.newPage(await phones.newPhone(), '/');
    await accessible(page);
    const wrong = lesson.code === '0000' ? '1111' : '0000';
    await page.keyboard.type(wrong);
    await page.getByText('No lesson has this code.').waitFor();
    expect(await page.getByLabel('Code of the lesson').inputValue()).toBe(wrong);
    await accessible(page);
    // The next digit begins a new code; the fourth one joins.
    await page.keyboard.type(lesson.code);
    await title(page, 'What is your name?');
    expect(new URL(page.url()).pathname).toBe(`/j/${lesson.code}`);
    await page.getByText('Osmosis · Ms Okafor').waitFor();
    await accessible(page);
    await page.keyboard.press('Enter');
    await page.getByText('Type a name with at least one letter.').waitFor();
    await page.getByLabel('Your name').fill('Priya');
    await page.keyboard.press('Enter');
    await title(page, 'You’re in, Priya');
    await accessible(page);
    await until('the teacher sees the seat', () => lesson.seatOf('Priya') !== undefined);
  });

  test('picks the lesson from the list, goes back by the browser, and finds the name filled in', async () => {
    const lesson = await phones.room.lesson({ title: 'Vectors', questions: [choice] });
    const phone = await phones.newPhone();
    const page = await phones.newPage(phone, '/');
    await page.getByRole('button', { name: 'Vectors' }).tap();
    await page.getByLabel('Your name').fill('Ben');
    await page.goBack();
    await title(page, 'Type the code');
    await page.goForward();
    await title(page, 'What is your name?');
    await page.getByLabel('Your name').fill('Ben');
    await page.getByRole('button', { name: 'Join' }).tap();
    await title(page, 'You’re in, Ben');
    const other = await phones.room.lesson({ title: 'Forces', questions: [choice] });
    await page.goto(`${phones.room.url}/j/${other.code}`);
    expect(await page.getByLabel('Your name').inputValue()).toBe('Ben');
    // The seat of before is still this phone's.
    await page.goto(`${phones.room.url}/j/${lesson.code}`);
    await title(page, 'You’re in, Ben');
  });

  test('sends by one tap, changes the answer, and sees question, seal and result in their turn', async () => {
    const lesson = await phones.room.lesson({ questions: [choice] });
    const page = await phones.join(lesson, 'Priya');
    await lesson.ask({ type: 'goTo', questionId: choice.id });
    await title(page, 'Question 1 is coming');
    await lesson.ask({ type: 'openQuestion', questionId: choice.id });
    await title(page, choice.text);
    await page.locator('h1:focus').waitFor();
    await page.getByText('Question 1 of 1').first().waitFor();
    await accessible(page);
    await page.getByRole('button', { name: 'Answer D' }).tap();
    await title(page, 'Your answer is D');
    await page
      .getByRole('status')
      .getByText('Stored on the teacher’s laptop')
      .waitFor({ state: 'attached' });
    await accessible(page);
    await page.getByRole('button', { name: 'Change my answer' }).tap();
    await page.getByRole('button', { name: 'Answer D', pressed: true }).waitFor();
    await page.getByRole('button', { name: 'Answer B' }).tap();
    await title(page, 'Your answer is B');
    await until('one answer counts', () => lesson.view()?.current?.answered === 1);
    await page.reload();
    await title(page, 'Your answer is B');
    await lesson.ask({ type: 'closeQuestion', questionId: choice.id });
    await title(page, 'Question 1 is closed');
    await accessible(page);
    await lesson.ask({ type: 'revealKey', questionId: choice.id });
    await title(page, 'B is right');
    await page.getByText('1 point, 1 in all').first().waitFor();
    await page.getByText(choice.explanation).waitFor();
    await page.getByRole('img', { name: 'Answer B, right' }).waitFor();
    await accessible(page);
    await lesson.ask({ type: 'pauseLesson' });
    await page.getByText('The lesson is paused').waitFor();
    await lesson.ask({ type: 'resumeLesson' });
    await lesson.ask({ type: 'endLesson' });
    await title(page, 'Thank you, Priya');
    await accessible(page);
    expect(await page.locator('main').innerText()).toContain('You have 1 point.');
  });

  test('answers every kind by keyboard alone, on a dark phone', async () => {
    const lesson = await phones.room.lesson({
      questions: [choice, multiple, truefalse, wordcloud, rating],
    });
    const page = await phones.join(lesson, 'Kim', await phones.newPhone({ colorScheme: 'dark' }));
    const open = async (question: { id: string; text: string }) => {
      await lesson.ask({ type: 'openQuestion', questionId: question.id });
      await title(page, question.text);
      await accessible(page);
    };
    await open(choice);
    await page.keyboard.press('2');
    await title(page, 'Your answer is B');
    await open(multiple);
    await page.keyboard.press('Enter');
    await page.getByText('There is no answer yet.').waitFor();
    await page.keyboard.type('abc');
    await page.keyboard.press('b');
    await page.keyboard.press('Enter');
    await title(page, 'Your answers are A and C');
    await accessible(page);
    await lesson.ask({ type: 'revealKey', questionId: multiple.id });
    await title(page, 'A and C are right');
    await accessible(page);
    await open(truefalse);
    await page.keyboard.press('a');
    await title(page, 'Your answer is True');
    await lesson.ask({ type: 'revealKey', questionId: truefalse.id });
    await title(page, 'The answer is False');
    await page.getByText('You chose True').waitFor();
    await open(wordcloud);
    await page.getByLabel('Word 1').fill('water');
    await page.getByLabel('Word 2').fill(' Water ');
    await page.getByLabel('Word 3').fill('membrane');
    await page.keyboard.press('Enter');
    await title(page, 'Your answers are in');
    await accessible(page);
    await lesson.ask({ type: 'revealKey', questionId: wordcloud.id });
    await title(page, 'What you sent');
    expect(await page.getByText(/^water$/i).count()).toBe(2);
    await open(rating);
    await page.keyboard.press('4');
    await title(page, 'Your answer is 4');
    await lesson.ask({ type: 'revealKey', questionId: rating.id });
    await page.getByText('Mean 4').waitFor();
    await accessible(page);
  });

  test('joins without a name by one tap where the lesson wants none', async () => {
    const lesson = await phones.room.lesson({ identity: 'anonymous', questions: [choice] });
    const page = await phones.newPage(await phones.newPhone(), `/j/${lesson.code}`);
    await accessible(page);
    await page.getByRole('button', { name: 'Join' }).tap();
    expect(await title(page, 'You’re in')).toBe('You’re in');
  });

  test('may not change an answer where the first one counts', async () => {
    const lesson = await phones.room.lesson({ changes: false, questions: [choice] });
    const page = await phones.join(lesson, 'Ada');
    await lesson.ask({ type: 'openQuestion', questionId: choice.id });
    await page.getByRole('button', { name: 'Answer A' }).tap();
    await title(page, 'Your answer is A');
    expect(await page.getByRole('button', { name: 'Change my answer' }).count()).toBe(0);
  });

  test('has the same answer in two tabs, and both tell the truth', async () => {
    const lesson = await phones.room.lesson({ questions: [choice] });
    const phone = await phones.newPhone();
    const first = await phones.join(lesson, 'Lea', phone);
    const second = await phones.newPage(phone, `/j/${lesson.code}`);
    await title(second, 'You’re in, Lea');
    await lesson.ask({ type: 'openQuestion', questionId: choice.id });
    await first.getByRole('button', { name: 'Answer A' }).tap();
    await title(second, 'Your answer is A');
    await second.getByRole('button', { name: 'Change my answer' }).tap();
    await second.getByRole('button', { name: 'Answer C' }).tap();
    await title(first, 'Your answer is C');
    expect(lesson.view()?.seats).toBe(1);
  });

  test('is told when the teacher takes the seat away, and is back when it is given again', async () => {
    const lesson = await phones.room.lesson({ questions: [choice] });
    const page = await phones.join(lesson, 'Max');
    await until('the teacher sees the seat', () => lesson.seatOf('Max') !== undefined);
    const seatId = lesson.seatOf('Max') ?? '';
    await lesson.ask({ type: 'removeSeat', seatId });
    await title(page, 'You are not in this lesson any more');
    await accessible(page);
    await page.getByRole('button', { name: 'Try again' }).tap();
    await title(page, 'You are not in this lesson any more');
    await lesson.ask({ type: 'restoreSeat', seatId });
    expect(await title(page, 'You’re in, Max')).toBe('You’re in, Max');
  });

  test('hands the phone to somebody else, who gets a seat of their own', async () => {
    const lesson = await phones.room.lesson({ questions: [choice] });
    const page = await phones.join(lesson, 'Max');
    await page.getByRole('button', { name: 'What you can do here' }).tap();
    await title(page, 'You are Max');
    await accessible(page);
    await page.getByRole('button', { name: 'I am somebody else' }).tap();
    await page.getByRole('button', { name: 'Start anew' }).tap();
    await page.getByLabel('Your name').fill('Eva');
    await page.getByRole('button', { name: 'Join' }).tap();
    await title(page, 'You’re in, Eva');
    await until('there are two seats', () => lesson.seatOf('Eva') !== undefined);
    expect(lesson.seatOf('Eva')).not.toBe(lesson.seatOf('Max'));
  });

  test('reads it all in Spanish after one tap', async () => {
    const lesson = await phones.room.lesson({ questions: [choice] });
    const page = await phones.newPage(await phones.newPhone(), '/');
    await page.getByRole('link', { name: 'Español' }).tap();
    await title(page, 'Escribe el código');
    await page.keyboard.type(lesson.code);
    await page.getByLabel('Tu nombre').fill('Inés');
    await page.getByRole('button', { name: 'Entrar' }).tap();
    await title(page, 'Ya estás dentro, Inés');
    await page.reload();
    expect(await title(page, 'Ya estás dentro, Inés')).toBe('Ya estás dentro, Inés');
    await accessible(page);
  });
});
