import type { LessonState } from './state.ts';

/** So many names are told beforehand; a lesson with more loads the rest when they are shown. */
const mostNames = 240;

/**
 * The pictures of all questions of a lesson, so that phones and wall can load them before they are needed: names alone, without a
 * word on what they show, and in the order of the names. Those are sums of the pictures' bytes, so the order says nothing
 * of the questions'.
 */
export function imagesOf(state: LessonState, audience: 'phones' | 'wall'): string[] {
  const names = new Set<string>();
  for (const { question } of state.asked.values()) {
    const options = 'optionImages' in question ? (question.optionImages ?? []) : [];
    for (const image of [question.image, ...options])
      if (image) names.add((audience === 'phones' && image.small) || image.media);
  }
  return [...names].toSorted((a, b) => (a < b ? -1 : 1)).slice(0, mostNames);
}
