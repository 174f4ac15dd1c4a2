import { describe, expect, test } from 'vitest';
import QRCode from 'qrcode';
import { countWords, fullBar } from '../../renderer/options/count-words.ts';
import { lessonOfPath } from '../../renderer/projector/lesson-of-path.ts';
import { sizeWords } from '../../renderer/questions/wordcloud/word-sizes.ts';
import { boardFor } from '../../renderer/stage/board.ts';
import { figureSize } from '../../renderer/stage/figure-size.ts';
import {
  askedSteps,
  chooseStep,
  leastType,
  readySteps,
  resultSteps,
} from '../../renderer/stage/fit.ts';
import { namesThatFit } from '../../renderer/stage/names.ts';
import { qrPath } from '../../renderer/stage/qr-path.ts';

describe('the board', () => {
  test('is 1920 × 1080 in a window of those proportions, whatever its size', () => {
    expect(boardFor(1920, 1080)).toEqual({ scale: 1, width: 1920, height: 1080 });
    expect(boardFor(960, 540)).toEqual({ scale: 0.5, width: 1920, height: 1080 });
  });

  test('grows downwards on an old 4:3 projector and sideways on a very wide screen', () => {
    expect(boardFor(1024, 768)).toMatchObject({ width: 1920, height: 1440 });
    expect(boardFor(2560, 1080)).toEqual({ scale: 1, width: 2560, height: 1080 });
  });

  test('has a size even in a window that has none', () => {
    expect(boardFor(0, 0).scale).toBeGreaterThan(0);
  });
});

describe('the steps of type on the wall', () => {
  const all = [...readySteps, ...askedSteps, ...resultSteps];

  test('never go below 32 px', () => {
    expect(Math.min(...all.flatMap((step) => [step.question, step.option]))).toBe(leastType);
    expect(leastType).toBe(32);
  });

  test('begin at 60 and 40 px, and reach 48 and 32 before the question gives way', () => {
    expect(askedSteps[0]).toMatchObject({ question: 60, option: 40 });
    const givingWay = askedSteps.findIndex((step) => step.question < 48);
    expect(askedSteps.slice(0, givingWay).at(-1)).toMatchObject({ question: 48, option: 32 });
    expect(askedSteps.slice(0, givingWay).every((step) => step.words === 'all')).toBe(true);
  });

  test('the first that fits is taken, and the last where none does', () => {
    expect(chooseStep(askedSteps, (step) => step.option <= 36)).toBe(
      askedSteps.find((step) => step.option <= 36),
    );
    expect(chooseStep(askedSteps, () => false)).toBe(askedSteps.at(-1));
  });
});

describe('the join screen', () => {
  test('shows address and code at full size where they fit, smaller where they are long', () => {
    expect(figureSize('10.0.0.5', '4827')).toBe(124);
    const usual = figureSize('192.168.1.20:4747', '4827');
    const long = figureSize('192.168.100.200:14747', '482755');
    expect(usual).toBeLessThan(124);
    expect(long).toBeLessThan(usual);
    expect(figureSize('x'.repeat(200), '482755')).toBe(44);
  });

  test('names fill rows of two, and a long one takes a row of its own', () => {
    const names = ['Ann', 'Bob', 'Maria Magdalena', 'Cem', 'Dea', 'Eve'];
    expect(namesThatFit(names, 0)).toEqual([]);
    expect(namesThatFit(names, 1)).toEqual(['Ann', 'Bob']);
    expect(namesThatFit(names, 2)).toEqual(['Ann', 'Bob', 'Maria Magdalena']);
    expect(namesThatFit(names, 3)).toEqual(['Ann', 'Bob', 'Maria Magdalena', 'Cem', 'Dea']);
    expect(namesThatFit(names, 9)).toEqual(names);
  });

  test('the QR path covers every dark module and no light one, with four light ones around', () => {
    const { modules } = QRCode.create('http://192.168.1.20:4747/j/4827');
    const isDark = (row: number, column: number) => modules.get(row, column) === 1;
    const { size, path } = qrPath(modules.size, isDark);
    expect(size).toBe(modules.size + 8);
    const drawn = new Set<string>();
    for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
      for (let at = 0; at < Number(run); at += 1) drawn.add(`${Number(x) + at},${y}`);
    const wanted = new Set<string>();
    for (let row = 0; row < modules.size; row += 1)
      for (let column = 0; column < modules.size; column += 1)
        if (isDark(row, column)) wanted.add(`${column + 4},${row + 4}`);
    expect(drawn).toEqual(wanted);
  });
});

describe('results', () => {
  const text = { number: String, percent: (share: number) => `${Math.round(share * 100)} %` };

  test('say no percentage below ten answers', () => {
    expect(countWords(5, 9, text)).toEqual({ count: '5', percent: null });
    expect(countWords(5, 10, text)).toEqual({ count: '5', percent: '50 %' });
  });

  test('fill the bar for the most votes only where they are half of all', () => {
    expect(fullBar([0, 0], 0)).toBe(1);
    expect(fullBar([3, 3, 2, 2], 10)).toBe(5);
    expect(fullBar([8, 2], 10)).toBe(8);
  });

  test('a word sent four times as often is twice as tall, none under 32 px or over 144', () => {
    const [most, fourth, once] = sizeWords(
      [
        { text: 'sun', count: 1 },
        { text: 'light', count: 36 },
        { text: 'water', count: 9 },
      ],
      1.5,
    );
    expect(most).toMatchObject({ text: 'light', size: 108 });
    expect(fourth).toMatchObject({ text: 'water', size: 54 });
    expect(once).toMatchObject({ text: 'sun', size: 32 });
    expect(sizeWords([{ text: 'sun', count: 1 }], 9)[0]?.size).toBe(144);
  });

  test('words of one count keep their order, whoever sent them first', () => {
    const words = ['pea', 'ash', 'oak'].map((text) => ({ text, count: 2 }));
    const order = sizeWords(words, 1).map((word) => word.text);
    expect(sizeWords(words.toReversed(), 1).map((word) => word.text)).toEqual(order);
  });
});

test('the projector reads its lesson from the path and takes nothing else for one', () => {
  expect(lessonOfPath('/wall/lesson-42')).toBe('lesson-42');
  expect(lessonOfPath('/wall/lesson-42/')).toBe('lesson-42');
  expect(lessonOfPath('/wall/')).toBeNull();
  expect(lessonOfPath('/wall/../teacher')).toBeNull();
  expect(lessonOfPath('/wall/a b c d e f')).toBeNull();
});
