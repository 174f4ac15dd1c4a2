import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { kindNames } from '../../lan-server/questions/index.ts';
import { firstLoads, firstLoadBudget, tooHeavy } from '../../scripts/pages/first-load.ts';
import { places } from '../../scripts/pages/places.ts';
import { ensurePages } from '../../scripts/pages.ts';

const built = (path: string) => join(places.pages, path);
const read = (path: string) => readFileSync(built(path), 'utf8');

describe('the built student page', () => {
  beforeAll(() => ensurePages(), 120_000);

  test('loads at most 50 KB in at most 4 requests, in every language', async () => {
    const loads = await firstLoads(places.pages);
    expect(loads.map((load) => load.page)).toEqual(['index.en.html', 'index.es.html']);
    for (const load of loads) {
      // Html, script, and style with the font in it; fewer would mean that the page was not followed.
      expect(load.files).toHaveLength(3);
      expect(load.files.length).toBeLessThanOrEqual(firstLoadBudget.requests);
      expect(load.bytes).toBeLessThanOrEqual(50 * 1024);
    }
  });

  test('is refused by the build when it grows over the budget', () => {
    const heavy = { page: 'index.en.html', files: [], bytes: firstLoadBudget.bytes + 1 };
    expect(tooHeavy([heavy, { ...heavy, bytes: firstLoadBudget.bytes }])).toEqual([heavy]);
  });

  test('carries the texts of its own language and nothing inline that a strict policy forbids', () => {
    for (const language of ['en', 'es']) {
      const html = read(`index.${language}.html`);
      expect(html).toContain(`<html lang="${language}" dir="ltr">`);
      const carried = /<script type="application\/json" id="texts">(.*?)<\/script>/s.exec(html);
      const texts = JSON.parse(carried?.[1] ?? '') as {
        student: object;
        kinds: Record<string, object>;
      };
      const source = new URL(`../../renderer/i18n/${language}/student.json`, import.meta.url);
      expect(texts.student).toEqual(JSON.parse(readFileSync(source, 'utf8')));
      // Of each kind of question what it says on a phone, and nothing of the wall's or the desk's.
      for (const kind of kindNames) {
        const own = new URL(
          `../../renderer/questions/${kind}/texts.${language}.json`,
          import.meta.url,
        );
        const { phone } = JSON.parse(readFileSync(own, 'utf8')) as { phone?: object };
        expect(texts.kinds[kind]).toEqual(phone && { phone });
      }
      expect(html).not.toMatch(/<script(?![^>]*(src=|application\/json))|<style|\son\w+="|style="/);
      expect(html).not.toMatch(/%[a-z-]+%/);
    }
  });

  test('keeps to CSS that iOS 12.5 knows', () => {
    const styles = readdirSync(built('assets')).filter((name) =>
      /^(student|lesson-screens)-.*\.css$/.test(name),
    );
    expect(styles).toHaveLength(2);
    const css = styles.map((name) => read(`assets/${name}`)).join('');
    const unknown = /[;{](inset|gap|row-gap|column-gap|aspect-ratio):|:is\(|color-mix\(|\ddvh/g;
    expect([...css.matchAll(unknown)].map((match) => match[0])).toEqual([]);
  });
});

test('every built file of half a kilobyte or more lies compressed beside itself, as what it was', async () => {
  await ensurePages();
  const files = readdirSync(places.pages, { recursive: true, encoding: 'utf8' }).filter(
    (name) =>
      !/\.(br|gz)$/.test(name) &&
      statSync(built(name)).isFile() &&
      statSync(built(name)).size >= 512,
  );
  expect(files.length).toBeGreaterThan(5);
  const wrong = files.filter((name) => {
    const content = readFileSync(built(name));
    const brotli = brotliDecompressSync(readFileSync(built(`${name}.br`)));
    const gzip = gunzipSync(readFileSync(built(`${name}.gz`)));
    return !brotli.equals(content) || !gzip.equals(content);
  });
  expect(wrong).toEqual([]);
}, 120_000);
