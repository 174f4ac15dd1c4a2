import sharp from 'sharp';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LessonSummary, Quiz } from '../../lan-server/contract/api.ts';
import { launchBrowser } from '../support/browser.ts';
import { startProgram } from '../support/program.ts';
import type { Program } from '../support/program.ts';
import { recording } from '../support/recording.ts';
import { next, send, signIn } from '../support/teacher.ts';
import type { Teacher } from '../support/teacher.ts';
import { axeFinds } from './axe.ts';

let program: Program;
let teacher: Teacher;
let browser: Browser;
let desk: Page;
const faults: string[] = [];

beforeAll(async () => {
  program = await startProgram();
  teacher = await signIn(program);
  browser = await launchBrowser();
  desk = await opened('/teacher', { viewport: { width: 1366, height: 768 } });
});
afterAll(async () => {
  await browser?.close();
  await program?.end();
});

/** A page of its own; the teacher's cookie comes along where the path is the teacher's or the wall's. */
async function opened(path: string, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({
    locale: 'en-GB',
    reducedMotion: 'reduce',
    ...options,
  });
  const [name = '', value = ''] = teacher.cookie.split('=');
  if (/^\/(teacher|wall)/.test(path)) await context.addCookies([{ name, value, url: program.url }]);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(program.url + path);
  return page;
}

async function accessible(page: Page, where: string) {
  expect(await axeFinds(page), where).toEqual([]);
}

/** A drawing made here: coloured fields with a border, so that one sees whether all of it is shown. */
async function drawing(width: number, height: number, colour: string): Promise<Buffer> {
  const inner = await sharp({
    create: { width: width - 40, height: height - 40, channels: 3, background: colour },
  })
    .png()
    .toBuffer();
  return sharp({ create: { width, height, channels: 3, background: '#222' } })
    .composite([{ input: inner }])
    .png()
    .toBuffer();
}
const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/png', buffer });

async function stored(id: string): Promise<Quiz> {
  return teacher.call<Quiz>('GET', `/quizzes/${id}`);
}
/** Every picture on a page has come, and is as large as its place. */
async function loaded(page: Page) {
  await expect
    .poll(() =>
      page.evaluate(
        `[...document.querySelectorAll('img')].filter((image) => image.getClientRects().length > 0).map((image) => image.complete && image.naturalWidth > 0)`,
      ),
    )
    .not.toContain(false);
}

async function consoleOf(lesson: LessonSummary) {
  const socket = teacher.socket({ as: 'teacher', lessonId: lesson.id });
  await next(socket, 'plan');
  return async (command: object) => {
    const ack = await send(socket, command);
    if (!ack.ok) throw new Error(JSON.stringify(ack));
  };
}

