import { describe, expect, test } from 'vitest';
import { questionKinds } from '../../lan-server/questions/index.ts';
import { imagesOf } from '../../lan-server/lesson/images.ts';
import type { LessonState } from '../../lan-server/lesson/state.ts';
import { createPreload } from '../../renderer/images/preload.ts';

const settled = () =>
  new Promise<void>((done) => {
    setImmediate(done);
  });

/** A device whose pictures come, or not, when the test says so. */
function device() {
  const asked: string[] = [];
  const ends: { come: () => void; fail: () => void }[] = [];
  const idle: (() => void)[] = [];
  const preload = createPreload({
    fetch: (url) => {
      asked.push(url);
      return new Promise((come, fail) => ends.push({ come, fail: () => fail(new Error('lost')) }));
    },
    font: () => {
      asked.push('the font');
      return Promise.resolve();
    },
    idle: (run) => void idle.push(run),
  });
  return {
    preload,
    asked,
    rest: () => idle.shift()?.(),
    idling: () => idle.length,
    async end(how: 'come' | 'fail') {
      ends.shift()?.[how]();
      await settled();
    },
  };
}

describe('loading pictures beforehand', () => {
  test('fetches one at a time, each in an idle moment, and each once', async () => {
    const { preload, asked, rest, end, idling } = device();
    preload(['a.jpg', 'b.jpg']);
    preload(['a.jpg', 'b.jpg']);
    expect(asked).toEqual([]);
    rest();
    expect(asked).toEqual(['/media/a.jpg']);
    expect(idling()).toBe(0);
    await end('come');
    expect(asked).toHaveLength(1);
    rest();
    expect(asked).toEqual(['/media/a.jpg', '/media/b.jpg']);
    await end('come');
    rest();
    preload(['b.jpg']);
    expect(idling()).toBe(0);
    preload(['c.jpg']);
    rest();
    expect(asked.at(-1)).toBe('/media/c.jpg');
    await end('come');
    rest();
    preload(['formulas', 'd.jpg']);
    rest();
    await settled();
    rest();
    expect(asked.slice(-2)).toEqual(['the font', '/media/d.jpg']);
  });

  test('goes on after one that does not come, and asks for it again when it is told of it again', async () => {
    const { preload, asked, rest, end } = device();
    preload(['a.jpg', 'b.jpg']);
    rest();
    await end('fail');
    rest();
    await end('come');
    rest();
    preload(['a.jpg', 'b.jpg']);
    rest();
    expect(asked).toEqual(['/media/a.jpg', '/media/b.jpg', '/media/a.jpg']);
  });
});

describe('the pictures that a lesson tells beforehand', () => {
  const name = (letter: string, ending = 'jpg') => `${letter.repeat(64)}.${ending}`;
  const image = (letter: string, small?: string) => ({
    media: name(letter),
    ...(small === undefined ? {} : { small: name(small) }),
    width: 10,
    height: 10,
    alt: 'SECRET-alt',
  });
  const lesson = (letters: string[]) => {
    const asked = letters.map((letter, place) => ({
      question: {
        ...questionKinds.choice.blank(`question-${place}`),
        image: image(letter, 'f'),
        optionImages: [null, image('0')],
      },
    }));
    return { asked: new Map(asked.map((one) => [one.question.id, one])) } as unknown as LessonState;
  };

  test('are names alone, in an order that is the same whatever that of the questions; small ones for phones', () => {
    expect(imagesOf(lesson(['c', 'a', 'b']), 'wall')).toEqual([
      name('0'),
      name('a'),
      name('b'),
      name('c'),
    ]);
    expect(imagesOf(lesson(['b', 'c', 'a']), 'wall')).toEqual(
      imagesOf(lesson(['c', 'a', 'b']), 'wall'),
    );
    expect(imagesOf(lesson(['c', 'a']), 'phones')).toEqual([name('0'), name('f')]);
  });

  test('have the typeface of formulas before them where there is a formula, in whichever text or language', () => {
    const plain = lesson(['a']);
    const said = [
      { rich: { explanation: '<p><math></math></p>' } },
      { rich: { options: ['', '<math></math>'] } },
      { second: { language: 'es', text: '', rich: { text: '<p><math></math></p>' } } },
    ];
    for (const words of said) {
      const asked = new Map(
        [...plain.asked].map(([id, one]) => [
          id,
          { ...one, question: { ...one.question, ...words } },
        ]),
      );
      const state = { ...plain, asked };
      expect(imagesOf(state, 'wall')).toEqual(['formulas', name('0'), name('a')]);
    }
    expect(imagesOf(plain, 'wall')).not.toContain('formulas');
  });
});
