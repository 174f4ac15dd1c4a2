import { kindNamed } from '../../../lan-server/questions/index.ts';
import type { Question } from '../../../lan-server/questions/index.ts';
import type { TextApi } from '../../i18n/text.tsx';
import { randomId } from '../../live/random-id.ts';
import type { NewQuiz } from '../api.ts';

/** A small quiz that shows all five kinds, in the teacher's language. */
export function sampleQuiz({ t }: Pick<TextApi, 't'>): NewQuiz {
  const question = <Kind extends Question['kind']>(
    kind: Kind,
    content: Partial<Extract<Question, { kind: Kind }>>,
  ) => ({ ...kindNamed(kind).blank(randomId(12)), ...content }) as Question;

  return {
    title: t('teacher.sample.title'),
    subject: t('teacher.sample.subject'),
    questions: [
      question('choice', {
        text: t('teacher.sample.choice'),
        options: [
          t('teacher.sample.choiceA'),
          t('teacher.sample.choiceB'),
          t('teacher.sample.choiceC'),
          t('teacher.sample.choiceD'),
        ],
        right: 1,
        seconds: 60,
        explanation: t('teacher.sample.choiceWhy'),
      }),
      question('truefalse', {
        text: t('teacher.sample.truefalse'),
        right: false,
        seconds: 30,
        explanation: t('teacher.sample.truefalseWhy'),
        note: t('teacher.sample.truefalseNote'),
      }),
      question('multiple', {
        text: t('teacher.sample.multiple'),
        options: [
          t('teacher.sample.multipleA'),
          t('teacher.sample.multipleB'),
          t('teacher.sample.multipleC'),
          t('teacher.sample.multipleD'),
        ],
        right: [0, 2],
        points: 2,
        explanation: t('teacher.sample.multipleWhy'),
      }),
      question('wordcloud', { text: t('teacher.sample.wordcloud'), words: 3 }),
      question('rating', {
        text: t('teacher.sample.rating'),
        steps: 5,
        low: t('teacher.sample.ratingLow'),
        high: t('teacher.sample.ratingHigh'),
      }),
    ],
  };
}
