import { formulaFont } from '../contract/paths.ts';
import type { Question } from '../questions/index.ts';
import type { LessonState } from './state.ts';

/** So many names are told beforehand; a lesson with more loads the rest when they are shown. */
const mostNames = 240;

/**
 * The pictures of all questions of a lesson, so that phones and wall can load them before they are needed: names alone, without a
 * word on what they show, and in the order of the names. Those are sums of the pictures' bytes, so the order says nothing
 * of the questions'. Where there is any formula, the typeface of formulas is among them.
 */
export function imagesOf(state: LessonState, audience: 'phones' | 'wall'): string[] {
  const names = new Set<string>();
  let formulas = false;
  for (const { question } of state.asked.values()) {
    formulas ||= hasFormula(question);
    const options = 'optionImages' in question ? (question.optionImages ?? []) : [];
    for (const image of [question.image, ...options])
      if (image) names.add((audience === 'phones' && image.small) || image.media);
  }
  const sorted = [...names].toSorted((a, b) => (a < b ? -1 : 1)).slice(0, mostNames);
  // First: it is one small file, and a text that changes its face moves.
  return formulas ? [formulaFont, ...sorted] : sorted;
}

function hasFormula({ rich, second }: Question): boolean {
  const words = [rich, second?.rich].flatMap((part) => (part ? Object.values(part).flat() : []));
  return words.some((markup) => markup.includes('<math'));
}
