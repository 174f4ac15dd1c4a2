import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { ProjectorFrame } from '../../lan-server/contract/frames.ts';
import { oneOfEach, wallFrames } from '../../renderer/gallery/wall-frames.ts';
import { longQuestion } from '../../renderer/gallery/wall-questions.ts';
import { serveWallAlone, show } from './wall-alone.ts';
import type { WallAlone } from './wall-alone.ts';
import { axeFinds } from './axe.ts';

const sizes = [
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
  { width: 1024, height: 768 },
  { width: 2560, height: 1080 },
];

let wall: WallAlone;
let page: Page;

beforeAll(async () => {
  wall = await serveWallAlone();
});
afterAll(() => wall?.close());

const faults = () =>
  page.evaluate(() => (globalThis as unknown as { faultsOfWall: () => string[] }).faultsOfWall());

function named(name: string): ProjectorFrame {
  const frame = wallFrames[name];
  if (!frame) throw new Error(`no frame “${name}”`);
  return structuredClone(frame);
}

describe.each(sizes)('a wall of $width × $height', (size) => {
  beforeAll(async () => {
    page = await wall.open(size);
    return () => page.context().close();
  });

  test('draws every screen whole, in 32 px or more, in both languages', async () => {
    const found: string[] = [];
    // Spanish words are the longer ones: where there is least room.
    for (const language of size.width < 1900 ? ['en', 'es'] : ['en'])
      for (const [name, frame] of Object.entries(wallFrames)) {
        await show(page, { frame, language });
        for (const fault of await faults()) found.push(`${language}, ${name}: ${fault}`);
      }
    expect(found).toEqual([]);
  });

  test('fits two to eight options of any length, asked, with results and revealed', async () => {
    const open = named('Eight options');
    const revealed = named('Eight options with results');
    const found: string[] = [];
    for (const options of [2, 3, 4, 5, 6, 7, 8])
      for (const words of [1, 25, 80]) {
        const question = longQuestion(options, words, Math.min(300, words * 4));
        for (const [name, frame] of Object.entries({ open, revealed })) {
          const shown = structuredClone(frame);
          if (shown.view.stage.at === 'lobby') throw new Error('no question');
          Object.assign(shown.view.stage, { question });
          if (shown.view.stage.at === 'revealed')
            Object.assign(shown.view.stage, {
              explanation: longQuestion(2, words, words * 3).text,
              picture: { total: 20, counts: Array.from({ length: options }, (_, at) => at) },
            });
          await show(page, { frame: shown });
          for (const fault of await faults())
            found.push(`${name}, ${options} options of ${words} words: ${fault}`);
        }
      }
    expect(found).toEqual([]);
  });

  test('takes the longest question that can be typed', async () => {
    const frame = named('Ready');
    if (frame.view.stage.at !== 'ready') throw new Error('not ready');
    frame.view.stage.question.text = longQuestion(2, 1, 320).text.slice(0, 2000);
    await show(page, { frame });
    expect(await faults()).toEqual([]);
  });
});

