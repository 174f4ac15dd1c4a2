import type { LessonSummary } from '../contract/api.ts';
import type { Language } from '../contract/languages.ts';
import { labelsIn } from './labels.ts';

/** A file name that every system takes: the lesson's title and the day it began, by the laptop's clock. */
export function fileNameOf(
  { title, startedAt }: LessonSummary,
  language: Language,
  ending: string,
): string {
  const began = new Date(startedAt);
  const day = [began.getFullYear(), began.getMonth() + 1, began.getDate()]
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
  return `${name === '' ? labelsIn[language].lesson : name} ${day}.${ending}`;
}
