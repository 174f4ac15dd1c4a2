import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { loadDeskText } from '../../renderer/i18n/desk-voice.ts';
import { pickLanguage } from '../../renderer/i18n/languages.ts';
import { createPhoneText } from '../../renderer/i18n/phone-voice.ts';
import type { TextTree } from '../../renderer/i18n/phone-voice.ts';
import { clockText } from '../../renderer/ui/clock-text.ts';

const folder = new URL('../../renderer/i18n/', import.meta.url);
const area = (language: string, name: string) =>
  JSON.parse(readFileSync(new URL(`${language}/${name}.json`, folder), 'utf8')) as TextTree;
const phone = (language: string) =>
  createPhoneText(language, {
    ui: area(language, 'ui'),
    errors: area(language, 'errors'),
    student: area(language, 'student'),
  });

const sentences = (node: TextTree, path: string): string[] =>
  Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${path}${key}`] : sentences(value, `${path}${key}.`),
  );

afterEach(() => vi.unstubAllGlobals());

describe('the texts on the desk and on a phone', () => {
  test.each(['en', 'es'] as const)('say the same in %s, for every count', async (language) => {
    const desk = await loadDeskText(language);
    const small = phone(language);
    const keys = ['ui', 'errors', 'student']
      .flatMap((name) => sentences(area(language, name), `${name}.`))
      .map((key) => key.replace(/_(one|other)$/, '')) as Parameters<typeof desk.t>[0][];
    const vars = { clock: '0:32', letter: 'B', name: 'Zoë', done: 3, total: 1200, number: '5' };
    expect(keys.length).toBeGreaterThan(40);
    for (const key of keys) {
      for (const count of [0, 1, 2, 21]) {
        expect(small.t(key, { ...vars, count })).toBe(desk.t(key, { ...vars, count }));
      }
    }
  });

  test('write numbers the way of the language, and leave codes alone', async () => {
    const english = await loadDeskText('en');
    const spanish = phone('es');
    expect(english.t('ui.progress.count', { done: 12_345, total: '4827' })).toBe('12,345 of 4827');
    expect(spanish.t('ui.progress.count', { done: 12_345, total: '4827' })).toBe('12.345 de 4827');
    expect(english.percent(0.584)).toBe('58%');
    expect(spanish.percent(0.584)).toBe('58\u00a0%');
  });

  test('do without Intl.PluralRules, as iOS 12.5 does', () => {
    vi.stubGlobal('Intl', { ...Intl, NumberFormat: Intl.NumberFormat, PluralRules: undefined });
    const text = createPhoneText('en', {
      ui: { seat: { heldCount_one: 'one', heldCount_other: '{{count}}' } },
    });
    expect(text.t('ui.seat.heldCount', { count: 1 })).toBe('one');
    expect(text.t('ui.seat.heldCount', { count: 2 })).toBe('2');
  });
});

test('a person hears the language that was set, else the browser’s, else English', () => {
  expect(pickLanguage('es', ['en-GB'])).toBe('es');
  expect(pickLanguage(null, ['fr-FR', 'es-MX', 'en'])).toBe('es');
  expect(pickLanguage('tlh', ['ja'])).toBe('en');
});

test('a clock shows 0:00 only when the time is over', () => {
  expect(clockText(32_000)).toBe('0:32');
  expect(clockText(31_001)).toBe('0:32');
  expect(clockText(1)).toBe('0:01');
  expect(clockText(0)).toBe('0:00');
  expect(clockText(-5)).toBe('0:00');
  expect(clockText(725_000)).toBe('12:05');
  expect(clockText(3_725_000)).toBe('1:02:05');
});
