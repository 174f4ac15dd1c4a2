import type { PublicQuestion } from '../../lan-server/questions/index.ts';
import type { Saying } from '../rich/sayings.tsx';
import { letterAt } from '../ui/shapes.ts';
import { shuffled } from './shuffled.ts';

/** The options as a voice reads them, each with its letter, in the order in which this phone shows them. */
export function optionsAloud(
  question: PublicQuestion,
  saying: Saying | undefined,
  seed: string | null,
): string[] {
  if (!('options' in question) || !Array.isArray(question.options)) return [];
  const options: unknown[] = question.options;
  const places = seed === null ? options.map((_, place) => place) : shuffled(options.length, seed);
  return places.map((place) => {
    const own = options[place];
    const second = saying && !saying.own ? saying.options[place] : undefined;
    const words = second || (typeof own === 'string' ? own : '');
    return `${letterAt(place).toUpperCase()}. ${words}`;
  });
}
