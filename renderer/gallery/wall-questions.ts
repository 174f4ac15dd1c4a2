import type { PublicQuestion } from '../../lan-server/questions/index.ts';

/** Made-up questions and names for the gallery. */

export const osmosis: PublicQuestion = {
  id: 'gallery-osmosis',
  kind: 'choice',
  points: 2,
  text: 'A red blood cell is put into distilled water. What happens next, and why?',
  options: [
    'Water leaves the cell, because there is more dissolved salt inside it than outside; the cell shrinks.',
    'Water enters down its potential gradient; with no cell wall to resist, the cell swells and bursts.',
    'Salt leaves until both sides are equally concentrated; no water crosses, so the size stays the same.',
    'Water enters, but pumps in the membrane use ATP to force the same volume out and hold the cell steady.',
  ],
};
export const osmosisPicture = { total: 26, counts: [1, 22, 0, 3] };
export const explanation =
  'Distilled water has a water potential of zero, the cytoplasm a negative one. Water moves from the higher to the lower potential; an animal cell has no wall to push back.';

/** A question of `options` options of `words` words each. */
export function longQuestion(options: number, words: number, textWords = words): PublicQuestion {
  const phrase = (length: number, from: number) =>
    Array.from(
      { length },
      (_, at) =>
        ['water', 'moves', 'through', 'the', 'membrane', 'into', 'every', 'plant', 'cell'][
          (at + from) % 9
        ],
    ).join(' ');
  return {
    id: `gallery-long-${options}-${words}`,
    kind: 'choice',
    points: 1,
    text: `${phrase(textWords, 2)}?`,
    options: Array.from({ length: options }, (_, option) => phrase(words, option)),
  };
}

export const statement: PublicQuestion = {
  id: 'gallery-statement',
  kind: 'truefalse',
  points: 1,
  text: 'Plant cells burst in distilled water.',
};
export const several: PublicQuestion = {
  id: 'gallery-several',
  kind: 'multiple',
  points: 3,
  text: 'Which of these move by diffusion?',
  options: ['Oxygen', 'Glucose', 'Carbon dioxide', 'Sodium ions', 'Water', 'Starch'],
};
export const letters: PublicQuestion = {
  id: 'gallery-letters',
  kind: 'choice',
  points: 0,
  text: '',
  options: ['', '', '', ''],
};
export const cloud: PublicQuestion = {
  id: 'gallery-cloud',
  kind: 'wordcloud',
  points: 0,
  text: 'What does a plant need to grow?',
  words: 3,
};
export const scale = {
  id: 'gallery-scale',
  kind: 'rating',
  points: 0,
  text: 'How sure are you that you could explain osmosis to a friend?',
  steps: 5,
  low: 'not at all',
  high: 'completely',
} satisfies PublicQuestion;

export const cloudWords =
  'light,water,sun,energy,air,carbon dioxide,minerals,soil,warmth,oxygen,time,nitrogen,space,roots,a good gardener,rain,seeds,phosphate,chlorophyll,bees,love,magnesium,worms,compost,photosynthesis'
    .split(',')
    .map((text, at) => ({ text, count: Math.max(1, Math.round(18 / (at + 1))) }));

/** Forty, as many as a frame brings, the newest first. */
export const names =
  'Aroha,Yusuf,Wanjiru,Viktor,Uma,Sipho,Rania,Priya,Oskar,Nia,Lucía,Jonas,Ibrahim,Maria Magdalena Hofmann,Fatou,Elif,Dilan,Chiara,Ben,Amara,Zoë,Tomasz,Quang,Xóchitl,Hana,Mei,Gustavo,Kaveh,Bartholomäus der Zweite,Ida,Ole,Pia,Sami,Tariq,Ugo,Vera,Wim,Xu,Yara,Zeno'.split(
    ',',
  );
