import { createElement, Fragment } from 'react';
import type { ReactNode } from 'react';
import { fillParts } from './fill.ts';
import type { TextVars } from './fill.ts';
import type { TextKey } from './keys.ts';
import type { Language } from './languages.ts';

/** All that a component needs in order to speak. */
export type TextApi = {
  readonly language: Language;
  readonly direction: 'ltr' | 'rtl';
  /** The text with its variables filled in; `count` picks the plural. */
  t: (key: TextKey, vars?: TextVars) => string;
  /** The same, where some variables are elements: rich('…count', { count: 19 }, { count: <b>19</b> }). */
  rich: (key: TextKey, vars: TextVars, nodes: Readonly<Record<string, ReactNode>>) => ReactNode;
  number: (value: number, options?: Intl.NumberFormatOptions) => string;
  /** A share from 0 to 1, as whole per cent. */
  percent: (share: number) => string;
  date: (at: Date | number | string, options?: Intl.DateTimeFormatOptions) => string;
  /** Hours and minutes, as people of the language write them. */
  time: (at: Date | number | string) => string;
};

/** Finds the sentence for a key, in the plural form that `count` asks for, variables not yet filled in. */
export type FindTemplate = (key: string, count: number | undefined) => string;

const wholeDay: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' };
const clock: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' };

/** The language as the reader's own country writes numbers and times (`en-GB`), where the browser says so. */
function regional(language: Language): string {
  const own = (navigator.languages ?? []).find((tag) => tag.split('-')[0] === language);
  return own ?? language;
}

/** Makes the voice of one language from the way in which its sentences are found. */
export function createText(
  language: Language,
  direction: 'ltr' | 'rtl',
  find: FindTemplate,
): TextApi {
  const locale = regional(language);
  const number = (value: number, options?: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(locale, options).format(value);
  const plain = (value: string | number | undefined) =>
    typeof value === 'number' ? number(value) : (value ?? '');
  const template = (key: string, vars: TextVars | undefined) => {
    const count = vars?.['count'];
    return find(key, typeof count === 'number' ? count : undefined);
  };

  return {
    language,
    direction,
    t: (key, vars) => fillParts(template(key, vars), (name) => plain(vars?.[name])).join(''),
    rich: (key, vars, nodes) =>
      createElement(
        Fragment,
        null,
        ...fillParts<ReactNode>(template(key, vars), (name) => nodes[name] ?? plain(vars[name])),
      ),
    number,
    percent: (share) => number(share, { style: 'percent', maximumFractionDigits: 0 }),
    date: (at, options = wholeDay) => new Intl.DateTimeFormat(locale, options).format(new Date(at)),
    time: (at) => new Intl.DateTimeFormat(locale, clock).format(new Date(at)),
  };
}