describe('pictures', () => {
  test('are added in the editor, by choosing and by pasting, described, undone, and refused with a reason', async () => {
    const made = await teacher.call<Quiz>('POST', '/quizzes', {
      title: 'Pictures',
      questions: [
        {
          id: 'question-first',
          kind: 'choice',
          text: 'Which of these is a leaf?',
          points: 1,
          seconds: null,
          explanation: '',
          note: '',
          options: ['', '', '', '', '', 'None of these, because all of them are something else'],
          right: 0,
        },
      ],
    });
    await desk.goto(`${program.url}/teacher/library/${made.id}`);
    const field = desk.getByRole('group', { name: 'Picture', exact: true });
    const chooser = desk.waitForEvent('filechooser');
    await field.getByRole('button', { name: 'Add a picture' }).click();
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>');
    await (await chooser).setFiles({ name: 'a.png', mimeType: 'image/png', buffer: svg });
    await field.getByText('SVG drawings may carry programs').waitFor();
    await field
      .getByLabel('Choose a picture', { exact: true })
      .setInputFiles(file('leaf.png', await drawing(900, 600, '#3a7d44')));
    await field.getByRole('textbox', { name: 'What does it show?' }).fill('Six plants in a row');
    expect(await field.getByText('SVG drawings').count()).toBe(0);
    await accessible(desk, 'the editor with a picture');

    for (const [letter, colour] of [
      ['A', '#3a7d44'],
      ['B', '#b5651d'],
      ['C', '#1d4e89'],
      ['D', '#8b1e3f'],
      ['E', '#5b3a8c'],
    ] as const) {
      await desk.getByRole('button', { name: `Add a picture to answer ${letter}` }).click();
      const dialog = desk.getByRole('dialog', { name: `Picture of answer ${letter}` });
      await dialog
        .locator('input[type=file]')
        .setInputFiles(
          file(`${letter}.png`, await drawing(letter === 'C' ? 300 : 800, 500, colour)),
        );
      const shows = dialog.getByRole('textbox', { name: 'What does it show?' });
      if (letter === 'E') await dialog.getByRole('switch').check();
      else await shows.fill(`Plant ${letter}`);
      if (letter === 'A') await accessible(desk, 'the dialog of an answer’s picture');
      await desk.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
    }
    const before = await drawing(640, 480, '#777777');
    await field.evaluate(
      (element, bytes) => {
        const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(bytes)], 'pasted.png', { type: 'image/png' }));
        element.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
        );
      },
      [...before],
    );
    await expect.poll(async () => (await stored(made.id)).questions[0]?.image?.width).toBe(640);
    await desk.getByRole('button', { name: 'Undo' }).click();
    await expect
      .poll(async () => (await stored(made.id)).questions[0]?.image)
      .toMatchObject({
        width: 900,
        height: 600,
        alt: 'Six plants in a row',
      });
    const [question] = (await stored(made.id)).questions;
    expect(question).toMatchObject({
      optionImages: [
        { alt: 'Plant A' },
        { alt: 'Plant B' },
        { width: 300 },
        { alt: 'Plant D' },
        { alt: null },
        null,
      ],
    });
    await loaded(desk);

    const lesson = await teacher.startLesson({ quizId: made.id });
    const tell = await consoleOf(lesson);
    const phone = await opened(`/j/${lesson.code}`, {
      viewport: { width: 360, height: 740 },
      hasTouch: true,
    });
    await phone.getByLabel('Your name').fill('Ada');
    await phone.getByRole('button', { name: 'Join' }).tap();
    await phone.getByRole('heading', { name: 'You’re in, Ada' }).waitFor();
    // Before anything is asked all pictures are there.
    await expect
      .poll(() =>
        phone.evaluate(
          `performance.getEntriesByType('resource').filter(({ name }) => name.includes('/media/')).length`,
        ),
      )
      .toBe(6);
    const wall = await opened(`/wall/${lesson.id}`, { viewport: { width: 1920, height: 1080 } });
    await tell({ type: 'openQuestion', questionId: 'question-first' });
    await phone.getByRole('heading', { name: 'Which of these is a leaf?' }).waitFor();
    await loaded(phone);
    await accessible(phone, 'the phone with pictures');
    await phone.getByRole('button', { name: 'Enlarge: Six plants in a row' }).tap();
    await phone.getByRole('dialog').waitFor();
    await accessible(phone, 'the picture over the screen');
    await phone.keyboard.press('b');
    await phone.keyboard.press('Escape');
    await wall.getByRole('heading', { name: 'Which of these is a leaf?' }).waitFor();
    await loaded(wall);
    await accessible(wall, 'the wall with pictures');
    await wall.setViewportSize({ width: 1024, height: 768 });
    await phone
      .getByRole('button', { name: /Plant B/ })
      .first()
      .tap();
    await tell({ type: 'closeQuestion', questionId: 'question-first' });
    await tell({ type: 'revealKey', questionId: 'question-first' });
    await wall.getByText('leaf').first().waitFor();
    await loaded(wall);
    await wall.setViewportSize({ width: 1920, height: 1080 });
    expect(faults).toEqual([]);
  });
});

