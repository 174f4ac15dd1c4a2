import type { Image } from '../../lan-server/contract/images.ts';
import { maxOptions } from '../../lan-server/questions/options.ts';

/** Options by position, the positions of those that are right, and pictures by position where there are any. */
export type OptionList = {
  options: string[];
  right: number[];
  optionImages?: (Image | null)[] | undefined;
};

/** The fewest options that a question with options can have. */
export const minOptions = 2;

/** Takes the item at `from` out and puts it in at `to`. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, index) => index !== from);
  return [...rest.slice(0, to), ...list.slice(from, from + 1), ...rest.slice(to)];
}

/** Options as a question of another kind takes them over. */
export function optionsOf({ options, optionImages }: Omit<OptionList, 'right'>) {
  return optionImages ? { options, optionImages } : { options };
}

/** One place for each option, empty where it has no picture. */
function imagesOf({ options, optionImages }: OptionList): (Image | null)[] {
  return options.map((_, index) => optionImages?.[index] ?? null);
}

/** Only a list with a picture says anything of pictures. */
function withImages(list: OptionList, images: (Image | null)[]): OptionList {
  const { optionImages: _, ...rest } = list;
  return images.some((image) => image !== null) ? { ...rest, optionImages: images } : rest;
}

/** The same list with another picture for one option, or none. */
export function pictured(list: OptionList, at: number, image: Image | null): OptionList {
  return withImages(
    list,
    imagesOf(list).map((other, index) => (index === at ? image : other)),
  );
}

/** The same list with other words for one option. */
export function reworded(list: OptionList, at: number, text: string): OptionList {
  return { ...list, options: list.options.map((option, index) => (index === at ? text : option)) };
}

/** Puts texts in at a position, as many as there is room for; what was right stays right. */
export function inserted(list: OptionList, at: number, texts: readonly string[]): OptionList {
  const fresh = texts.slice(0, Math.max(0, maxOptions - list.options.length));
  const images = imagesOf(list);
  return withImages(
    {
      options: [...list.options.slice(0, at), ...fresh, ...list.options.slice(at)],
      right: list.right.map((index) => (index >= at ? index + fresh.length : index)),
    },
    [...images.slice(0, at), ...fresh.map(() => null), ...images.slice(at)],
  );
}

/** Takes an option out; the list itself when it would become too short. */
export function without(list: OptionList, at: number): OptionList {
  if (list.options.length <= minOptions) return list;
  return withImages(
    {
      options: list.options.filter((_, index) => index !== at),
      right: list.right
        .filter((index) => index !== at)
        .map((index) => (index > at ? index - 1 : index)),
    },
    imagesOf(list).filter((_, index) => index !== at),
  );
}

/** Moves an option; what was right stays right under its new letter. */
export function reordered(list: OptionList, from: number, to: number): OptionList {
  const places = moved(
    list.options.map((_, index) => index),
    from,
    to,
  );
  return withImages(
    {
      options: moved(list.options, from, to),
      right: list.right.map((index) => places.indexOf(index)).sort((a, b) => a - b),
    },
    moved(imagesOf(list), from, to),
  );
}

/** Makes an option right, or takes that back; where one only can be right, the others no longer are. */
export function keyToggled(list: OptionList, at: number, several: boolean): OptionList {
  if (list.right.includes(at))
    return { ...list, right: list.right.filter((index) => index !== at) };
  return { ...list, right: several ? [...list.right, at].sort((a, b) => a - b) : [at] };
}