describe('the picture', () => {
  beforeEach(async () => {
    page = await wall.open({ width: 1920, height: 1080 });
    return () => page.context().close();
  });

  test.each([false, true])('has nothing that axe finds (light: %s)', async (light) => {
    for (const name of oneOfEach) {
      const shown = named(name);
      shown.view.wall.light = light;
      await show(page, { frame: shown });
      expect(await axeFinds(page), name).toEqual([]);
    }
  });

  /** Colours of the canvas beside each mark, at the height of the mark's middle, a little in from where bars begin. */
  const besideMarks = () =>
    page.evaluate(`(() => {
      const canvas = document.querySelector('canvas');
      const box = canvas.getBoundingClientRect();
      const ratio = canvas.width / box.width;
      const context = canvas.getContext('2d');
      return [...document.querySelectorAll('ol li')].map((row) => {
        const mark = row.querySelector('svg').getBoundingClientRect();
        const y = (mark.top + mark.bottom) / 2 - box.top;
        const [r, g, b, a] = context.getImageData(Math.round(10 * ratio), Math.round(y * ratio), 1, 1).data;
        return a === 0 ? 'none' : '#' + [r, g, b].map((part) => part.toString(16).padStart(2, '0')).join('');
      });
    })()`);

  test('has each bar beside its mark, in its colour, and changes it with the theme', async () => {
    const frame = named('Revealed');
    await show(page, { frame });
    await expect.poll(besideMarks).toEqual(['#668ae3', '#fbcf6c', 'none', '#d95a7a']);
    frame.view.wall.light = true;
    await show(page, { frame });
    await expect.poll(besideMarks).toEqual(['#0c2477', '#a1660e', 'none', '#660128']);
  });

  test('says the phase aloud, and never a count', async () => {
    const frame = named('Open');
    await show(page, { frame });
    const said = page.getByRole('status');
    expect(await said.textContent()).toBe('Question 4 is open');
    if (frame.view.stage.at !== 'open') throw new Error('not open');
    frame.view.stage.answered = 20;
    await show(page, { frame });
    expect(await said.textContent()).toBe('Question 4 is open');
    await page.getByText('20 of 27 have answered').waitFor();
    await show(page, { frame: named('Blank') });
    expect(await said.textContent()).toBe('The wall is blank');
    expect(await page.locator('#page').innerText()).toBe('The wall is blank');
  });

  test('has a join code as large as the board allows, and names the newest first', async () => {
    const frame = named('Join');
    await show(page, { frame });
    const qr = page.getByRole('img', { name: 'QR code for http://192.168.1.20:4747/j/4827' });
    const box = await qr.boundingBox();
    expect(box?.width).toBeGreaterThan(560);
    expect(box?.width).toBeCloseTo(box?.height ?? 0);
    for (const words of ['192.168.1.20:4747', '4827', 'chalkbox.local:4747'])
      expect(await page.getByText(words, { exact: true }).isVisible()).toBe(true);
    expect(await page.getByRole('listitem').first().textContent()).toBe('Aroha');
  });

  test('marks the key by a tick and by words, not by colour alone', async () => {
    await show(page, { frame: named('Revealed, several right') });
    const right = page.getByRole('img', { name: /^Answer [A-F], right$/ });
    expect(
      await Promise.all((await right.all()).map((mark) => mark.getAttribute('aria-label'))),
    ).toEqual(['Answer A, right', 'Answer C, right', 'Answer E, right']);
  });

  test('keeps the words of a cloud in their places when one more answer comes', async () => {
    const frame = named('Words as they come');
    const places = async () => {
      const words = await page.locator('[data-cloud] text').all();
      const pairs = words.map(async (word) => [
        await word.textContent(),
        await word.getAttribute('style'),
      ]);
      return Object.fromEntries(await Promise.all(pairs)) as Record<string, string>;
    };
    await show(page, { frame });
    await page.locator('[data-cloud] text').first().waitFor();
    const before = await places();
    expect(Object.keys(before)).toHaveLength(25);
    if (frame.view.stage.at !== 'open' || !frame.view.stage.picture) throw new Error('no words');
    const picture = frame.view.stage.picture as { words: { text: string; count: number }[] };
    picture.words.push({ text: 'patience', count: 1 });
    await show(page, { frame });
    await page.locator('[data-cloud] text', { hasText: 'patience' }).waitFor();
    const after = await places();
    const moved = Object.keys(before).filter((word) => before[word] !== after[word]);
    expect(moved).toEqual([]);
  });

  test('as a preview is one image with a label, and nothing in it can be reached', async () => {
    await show(page, { frame: named('Open'), width: 392, mini: true });
    const image = page.getByRole('img');
    expect(await image.count()).toBe(1);
    expect(await image.getAttribute('aria-label')).toBe('On the wall now: Question 4 is open');
    expect(await image.boundingBox()).toMatchObject({ width: 392, height: 221 });
  });

  test('keeps the last picture while the link is down, and says so on the ledge', async () => {
    const frame = named('Open, large class');
    Object.assign(frame.door, { address: '192.168.100.200:14747', code: '482755' });
    await show(page, { frame, language: 'es', reconnecting: true });
    await page.getByText('Reconectando', { exact: true }).waitFor();
    expect(await page.getByRole('heading').textContent()).toContain('Which of these');
    expect(await faults()).toEqual([]);
  });
});
