import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { Results } from '../../lan-server/contract/api.ts';
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
async function tell(lesson: Lesson, type: string, questionId: string): Promise<void> {
  expect(await send(lesson.console, { type, questionId })).toMatchObject({ ok: true });
}

const phoneSize = { viewport: { width: 360, height: 740 }, hasTouch: true };

async function joinOnPhone(lesson: Lesson, name: string): Promise<Page> {
  const page = await laptop.otherWindow(`/j/${lesson.code}`, phoneSize);
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
