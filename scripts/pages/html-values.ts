import { readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isLanguage, languages } from '../../renderer/i18n/languages.ts';
import { places } from './places.ts';

/** A tree of texts as in the JSON files. */
export type TextTree = { [key: string]: string | TextTree };

/** The languages that there are texts for. */
export async function pageLanguages(): Promise<string[]> {
  const entries = await readdir(places.texts, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** The areas that the texts are divided into: student, teacher, ui, …, and `kinds`, whose texts lie with each kind. */
export async function textAreas(): Promise<string[]> {
  const names = await readdir(join(places.texts, 'en'));
  const files = names.filter((name) => name.endsWith('.json'));
  return [...files.map((name) => name.replace('.json', '')), 'kinds'];
}

async function area(language: string, name: string): Promise<TextTree> {
  const path = join(places.texts, language, `${name}.json`);
  return JSON.parse(await readFile(path, 'utf8')) as TextTree;
}

const part = (texts: TextTree, name: string): TextTree => {
  const found = texts[name];
  return typeof found === 'object' ? found : {};
};

/** What each kind of question says on a phone; kinds that say nothing there are left out. */
async function kindsOnPhone(language: string): Promise<TextTree> {
  const inFolder = await readdir(places.kinds, { recursive: true, withFileTypes: true });
  const files = inFolder.filter((entry) => entry.name === `texts.${language}.json`);
  const texts = await Promise.all(
    files.map(async ({ parentPath, name }) => {
      const own = JSON.parse(await readFile(join(parentPath, name), 'utf8')) as TextTree;
      return [basename(parentPath), part(own, 'phone')] as const;
    }),
  );
  const spoken = texts.filter(([, phone]) => Object.keys(phone).length > 0);
  return Object.fromEntries(
    spoken.sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, phone]) => [kind, { phone }]),
  );
}

/** The texts that a phone needs, and no others: the page carries them itself. */
export async function phoneTexts(language: string): Promise<TextTree> {
  const [student, questions, ui] = await Promise.all(
    ['student', 'questions', 'ui'].map((name) => area(language, name)),
  );
  return {
    student: student ?? {},
    questions: { phone: part(questions ?? {}, 'phone') },
    kinds: await kindsOnPhone(language),
    ui: { phone: part(ui ?? {}, 'phone') },
  };
}

/** Texts that a part of the script brings along when it is fetched (renderer/student/roll). */
export async function textsOfParts(language: string): Promise<TextTree> {
  return {
    roll: (await area(language, 'roll')) ?? {},
    board: (await area(language, 'board')) ?? {},
  };
}

/** A colour by its name, as tokens.css has it: light first, then dark. */
async function tokenColours(name: string): Promise<[string, string]> {
  const css = await readFile(places.tokens, 'utf8');
  const found = [...css.matchAll(new RegExp(`--${name}: (#[0-9a-f]{6})`, 'g'))];
  const [light, dark] = found.map((match) => match[1]);
  if (!light || !dark) throw new Error(`tokens.css names no light and dark --${name}`);
  return [light, dark];
}

async function iconAddress(): Promise<string> {
  const [accent] = await tokenColours('accent');
  const [chalk] = await tokenColours('accent-on');
  const svg =
    `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32' fill='none' stroke='${accent}' stroke-width='2.8' stroke-linecap='round'>` +
    `<path fill='${accent}' d='M3 4h26v19H3z'/><path stroke='${chalk}' d='M9 17.5 22.5 9.5'/><path d='M1.5 27.5h29'/></svg>`;
  // In the page itself: a browser asks for /favicon.ico otherwise, on each of forty phones.
  return `data:image/svg+xml,${svg.replaceAll('#', '%23').replaceAll('<', '%3C').replaceAll('>', '%3E')}`;
}

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

// In a script element only "</" and "<!--" are special.
const scriptJson = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c');

/** What stands for each %name% of the HTML sources in one language. */
export async function htmlValues(language: string): Promise<Record<string, string>> {
  const texts = await phoneTexts(language);
  const [light, dark] = await tokenColours('canvas');
  const page = part(part(part(texts, 'ui'), 'phone'), 'page');
  const words = (name: string) => {
    const found = page[name];
    if (typeof found !== 'string')
      throw new Error(`ui.phone.page.${name} is missing in ${language}`);
    return escapeHtml(found);
  };
  return {
    language,
    direction: isLanguage(language) ? languages[language].direction : 'ltr',
    title: words('title'),
    'no-script': words('noScript'),
    texts: scriptJson(texts),
    icon: await iconAddress(),
    'canvas-light': light,
    'canvas-dark': dark,
  };
}

/** Puts values in place of the %names% of an HTML source. */
export function fillHtml(html: string, values: Record<string, string>): string {
  return html.replaceAll(/%([a-z-]+)%/g, (whole, name: string) => values[name] ?? whole);
}
