import type { LessonSummary } from '../contract/api.ts';
import type { Language } from '../contract/languages.ts';
import { labelsIn } from './labels.ts';

/** A file name that every system takes: the lesson's title and the day it began, by the laptop's clock. */
export function fileNameOf(
  { title, startedAt }: LessonSummary,
  language: Language,
  ending: string,
): string {
  return namedFile(title, startedAt, ending, labelsIn[language].lesson);
}

/** The same for any name and moment (ms since 1970); `otherwise` where nothing of the name can stand in a file's. */
export function namedFile(
  title: string,
  at: number,
  ending: string,
  otherwise = 'Chalkbox',
): string {
  const date = new Date(at);
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  const name = title
    .replaceAll(/[\\/:*?"<>|\p{C}\s]+/gu, ' ')
    .replace(/^[.\s]+/, '')
    .slice(0, 80)
    .trim()
    // Where half of an emoji was cut off: a header cannot carry it.
    .toWellFormed()
    .replace(/\uFFFD$/, '');
  return `${name === '' ? otherwise : name} ${day}.${ending}`;
}
