import type { PublicQuestion } from '../../lan-server/questions/index.ts';

/** Made-up questions of the kinds that are arranged, for the gallery. */

export const planets = {
  id: 'gallery-planets',
  kind: 'ordering',
  points: 2,
  text: 'Put these bodies in order, the largest first.',
  items: ['Earth', 'Jupiter', 'Mars', 'Mercury', 'The Moon', 'Neptune', 'Saturn', 'Venus'],
} satisfies PublicQuestion;
export const planetsKey = { order: [1, 6, 5, 0, 7, 2, 3, 4] };
export const planetsPicture = {
  total: 24,
  places: [
    [0, 0, 2, 15, 5, 2, 0, 0],
    [22, 2, 0, 0, 0, 0, 0, 0],
    [0, 0, 0, 1, 3, 14, 5, 1],
    [0, 0, 0, 0, 1, 3, 16, 4],
    [0, 0, 0, 0, 0, 1, 3, 20],
    [0, 3, 17, 3, 1, 0, 0, 0],
    [2, 19, 3, 0, 0, 0, 0, 0],
    [0, 0, 2, 5, 14, 3, 0, 0],
  ],
  common: { order: planetsKey.order, count: 11 },
};

export const capitals = {
  id: 'gallery-capitals',
  kind: 'matching',
  points: 2,
  text: 'Which capital belongs to which country?',
  prompts: ['Spain', 'Italy', 'France', 'Austria', 'Poland'],
  choices: ['Vienna', 'Rome', 'Lyon', 'Warsaw', 'Paris', 'Madrid', 'Milan'],
} satisfies PublicQuestion;
export const capitalsKey = { choices: [5, 1, 4, 0, 3] };
export const capitalsPicture = {
  total: 24,
  matched: [
    [0, 0, 1, 0, 0, 23, 0],
    [0, 17, 0, 0, 0, 0, 7],
    [0, 0, 4, 0, 20, 0, 0],
    [21, 0, 0, 2, 0, 0, 0],
    [1, 0, 0, 19, 0, 0, 2],
  ],
};

const phrase = (words: number, from: number) =>
  Array.from(
    { length: words },
    (_, at) =>
      ['water', 'moves', 'through', 'the', 'membrane', 'into', 'every', 'plant', 'cell'][
        (at + from) % 9
      ],
  ).join(' ');

/** Eight pairs and three more choices, each of `words` words: as much as a wall may have to take. */
export function fullMatching(words: number) {
  const texts = (length: number) => Array.from({ length }, (_, at) => phrase(words, at));
  return { ...capitals, id: `gallery-matching-${words}`, prompts: texts(8), choices: texts(11) };
}
export const fullMatchingPicture = {
  total: 240,
  matched: Array.from({ length: 8 }, (_, prompt) =>
    Array.from({ length: 11 }, (__, choice) => (choice === prompt ? 128 : 10)),
  ),
};
export const fullMatchingKey = { choices: [0, 1, 2, 3, 4, 5, 6, 7] };
