import type { TextApi } from '../i18n/text.tsx';

/** A friendly name for who does not want to think of one: a word and an animal of the page's language. `random`: 0 up to 1. */
export function suggestedName(t: TextApi['t'], random: () => number): string {
  const one = (list: string) => {
    const words = list.split(' ');
    return words[Math.floor(random() * words.length)] || '';
  };
  return t('student.name.made', {
    word: one(t('student.name.words')),
    animal: one(t('student.name.animals')),
  });
}
