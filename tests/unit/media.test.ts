import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { StoredImage } from '../../lan-server/contract/images.ts';
import type { Media } from '../../lan-server/library/media.ts';
import { createMedia } from '../../lan-server/library/media.ts';
import { questionKinds } from '../../lan-server/questions/index.ts';
import { openedStore, temporaryFolder } from '../db/lesson-events.ts';

const day = 24 * 60 * 60_000;
const log = { info() {}, warn() {}, error() {} };

/** A drawing with fine lines, of this size. */
const drawing = (width: number, height: number, colour = '#226688') =>
  sharp({ create: { width, height, channels: 3, background: colour } })
    .png()
    .toBuffer();
/** Something like a photograph. */
const photo = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  })
    .blur(2)
    .jpeg()
    .toBuffer();

function opened(dir = join(temporaryFolder(), 'media')) {
  const used = new Set<string>();
  const time = { now: Date.now() };
  const use = { names: async () => used };
  return { media: createMedia({ dir, use, now: () => time.now, log }), dir, used, time };
}

function kept(result: unknown): StoredImage {
  expect(result).toHaveProperty('media');
  return result as StoredImage;
}

const fileOf = (media: Media, name: string) => readFileSync(join(media.folderOf(name), name));

const files = (dir: string) =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();

describe('the media store', () => {
  test('keeps a photograph at 1600 px and a small one for phones, each named by its bytes, once', async () => {
    const { media, dir } = opened();
    const big = await photo(1800, 900);
    const [one, again] = await Promise.all([media.add(big), media.add(big)]);
    expect(again).toEqual(one);
    const image = kept(one);
    expect([image.width, image.height]).toEqual([1600, 800]);
    expect(files(dir)).toEqual([image.media, image.small ?? ''].toSorted());
    for (const name of files(dir)) {
      const bytes = fileOf(media, name);
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(name.slice(0, 64));
    }
    const small = await sharp(fileOf(media, image.small ?? '')).metadata();
    expect([small.width, small.height, small.format]).toEqual([720, 360, 'jpeg']);
  });

  test('keeps drawings sharp and see-through ones see-through, as what old iPhones know', async () => {
    const { media } = opened();
    const plain = kept(await media.add(await drawing(400, 300)));
    expect(plain).toMatchObject({ width: 400, height: 300 });
    expect(plain.media).toMatch(/png$/);
    expect(plain.small).toBeUndefined();
    const glass = await sharp({
      create: { width: 50, height: 50, channels: 4, background: { r: 9, g: 9, b: 9, alpha: 0.4 } },
    })
      .webp()
      .toBuffer();
    const { media: name } = kept(await media.add(glass));
    expect((await sharp(fileOf(media, name)).metadata()).hasAlpha).toBe(true);
  });

  test('says so and leaves nothing behind where the disk takes nothing', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'media'), 'a file in the way');
    const { media } = opened(join(folder, 'media'));
    expect(await media.add(await drawing(20, 20))).toEqual({ rejected: 'not_saved' });
    expect(readFileSync(join(folder, 'media'), 'utf8')).toBe('a file in the way');
  });

  test('deletes what nothing has used for two days, and nothing else', async () => {
    const { media, dir, used, time } = opened();
    const wanted = kept(await media.add(await drawing(20, 20, '#111'))).media;
    const gone = kept(await media.add(await drawing(20, 20, '#222'))).media;
    const fresh = kept(await media.add(await drawing(20, 20, '#333'))).media;
    writeFileSync(join(media.folderOf(wanted), 'broken-off.part'), 'half a picture');
    writeFileSync(join(media.folderOf(wanted), 'not ours.txt'), 'left alone');
    used.add(wanted);
    const old = (time.now - 3 * day) / 1000;
    for (const name of [wanted, gone]) utimesSync(join(media.folderOf(name), name), old, old);
    utimesSync(join(media.folderOf(wanted), 'broken-off.part'), old, old);
    expect(await media.collect()).toBe(2);
    expect(files(dir)).toEqual(['not ours.txt', fresh, wanted].toSorted());
    // Taken out of its question a moment ago: an undo still finds it.
    used.clear();
    time.now += day;
    expect(await media.collect()).toBe(0);
    time.now += 2 * day;
    expect(await media.collect()).toBe(2);
    expect(statSync(dir).isDirectory()).toBe(true);
  });

  test('knows as used what a quiz, one deleted lately, or a lesson of any age shows', async () => {
    const store = openedStore();
    const name = (letter: string) => `${letter.repeat(64)}.png`;
    await store.people.createTeacher({
      id: 'teacher-1',
      name: 'T',
      language: null,
      role: 'admin',
      passwordHash: null,
      pinHash: null,
      leftAt: null,
      createdAt: 0,
    });
    const quiz = (id: string, letter: string) => ({
      id,
      title: '',
      subject: '',
      revision: 1,
      createdAt: 0,
      updatedAt: 0,
      questions: [
        {
          ...questionKinds.choice.blank(`question-${letter}`),
          image: { media: name(letter), width: 1, height: 1, alt: '' },
        },
      ],
    });
    await store.quizzes.insert('teacher-1', quiz('quiz-here', 'a'));
    await store.quizzes.insert('teacher-1', quiz('quiz-gone', 'b'));
    await store.quizzes.insert('teacher-1', quiz('quiz-long-gone', 'c'));
    await store.quizzes.remove('teacher-1', 'quiz-gone', Date.now() - day);
    await store.quizzes.remove('teacher-1', 'quiz-long-gone', Date.now() - 40 * day);
    // A recording alone, without any picture.
    const sound = `${'d'.repeat(64)}.m4a`;
    await store.quizzes.insert('teacher-1', {
      ...quiz('quiz-heard', 'd'),
      questions: [
        {
          ...questionKinds.choice.blank('question-heard'),
          sound: { media: sound, bytes: 1, words: '' },
        },
      ],
    });
    const used = [name('a'), name('b'), sound];
    expect([...(await store.mediaUse.names())].toSorted()).toEqual(used);
  });
});