describe('pins on a picture', () => {
  test('areas are drawn by mouse and keys; a class pins by tap, drag, keys and name; the wall shows where', async () => {
    const response = await fetch(`${program.url}/api/v1/media`, {
      method: 'POST',
      headers: { cookie: teacher.cookie, 'content-type': 'application/octet-stream' },
      body: new Uint8Array(await drawing(1000, 600, '#7fa37f')),
    });
    const image = { ...((await response.json()) as object), alt: 'A plant cell, drawn' };
    const made = await teacher.call<Quiz>('POST', '/quizzes', {
      title: 'Pins',
      questions: [
        {
          id: 'question-pinned',
          kind: 'pin',
          text: 'Where does the cell keep its DNA?',
          points: 2,
          seconds: null,
          explanation: 'In the nucleus.',
          note: '',
          image,
          areas: [],
          pins: 1,
          byName: false,
        },
      ],
    });
    const areas = async () => {
      const [question] = (await stored(made.id)).questions;
      return question?.kind === 'pin' ? question.areas : [];
    };
    await desk.goto(`${program.url}/teacher/library/${made.id}`);
    const board = desk.getByRole('group', { name: /^Areas on the picture/ });
    await board.scrollIntoViewIfNeeded();
    const box = await board.boundingBox();
    if (!box) throw new Error('there is no board');
    const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const;
    // A circle, drawn from its middle to its edge.
    await desk.mouse.move(...at(0.3, 0.5));
    await desk.mouse.down();
    await desk.mouse.move(...at(0.45, 0.5), { steps: 3 });
    await desk.mouse.up();
    await expect.poll(areas).toMatchObject([{ shape: 'circle', right: true }]);
    const [circle] = await areas();
    expect(
      circle?.shape === 'circle' &&
        [circle.x, circle.y, circle.r].map((part) => Math.round(part * 20) / 20),
    ).toEqual([0.3, 0.5, 0.15]);
    // A rectangle by its button, moved and made larger by keys alone.
    await desk.getByText('Rectangle', { exact: true }).click();
    await desk.getByRole('button', { name: 'New area' }).press('Enter');
    await desk.getByRole('textbox', { name: 'Area 2' }).fill('Vacuole');
    await desk.getByRole('switch', { name: /Right: area 2/ }).press('Space');
    const handle = desk.getByRole('button', { name: /^Area 2: move/ });
    for (let step = 0; step < 5; step += 1) await handle.press('ArrowRight');
    await desk.getByRole('button', { name: /^Area 2, edge 2/ }).press('Shift+ArrowDown');
    await desk.getByRole('textbox', { name: 'Area 1' }).fill('Nucleus');
    await desk.getByRole('switch', { name: 'Areas can be chosen by name' }).check();
    await expect.poll(areas).toMatchObject([
      { name: 'Nucleus', right: true },
      { name: 'Vacuole', right: false, shape: 'box', w: 0.2 },
    ]);
    const [, vacuole] = await areas();
    expect(vacuole?.shape === 'box' && vacuole.x).toBeCloseTo(0.65, 3);
    // As one step each, whatever moved on the way.
    await desk.getByRole('button', { name: 'Undo' }).click();
    await desk.getByRole('button', { name: 'Redo' }).click();
    await loaded(desk);
    await accessible(desk, 'the editor of areas');

    const lesson = await teacher.startLesson({ quizId: made.id });
    const tell = await consoleOf(lesson);
    const join = async (name: string) => {
      const page = await opened(`/j/${lesson.code}`, {
        viewport: { width: 360, height: 740 },
        hasTouch: true,
      });
      await page.getByLabel('Your name').fill(name);
      await page.getByRole('button', { name: 'Join' }).tap();
      await page.getByRole('heading', { name: `You’re in, ${name}` }).waitFor();
      return page;
    };
    const ada = await join('Ada');
    const ben = await join('Ben');
    const wall = await opened(`/wall/${lesson.id}`, { viewport: { width: 1920, height: 1080 } });
    await tell({ type: 'openQuestion', questionId: 'question-pinned' });

    // A tap, then a drag, then keys.
    const picture = ada.getByRole('img', { name: 'A plant cell, drawn' });
    await picture.waitFor();
    await loaded(ada);
    const place = await picture.boundingBox();
    if (!place) throw new Error('there is no picture');
    await ada.touchscreen.tap(place.x + place.width * 0.8, place.y + place.height * 0.5);
    const pin = ada.getByRole('button', { name: /^Pin: / });
    expect(await pin.getAttribute('aria-label')).toMatch(
      /^Pin: (79|80|81)\s?% from the left, (49|50|51)\s?% from the top$/,
    );
    const tip = { x: place.x + place.width * 0.8, y: place.y + place.height * 0.5 };
    await ada.mouse.move(tip.x, tip.y - 30);
    await ada.mouse.down();
    await ada.mouse.move(place.x + place.width * 0.35, place.y + place.height * 0.5, { steps: 4 });
    await ada.mouse.up();
    await pin.press('ArrowLeft');
    await expect
      .poll(() => ada.getByRole('status').last().innerText())
      .toMatch(/30\s?% from the left|29\s?% from the left|31\s?% from the left/);
    await accessible(ada, 'the phone with a pin');
    await ada.getByRole('button', { name: 'Send' }).tap();
    await ada.getByRole('heading', { name: 'Your answer is in' }).waitFor();
    // Without touching or seeing the picture.
    await ben.getByRole('button', { name: 'Place by buttons' }).press('Enter');
    await ben.getByRole('button', { name: 'Put a pin in the middle' }).press('Enter');
    await ben.getByRole('button', { name: 'To the right' }).press('Enter');
    expect(await ben.getByRole('button', { name: /^Pin: 55\s?% from the left/ }).count()).toBe(1);
    await ben.getByRole('button', { name: 'Vacuole' }).press('Enter');
    await accessible(ben, 'the phone with names');
    await ben.getByRole('button', { name: 'Send' }).press('Enter');
    await ben.getByRole('heading', { name: 'Your answer is Vacuole' }).waitFor();

    await wall.getByRole('img', { name: 'A plant cell, drawn' }).waitFor();
    expect(await wall.content()).not.toContain('Nucleus');
    await tell({ type: 'closeQuestion', questionId: 'question-pinned' });
    await tell({ type: 'revealKey', questionId: 'question-pinned' });
    await wall.getByText('Nucleus', { exact: false }).first().waitFor();
    await accessible(wall, 'the wall with areas');
    await wall.setViewportSize({ width: 1024, height: 768 });
    await ada.getByRole('heading', { name: 'Nucleus is right' }).waitFor();
    await ben.getByRole('heading', { name: 'The answer is Nucleus' }).waitFor();
    await ben.getByText('You chose Vacuole').waitFor();
    await accessible(ada, 'the phone after the reveal');
    await tell({ type: 'endLesson' });
    const csv = await fetch(`${program.url}/api/v1/lessons/${lesson.id}/export.csv`, {
      headers: { cookie: teacher.cookie },
    });
    expect(await csv.text()).toMatch(/Ada[^\n]*Nucleus/);
    await desk.goto(`${program.url}/teacher/results/${lesson.id}`);
    await desk.getByText('Where does the cell keep its DNA?').first().waitFor();
    expect(faults).toEqual([]);
  });
});

