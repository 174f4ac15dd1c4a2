import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  fillHtml,
  htmlValues,
  pageLanguages,
  phoneTexts,
  textAreas,
  textsOfParts,
} from './html-values.ts';
import type { TextTree } from './html-values.ts';

/** Makes one HTML a language out of the built student.html: index.en.html, index.es.html. */
export async function writeStudentHtml(outDir: string): Promise<void> {
  const built = join(outDir, 'student.html');
  // Forty phones over one access point: not even the indentation is sent.
  const source = (await readFile(built, 'utf8')).replaceAll(/\n\s*/g, '');
  for (const language of await pageLanguages()) {
    const html = fillHtml(source, await htmlValues(language));
    await writeFile(join(outDir, `index.${language}.html`), `${html}\n`);
  }
  await rm(built);
}

const has = (texts: TextTree, key: string): boolean => {
  let node: string | TextTree | undefined = texts;
  for (const step of key.split('.')) {
    if (typeof node !== 'object') return false;
    node = node[step] ?? node[`${step}_other`];
  }
  return typeof node === 'string';
};

/** Text keys that the student page's script names but the page does not carry: it would show the key to a student. */
export async function missingPhoneTexts(script: string): Promise<string[]> {
  const texts = { ...(await phoneTexts('en')), ...(await textsOfParts('en')) };
  const areas = (await textAreas()).join('|');
  const named = script.matchAll(new RegExp(`["'\`]((?:${areas})\\.[\\w.]*\\w)["'\`]`, 'g'));
  const keys = new Set([...named].map((match) => match[1] ?? ''));
  return [...keys].filter((key) => !has(texts, key));
}
