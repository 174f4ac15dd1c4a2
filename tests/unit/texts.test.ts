import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { kindNames } from '../../lan-server/questions/index.ts';

type Tree = { [key: string]: string | Tree };

const folder = new URL('../../renderer/i18n/', import.meta.url);
const languages = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
const areas = readdirSync(new URL('en/', folder))
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.replace('.json', ''));

const kindsFolder = new URL('../../renderer/questions/', import.meta.url);
/** Each kind's own texts stand in its folder. */
const kindAreas = kindNames.map((kind) => `kinds.${kind}`);
const fileOf = (language: string, area: string) =>
  kindAreas.includes(area)
    ? new URL(`${area.replace('kinds.', '')}/texts.${language}.json`, kindsFolder)
    : new URL(`${language}/${area}.json`, folder);

function sentences(language: string, area: string): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (node: Tree, path: string) => {
    for (const [key, value] of Object.entries(node)) {
      if (typeof value === 'string') found.set(`${path}${key}`, value);
      else walk(value, `${path}${key}.`);
    }
  };
  walk(JSON.parse(readFileSync(fileOf(language, area), 'utf8')) as Tree, '');
  return found;
}

const form = /_(zero|one|two|few|many|other)$/;
/** The name of a text without its plural form. A plural is known by its form for “other”: errors.too_many is none. */
const nameOf = (key: string, texts: Map<string, string>) => {
  const base = key.replace(form, '');
  return texts.has(`${base}_other`) ? base : key;
};
const keys = (texts: Map<string, string>) =>
  [...new Set([...texts.keys()].map((key) => nameOf(key, texts)))].sort();
const variables = (text: string) =>
  [...new Set([...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map((match) => match[1] ?? ''))]
    // “One question” need not write its figure out.
    .filter((name) => name !== 'count')
    .sort();

/** The variables of each text, its plural forms taken together. */
function variablesByKey(texts: Map<string, string>): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const [key, text] of texts) {
    const base = nameOf(key, texts);
    found[base] = [...new Set([...(found[base] ?? []), ...variables(text)])].sort();
  }
  return found;
}

describe.each([...areas, ...kindAreas])('the texts of %s', (area) => {
  const english = sentences('en', area);

  test.each(languages)('are all there in %s, and none besides', (language) => {
    expect(keys(sentences(language, area))).toEqual(keys(english));
  });

  test.each(languages)('take the same variables in %s as in English', (language) => {
    expect(variablesByKey(sentences(language, area))).toEqual(variablesByKey(english));
  });

  test.each(languages)('are never empty in %s, nor padded', (language) => {
    const bad = [...sentences(language, area)].filter(
      ([, text]) => text === '' || text !== text.trim(),
    );
    expect(bad).toEqual([]);
  });

  test.each(languages)('have a plural form for every count in %s', (language) => {
    const texts = sentences(language, area);
    const plural = keys(texts).filter((key) => texts.has(`${key}_other`));
    const missing = plural.map((key) => `${key}_one`).filter((name) => !texts.has(name));
    const alone = [...texts.keys()].filter(
      (key) => key.endsWith('_one') && nameOf(key, texts) === key,
    );
    expect([...missing, ...alone]).toEqual([]);
  });
});