describe('recordings', () => {
  test('are added in the editor, played on phones and from the laptop; the wall says to listen', async () => {
    const made = await teacher.call<Quiz>('POST', '/quizzes', {
      title: 'Birds',
      questions: [
        {
          id: 'question-bird',
          kind: 'truefalse',
          text: 'Is it a robin?',
          points: 1,
          seconds: null,
          explanation: '',
          note: '',
          right: true,
        },
      ],
    });
    await desk.goto(`${program.url}/teacher/library/${made.id}`);
    const field = desk.getByRole('group', { name: 'Recording', exact: true });
    const picture = desk.getByRole('group', { name: 'Picture', exact: true });
    // They stand beside each other, not one in the other, and in one row while they are empty.
    expect(await picture.getByRole('group').count()).toBe(0);
    const middles = async () => {
      const boxes = await Promise.all([picture.boundingBox(), field.boundingBox()]);
      return boxes.map((box) => box && Math.round(box.y + box.height / 2));
    };
    for (const size of [
      { width: 1366, height: 768 },
      { width: 1024, height: 768 },
    ]) {
      await desk.setViewportSize(size);
      const [one, other] = await middles();
      expect(one, `${size.width} wide`).toBe(other);
    }
    await desk.setViewportSize({ width: 1366, height: 768 });
    // Dropped on the picture's place, a recording goes to its own.
    await picture.evaluate(
      (element, bytes) => {
        const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(bytes)], 'dropped.wav', { type: 'audio/wav' }));
        element.dispatchEvent(
          new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }),
        );
      },
      [...recording(220)],
    );
    await field.getByRole('button', { name: 'Remove' }).waitFor();
    expect(await picture.getByRole('alert').count()).toBe(0);
    await desk.getByRole('button', { name: 'Undo' }).click();
    await field.getByRole('button', { name: 'Add a recording' }).waitFor();
    const chooser = field.locator('input[type=file]');
    await chooser.setInputFiles(file('robin.wav', Buffer.from('no recording')));
    await field.getByText('This kind of file is not played on all phones.').waitFor();
    await chooser.setInputFiles(file('robin.wav', recording()));
    await field.getByRole('textbox', { name: 'What is heard?' }).fill('A bird sings');
    await accessible(desk, 'the editor with a recording');
    await expect
      .poll(async () => (await stored(made.id)).questions[0]?.sound?.words)
      .toBe('A bird sings');

    const lesson = await teacher.startLesson({ quizId: made.id, identity: 'anonymous' });
    const command = await consoleOf(lesson);
    const phone = await opened(`/j/${lesson.code}`, {
      viewport: { width: 360, height: 740 },
      hasTouch: true,
    });
    await phone.getByRole('button', { name: 'Join' }).click();
    const wall = await opened(`/wall/${lesson.id}`, { viewport: { width: 1920, height: 1080 } });
    await command({ type: 'openQuestion', questionId: 'question-bird' });
    await phone.getByText('A bird sings').waitFor();
    const player = phone.locator('audio');
    await player.evaluate((audio: HTMLAudioElement) => audio.play());
    await expect
      .poll(() => player.evaluate((audio: HTMLAudioElement) => audio.duration))
      .toBeCloseTo(1, 1);
    await accessible(phone, 'a phone with a recording');
    await wall.getByText('Listen', { exact: true }).waitFor();
    await accessible(wall, 'the wall with a recording');
    await desk.goto(`${program.url}/teacher/lessons/${lesson.id}`);
    await desk.getByText('Heard from this laptop:').waitFor();
    await accessible(desk, 'the console with a recording');
    expect(faults).toEqual([]);
    await Promise.all([phone.context().close(), wall.context().close()]);
  });
});
