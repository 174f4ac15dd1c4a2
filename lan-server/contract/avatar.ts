/** What a student's picture shows: things that small children know, each drawn with a few strokes. */
export const figures = [
  'fish',
  'boat',
  'kite',
  'leaf',
  'sun',
  'moon',
  'house',
  'tree',
  'cup',
  'key',
  'bell',
  'snail',
  'cat',
  'bird',
  'flower',
  'mountain',
  'umbrella',
  'apple',
  'balloon',
  'star',
] as const;
export type Figure = (typeof figures)[number];

/** In which of the eight colours of the answers. */
export const tones = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const;
export type Tone = (typeof tones)[number];

export type Avatar = { figure: Figure; tone: Tone };

/** The picture that a seed stands for: always the same one (FNV-1a with the finish of MurmurHash3). No schema here, for the student's page. */
export function avatarOf(seed: string): Avatar {
  let hash = 0x811c9dc5;
  for (let at = 0; at < seed.length; at += 1)
    hash = Math.imul(hash ^ seed.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = (hash ^ (hash >>> 13)) >>> 0;
  return {
    figure: figures[hash % figures.length] ?? 'star',
    tone: tones[Math.floor(hash / figures.length) % tones.length] ?? 'a',
  };
}
