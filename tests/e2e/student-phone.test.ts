import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { questions } from './student-class.ts';
import { accessible, startPhones, title, until } from './student-phones.ts';
import type { Phones } from './student-phones.ts';

const { choice, wordcloud, rating } = questions;

let phones: Phones;

beforeAll(async () => {
  phones = await startPhones();
});
afterAll(() => phones?.close());
afterEach(async () => {
  const faults = await phones.putAway();
  if (faults.length > 0) throw new Error(faults.join('\n'));
});

describe('a phone', () => {
  test('keeps an answer while the laptop is away, over a reload, and sends it by itself', async () => {
    const lesson = await phones.room.lesson({ questions: [choice] });
    const phone = await phones.newPhone();
    const page = await phones.join(lesson, 'Zoe', phone);
    await lesson.ask({ type: 'openQuestion', questionId: choice.id });
    await title(page, choice.text);
    await phones.room.stopServer();
    await page.getByText('Looking for the laptop').first().waitFor();
    await page.getByRole('button', { name: 'Answer B' }).tap();
    await title(page, 'B is kept on this phone');
    await page.getByText(/Kept since .*(next try in|trying now)/).waitFor();
    await accessible(page);
    // The page is gone before the laptop is back: only what the browser has kept is left.
    await page.close();
    await phones.room.startServer();
    const console = await phones.room.again(lesson);
    const reopened = await phones.newPage(phone, `/j/${lesson.code}`);
    await title(reopened, 'Your answer is B');
    await reopened.getByText('Stored on the teacher’s laptop').first().waitFor();
    await until('it counts', () => (console.view()?.current?.answered ?? 0) > 0);
    expect(console.view()?.current?.answered).toBe(1);
  });

  test('comes back by itself after a restart of the laptop, without a reload', async () => {
    const lesson = await phones.room.lesson({ questions: [choice] });
    const page = await phones.join(lesson, 'Zoe');
    await lesson.ask({ type: 'openQuestion', questionId: choice.id });
    await title(page, choice.text);
    await phones.room.stopServer();
    await page.getByText('Looking for the laptop').first().waitFor();
    await page.getByRole('button', { name: 'Answer C' }).tap();
    await title(page, 'C is kept on this phone');
    await phones.room.startServer();
    expect(await title(page, 'Your answer is C')).toBe('Your answer is C');
    await page.getByText('Connected').waitFor();
  });

  test('is told what became of answers that arrive after the closing: tapped in time, and not', async () => {
    const lesson = await phones.room.lesson({ questions: [choice, rating] });
    const page = await phones.join(lesson, 'Zoe');
    const phone = page.context();
    const unsent = () =>
      page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('answer')));
    await lesson.ask({ type: 'openQuestion', questionId: choice.id });
    await title(page, choice.text);
    await phones.room.stopServer();
    await page.getByText('Looking for the laptop').first().waitFor();
    await page.getByRole('button', { name: 'Answer B' }).tap();
    await title(page, 'B is kept on this phone');
    // The laptop comes back under a phone that cannot reach it yet.
    await phone.setOffline(true);
    await phones.room.startServer();
    const console = await phones.room.again(lesson);
    await console.ask({ type: 'revealKey', questionId: choice.id });
    await console.ask({ type: 'openQuestion', questionId: rating.id });
    await phone.setOffline(false);
    await page.getByText('arrived late, but was tapped in time: it counts.').waitFor();
    await title(page, rating.text);
    await accessible(page);
    await page.getByRole('button', { name: 'Understood' }).tap();
    await page.getByText('it counts.').waitFor({ state: 'detached' });
    expect(await unsent()).toEqual([]);

    // Now the other way: the phone is away and does not know that the question was closed.
    await phone.setOffline(true);
    await page.evaluate(() => window.dispatchEvent(new Event('offline')));
    await page.getByText('Looking for the laptop').first().waitFor({ timeout: 30_000 });
    await console.ask({ type: 'closeQuestion', questionId: rating.id });
    await page.getByRole('button', { name: /^4/ }).tap();
    await title(page, '4 is kept on this phone');
    await phone.setOffline(false);
    await page.getByText('Your answer to question 2 was tapped after it was closed').waitFor();
    await accessible(page);
    expect(await unsent()).toEqual([]);
  });

  test('delivers an answer from a page that was closed, after the reveal and the end of the lesson', async () => {
    const lesson = await phones.room.lesson({ questions: [choice] });
    const phone = await phones.newPhone();
    const page = await phones.join(lesson, 'Zoe', phone);
    await lesson.ask({ type: 'openQuestion', questionId: choice.id });
    await title(page, choice.text);
    await phones.room.stopServer();
    await page.getByText('Looking for the laptop').first().waitFor();
    await page.getByRole('button', { name: 'Answer B' }).tap();
    await title(page, 'B is kept on this phone');
    await page.close();
    await phones.room.startServer();
    const console = await phones.room.again(lesson);
    await until('it may hold one', () => console.view()?.outOfReach === 1);
    await console.ask({ type: 'revealKey', questionId: choice.id });
    await console.ask({ type: 'endLesson' });
    const reopened = await phones.newPage(phone, `/j/${lesson.code}`);
    await reopened.getByText('it counts.').waitFor();
    await reopened.getByText('You have 1 point.').waitFor();
    await accessible(reopened);
    await until('it is marked', () => console.view()?.grid === 'l');
  });

  test('says that an answer never left it, where its lesson is gone', async () => {
    const phone = await phones.newPhone();
    const page = await phones.newPage(phone, '/');
    await page.evaluate(() => {
      const kept = { id: 'a', code: '0001', questionId: 'q', round: 1, number: 1, answer: {} };
      localStorage.setItem('chalkbox.answer.gone.seat.a', JSON.stringify(kept));
    });
    await page.goto(`${phones.room.url}/j/0001`);
    await page.getByText('One answer did not leave this phone in time').waitFor();
    await accessible(page);
    expect(
      await page.evaluate(() => localStorage.getItem('chalkbox.answer.gone.seat.a')),
    ).toBeNull();
  });

  test('goes on in a browser that stores nothing', async () => {
    const lesson = await phones.room.lesson({ questions: [choice] });
    const phone = await phones.newPhone();
    await phone.addInitScript({
      content: `Object.defineProperty(window, 'localStorage', {
        get() { throw new DOMException('forbidden', 'SecurityError'); },
      })`,
    });
    const page = await phones.join(lesson, 'Noa', phone);
    await lesson.ask({ type: 'openQuestion', questionId: choice.id });
    await page.getByRole('button', { name: 'Answer A' }).tap();
    await page.getByText('Stored on the teacher’s laptop').first().waitFor();
    expect(await title(page, 'Your answer is A')).toBe('Your answer is A');
  });

  test.each([
    { width: 320, height: 568 },
    { width: 360, height: 740 },
    { width: 768, height: 1024 },
  ])(
    'of $width × $height never scrolls sideways, keeps its tray in sight and its targets large',
    async (viewport) => {
      const eight = {
        ...choice,
        id: 'question-eight',
        options: Array.from({ length: 8 }, (_, at) => `Option ${at}`),
      };
      const lesson = await phones.room.lesson({ questions: [choice, eight, rating, wordcloud] });
      const page = await phones.join(
        lesson,
        'Maximiliane-Charlotte W.',
        await phones.newPhone({ viewport }),
      );
      // A waiting screen fits: nothing moves under a thumb.
      const high = () => page.evaluate<number>('document.documentElement.scrollHeight');
      await expect.poll(high).toBe(viewport.height);
      for (const question of [choice, eight, rating, wordcloud]) {
        await lesson.ask({ type: 'openQuestion', questionId: question.id });
        await title(page, question.text);
        // Once it stands: the screen of before may be on its way out.
        const measure = async () => {
          const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
          const tray = await page.locator('footer').boundingBox();
          const targets = await page
            .locator('main button, main input, footer button, header button')
            .all();
          const boxes = await Promise.all(targets.map((target) => target.boundingBox()));
          const small = boxes.filter((box) => !box || box.height < 48 || box.width < 48);
          return { wide, trayEnds: tray && tray.y + tray.height, small };
        };
        await expect
          .poll(measure)
          .toEqual({ wide: viewport.width, trayEnds: viewport.height, small: [] });
      }
    },
  );
});
