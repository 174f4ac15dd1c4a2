import type { Quiz } from '../lan-server/contract/api.ts';
import { nameOfStudent } from '../lan-server/rehearsal/names.ts';
import { kindNamed } from '../lan-server/questions/index.ts';
import type { KindName, Question } from '../lan-server/questions/index.ts';

/** The class of the pictures; Priya holds the phone that is shown. */
export const classNames = Array.from({ length: 27 }, (_, index) => nameOfStudent(index)).filter(
  (name) => name !== 'Priya',
);

type Made = Pick<Quiz, 'title' | 'subject' | 'questions'>;

let made = 0;
function question<K extends KindName>(
  kind: K,
  fields: Partial<Extract<Question, { kind: K }>>,
): Question {
  made += 1;
  return {
    ...kindNamed(kind).blank(`picture-question-${made}`),
    ...fields,
  };
}

export const osmosis: Made = {
  title: 'Osmosis and water potential',
  subject: 'Biology',
  questions: [
    question('choice', {
      text: 'Which part decides what enters a cell?',
      options: ['The cell wall', 'The nucleus', 'The cell membrane', 'The vacuole'],
      right: 2,
      seconds: 20,
    }),
    question('truefalse', {
      text: 'Osmosis needs energy from respiration.',
      right: false,
      seconds: 20,
    }),
    question('multiple', {
      text: 'Which of these have a negative water potential?',
      options: ['Sea water', 'Distilled water', 'Cell sap', 'Sugar solution'],
      right: [0, 2, 3],
      points: 3,
      seconds: 60,
    }),
    question('choice', {
      text: 'A red blood cell is put into distilled water. What happens next, and why?',
      options: [
        'Water leaves the cell, because there is more dissolved salt inside it than outside; the cell shrinks.',
        'Water enters down its potential gradient; with no cell wall to resist, the cell swells and bursts.',
        'Salt leaves until both sides are equally concentrated; no water crosses, so the size stays the same.',
        'Water enters, but pumps in the membrane use ATP to force the same volume out and hold the cell steady.',
      ],
      right: 1,
      seconds: 60,
      explanation:
        'Water moves towards the lower water potential. Inside it is below zero, so water flows in. An animal cell has no wall to push back, so it bursts.',
      note: 'Who picks D mixes this up with the contractile vacuole. Ask “what would an amoeba need?”',
    }),
    question('choice', {
      text: 'A potato cylinder loses 4 % of its mass in 0.4 mol/dm³ sucrose. What was the potential inside?',
      options: ['Higher than outside', 'Lower than outside', 'The same as outside'],
      right: 0,
      seconds: 45,
    }),
    question('choice', {
      text: 'What is the water potential of a fully turgid leaf cell?',
      options: ['−1.2 MPa', '−0.4 MPa', '0 MPa', '+0.8 MPa'],
      right: 2,
      seconds: 45,
    }),
    question('truefalse', {
      text: 'A plant cell in distilled water bursts.',
      right: false,
      seconds: 20,
    }),
    question('wordcloud', {
      text: 'Which words would you use to explain osmosis to a friend?',
      words: 2,
    }),
    question('rating', {
      text: 'How sure are you that you could explain it?',
      steps: 5,
      low: 'not at all',
      high: 'very sure',
    }),
  ],
};

export const enzymes: Made = {
  title: 'Enzymes, exit ticket',
  subject: 'Biology',
  questions: [
    question('truefalse', { text: 'An enzyme is used up in the reaction.', right: false }),
    question('choice', {
      text: 'Where does the substrate bind?',
      options: ['At the active site', 'Anywhere', 'At the cofactor'],
      right: 0,
    }),
  ],
};

export const photosynthesis: Made = {
  title: 'Photosynthesis: limiting factors',
  subject: 'Biology',
  questions: [
    question('choice', {
      text: 'On a hot bright day, what limits the rate in a closed greenhouse?',
      options: ['Light', 'Carbon dioxide', 'Temperature', 'Water'],
      right: 1,
    }),
    question('choice', {
      text: 'At night the rate is …',
      options: ['zero', 'low', 'the same'],
      right: 0,
    }),
  ],
};
