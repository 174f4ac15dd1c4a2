import type { Language } from '../contract/languages.ts';

/** The words of the exported tables. */
export type Labels = {
  language: Language;
  number: string;
  name: string;
  removed: string;
  points: (max: number) => string;
  pointsOf: (question: number) => string;
  question: (number: number) => string;
  questionText: string;
  rounds: string;
  answered: string;
  right: string;
  rightShare: string;
  meanCredit: string;
  letter: string;
  answer: string;
  count: string;
  share: string;
  key: string;
  yes: string;
  students: string;
  questions: string;
  lesson: string;
};

export const labelsIn: Record<Language, Labels> = {
  en: {
    language: 'en',
    number: 'No.',
    name: 'Name',
    removed: 'Removed',
    points: (max) => `Points (of ${max})`,
    pointsOf: (question) => `${question}. Points`,
    question: (number) => `Question ${number}`,
    questionText: 'Question',
    rounds: 'Times asked',
    answered: 'Answered',
    right: 'Right',
    rightShare: 'Right %',
    meanCredit: 'Average credit %',
    letter: 'Letter',
    answer: 'Answer',
    count: 'Count',
    share: 'Share %',
    key: 'Key',
    yes: 'yes',
    students: 'Students',
    questions: 'Questions',
    lesson: 'Lesson',
  },
  es: {
    language: 'es',
    number: 'N.º',
    name: 'Nombre',
    removed: 'Retirado',
    points: (max) => `Puntos (de ${max})`,
    pointsOf: (question) => `${question}. Puntos`,
    question: (number) => `Pregunta ${number}`,
    questionText: 'Pregunta',
    rounds: 'Veces planteada',
    answered: 'Respondieron',
    right: 'Aciertos',
    rightShare: '% de aciertos',
    meanCredit: '% de puntuación media',
    letter: 'Letra',
    answer: 'Respuesta',
    count: 'Cantidad',
    share: '% de respuestas',
    key: 'Correcta',
    yes: 'sí',
    students: 'Estudiantes',
    questions: 'Preguntas',
    lesson: 'Clase',
  },
};
