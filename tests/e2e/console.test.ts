import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { send } from '../support/teacher.ts';
import { says, startConsoleDesk, step } from './console-desk.ts';
import type { ConsoleDesk } from './console-desk.ts';

let desk: ConsoleDesk;

beforeAll(async () => {
  desk = await startConsoleDesk();
});
afterAll(() => desk?.end());

describe('The live console', () => {
  test('shows how to join while nobody is there', async () => {
    const lesson = await desk.startLesson();
    const page = await desk.openConsole(lesson.id);
    await says(page, 'Nobody here yet.');
    expect(await page.getByRole('definition').allInnerTexts()).toContain(lesson.code);
    await step(page, /Open question 1/);
    await page.close();
  });

  test('leads a whole lesson by the space bar alone, each press saying what it will do', async () => {
    const lesson = await desk.startLesson();
    const [amara, ben] = await desk.join(lesson, ['Amara', 'Ben']);
    const page = await desk.openConsole(lesson.id);
    await says(page, 'Amara');
    await step(page, /Open question 1.*2 students are here/);
    await page.keyboard.press('Space');
    await step(page, /Close.*2 still to answer/);

    await send(amara!.socket, {
      type: 'answer',
      questionId: 'question-1',
      round: 1,
      answer: { picked: 0 },
    });
    await step(page, /Close.*1 still to answer/);
    await page.getByRole('button', { name: 'Amara, answered' }).waitFor();
    await send(ben!.socket, {
      type: 'answer',
      questionId: 'question-1',
      round: 1,
      answer: { picked: 1 },
    });
    await step(page, /Close.*Everybody has answered/);
    await page.keyboard.press('Space');
    await step(page, /Reveal.*Shows the key/);
    await page.keyboard.press('Space');
    await step(page, /Question 2/);
    // The count alone: two answers are too few for a percentage.
    await says(page, '1 of 2 right');
    await page.getByText('Most chosen wrong:').waitFor();

    for (const next of [
      'Open question 2',
      'Close',
      'Reveal',
      'Question 3',
      'Open question 3',
      'Close',
      /Reveal.*no key/,
      'End the lesson',
    ]) {
      await page.keyboard.press('Space');
      await step(page, next);
    }
    await page.keyboard.press('Space');
    await page.getByRole('dialog').getByRole('button', { name: 'End lesson' }).click();
    await page.waitForURL(/\/teacher\/results\//);
    await says(page, 'Took part');
    expect(desk.faults).toEqual([]);
    await page.close();
  });

  test('takes the next step by Space also after something else was clicked', async () => {
    const lesson = await desk.startLesson();
    const page = await desk.openConsole(lesson.id);
    const blank = page.getByRole('button', { name: 'Blank' });
    await blank.click();
    await page.locator('button[aria-pressed="true"]', { hasText: 'Blank' }).waitFor();
    await page.keyboard.press('Space');
    await step(page, /Close/);
    // Opening a question clears the wall: the space bar did not press Blank again.
    expect(await blank.getAttribute('aria-pressed')).toBe('false');
    await page.close();
  });

  test('has a key for every act, and says in place why one cannot be done now', async () => {
    const lesson = await desk.startLesson();
    const page = await desk.openConsole(lesson.id);
    await page.keyboard.press('r');
    await says(page, 'No question is on the wall yet.');
    await page.keyboard.press('2');
    await page.getByRole('heading', { name: 'Question 2 of 3' }).waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.getByRole('heading', { name: 'Question 1 of 3' }).waitFor();
    await page.keyboard.press('ArrowRight');
    await page
      .getByRole('button', { name: 'Question 1, skipped: What enters the cell?' })
      .waitFor();
    await page.keyboard.press('p');
    await step(page, /Resume the lesson/);
    await page.keyboard.press('p');
    await step(page, /Open question 2/);
    await page.keyboard.press('Space');
    await step(page, /Close/);
    await page.keyboard.press('t');
    await page.getByRole('timer').waitFor();
    await page.keyboard.press('h');
    await says(page, 'Wall: shown');
    await page.keyboard.press('r');
    await step(page, /Question 3/);
    await page.keyboard.press('r');
    await says(page, 'The answer is shown already.');
    await page.keyboard.press('a');
    await step(page, /Close/);
    const [wall] = await Promise.all([
      page.context().waitForEvent('page'),
      page.keyboard.press('w'),
    ]);
    expect(wall.url()).toBe(`${desk.url}/wall/${lesson.id}`);
    await wall.close();
    await page.close();
  });

  test('asks A B C D without preparation and takes its key afterwards', async () => {
    const lesson = await desk.startLesson();
    const [amara] = await desk.join(lesson, ['Amara']);
    const page = await desk.openConsole(lesson.id);
    await page.keyboard.press('d');
    await page.getByRole('heading', { name: 'Question 4 of 4' }).waitFor();
    await page.keyboard.press('Space');
    await step(page, /Close/);
    const welcome = amara!.socket;
    const asked = await new Promise<{ question: { id: string } }>((resolve) => {
      welcome.on('frame', ({ view }) => {
        if ('stage' in view && view.stage.at === 'open') resolve(view.stage);
      });
      void page.keyboard.press('t');
    });
    await send(amara!.socket, {
      type: 'answer',
      questionId: asked.question.id,
      round: 1,
      answer: { picked: 2 },
    });
    await step(page, /Everybody has answered/);
    await says(page, 'Which one was right?');
    await page.getByRole('button', { name: 'C was right' }).click();
    await page.getByRole('button', { name: 'Change the key' }).waitFor();
    await page.keyboard.press('r');
    await says(page, '1 of 1 right');
    expect(await page.getByText('No wrong answer.').count()).toBe(1);
    await page.close();
  });

  test('asks aloud again and again by the space bar alone where nothing was prepared', async () => {
    const lesson = await desk.teacher.startLesson();
    const page = await desk.openConsole(lesson.id);
    for (const number of [1, 2]) {
      await step(page, `Open question ${number}`);
      await page.keyboard.press('Space');
      await step(page, 'Close');
      await page.keyboard.press('Space');
      await step(page, 'Reveal');
      await page.keyboard.press('Space');
      await step(page, 'Another A B C D');
      await page.keyboard.press('Space');
    }
    await page.getByRole('heading', { name: 'Question 3 of 3' }).waitFor();
    await page.close();
  });

  test('moves a coming question by keyboard and keeps the focus on it', async () => {
    const lesson = await desk.startLesson();
    const page = await desk.openConsole(lesson.id);
    await page.keyboard.press('o');
    await page.getByRole('button', { name: 'Move question 3 up' }).press('Enter');
    await page.getByText('Question moved to place 2 of 3').waitFor({ state: 'attached' });
    await page.locator('button[aria-label="Move question 2 up"]:focus').waitFor();
    await page.keyboard.press('Escape');
    const moved = page.getByRole('button', { name: 'Question 2: How sure?' });
    await moved.waitFor();
    expect(await moved.innerText()).toBe('2');
    await page.close();
  });

  test('draws nothing of the private column on the wall', async () => {
    const lesson = await desk.startLesson();
    const page = await desk.openConsole(lesson.id);
    await page.keyboard.press('1');
    await says(page, 'Your note: Ask about the amoeba.');
    const preview = page.locator('[data-surface="wall"]').first();
    await preview.getByText('What enters the cell?').waitFor({ state: 'attached' });
    expect(await preview.textContent()).not.toContain('amoeba');
    await page.close();
  });

  test('knows no lesson of that name and offers the way back', async () => {
    const page = await desk.window();
    await page.goto(`${desk.url}/teacher/lessons/no-such-lesson`);
    await page.getByRole('heading', { name: 'This lesson is not here.' }).waitFor();
    await page.getByRole('link', { name: 'Home' }).click();
    await page.waitForURL(`${desk.url}/teacher`);
    expect(desk.faults).toEqual([]);
    await page.close();
  });

  // Last: it kills the program that the others use.
  test('waits for a killed program without moving, and goes on where it was', async () => {
    const lesson = await desk.startLesson();
    await desk.join(lesson, ['Amara']);
    const page = await desk.openConsole(lesson.id);
    await page.keyboard.press('Space');
    await step(page, /Close/);
    const before = await page.getByRole('heading', { name: 'The room' }).boundingBox();
    await desk.kill();
    await says(page, 'Looking for the program…');
    await says(page, 'Waiting for the program');
    await page.keyboard.press('r');
    await says(page, 'Not possible while the program cannot be reached.');
    expect(await page.getByRole('heading', { name: 'The room' }).boundingBox()).toEqual(before);
    await desk.again();
    await step(page, /Close/);
    await page.getByText('Looking for the program…').waitFor({ state: 'detached' });
    await page
      .getByText('Not possible while the program cannot be reached.')
      .waitFor({ state: 'detached' });
    await page.keyboard.press('Space');
    await step(page, /Reveal/);
    await page.close();
  });
});
