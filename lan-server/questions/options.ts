import { z } from 'zod';
import { imageSchema } from '../contract/images.ts';
import type { Image } from '../contract/images.ts';
import type { Problem, Random } from './kind.ts';

/** Eight marks exist (LOOK.md), so a question has at most eight options. */
export const maxOptions = 8;

/** Options by position: index 0 is A everywhere, whatever order a phone shows them in. */
export const optionsSchema = z.array(z.string().max(500)).min(2).max(maxOptions);

/** Whether the options are letters alone, which the teacher reads out. */
export function areBare(options: readonly string[], images: OptionImages = []): boolean {
  return options.every((option, place) => option.trim() === '' && !images[place]);
}

export const optionIndexSchema = z
  .int()
  .min(0)
  .max(maxOptions - 1);

/** A picture for each option that has one, by position. */
export const optionImagesSchema = z.array(imageSchema.nullable()).max(maxOptions).optional();
export type OptionImages = readonly (Image | null)[];

/** Options as phones and wall see them; pictures only where there are any. */
export function publicOptions({
  options,
  optionImages,
}: {
  options: string[];
  optionImages?: (Image | null)[] | undefined;
}) {
  return optionImages?.some((image) => image !== null) ? { options, optionImages } : { options };
}

/**
 * What the options lack. Bare letters are allowed: all empty means that the teacher reads them out (“A B C D now”). An option
 * with a picture needs no words.
 */
export function optionProblems(options: readonly string[], images: OptionImages = []): Problem[] {
  const texts = options
    .map((option) => option.trim())
    .filter((text, place) => text !== '' || !images[place]);
  if (areBare(options, images)) return [];
  const problems: Problem[] = [];
  if (texts.some((text) => text === '')) problems.push('option_empty');
  const full = texts.filter((text) => text !== '');
  if (new Set(full).size < full.length) problems.push('options_alike');
  return problems;
}

/** Counts per option; `total` is the number of students, not of picks. */
export const countsSchema = z.strictObject({ total: z.int(), counts: z.array(z.int()) });
export type Counts = z.infer<typeof countsSchema>;

/** Picks one option as a class would: the text decides which is popular, so that the bars have a believable shape. */
export function popularOption(text: string, size: number, random: Random): number {
  let hash = 7;
  for (const letter of text) hash = (hash * 31 + letter.charCodeAt(0)) % 65_521;
  const favourite = hash % size;
  return random() < 0.55 ? favourite : Math.floor(random() * size);
}
