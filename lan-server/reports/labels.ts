import type { AttendanceMark } from '../contract/attendance.ts';
import type { LateReason } from '../contract/late.ts';
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
  vote: (question: number, round: number) => string;
  sureHead: (question: number) => string;
  sure: string;
  unsure: string;
  firstRight: string;
  starred: (question: number) => string;
  heading: (question: number) => string;
  handedIn: string;
  late: string;
  attendance: string;
  minutesLate: string;
  attendanceMark: Record<AttendanceMark, string>;
  gamePoints: string;
  rank: string;
  team: string;
  lateReason: Record<LateReason, string>;
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
    vote: (question, round) => `${question}. Vote ${round}`,
    sureHead: (question) => `${question}. How sure`,
    sure: 'sure',
    unsure: 'not sure',
    firstRight: 'Right % in the first vote',
    starred: (question) => `${question}. Starred`,
    heading: (question) => `${question}. Heading`,
    handedIn: 'Handed in',
    late: 'Arrived late',
    attendance: 'Attendance',
    minutesLate: 'Minutes late',
    attendanceMark: { present: 'present', late: 'late', absent: 'absent', excused: 'excused' },
    gamePoints: 'Game points',
    rank: 'Rank',
    team: 'Team',
    lateReason: {
      tapped_after_closing: 'not counted: tapped after the closing',
      key_shown: 'not counted: the key had been shown',
      rule: 'not counted: late answers do not count in this lesson',
      other_round: 'not counted: the question was asked anew',
      answered_already: 'not counted: the first answer is final',
      newer_counts: 'not counted: a newer answer counts',
      other_device: 'not counted: the first device counts',
    },
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
    vote: (question, round) => `${question}. Votación ${round}`,
    sureHead: (question) => `${question}. Seguridad`,
    sure: 'seguro',
    unsure: 'no seguro',
    firstRight: '% de aciertos en la primera votación',
    starred: (question) => `${question}. Destacada`,
    heading: (question) => `${question}. Título`,
    handedIn: 'Entregó',
    late: 'Llegó tarde',
    attendance: 'Asistencia',
    minutesLate: 'Minutos de retraso',
    attendanceMark: {
      present: 'presente',
      late: 'con retraso',
      absent: 'ausente',
      excused: 'justificado',
    },
    gamePoints: 'Puntos del juego',
    rank: 'Puesto',
    team: 'Equipo',
    lateReason: {
      tapped_after_closing: 'no cuenta: marcada después del cierre',
      key_shown: 'no cuenta: ya se había mostrado la solución',
      rule: 'no cuenta: en esta clase las tardías no cuentan',
      other_round: 'no cuenta: la pregunta se planteó de nuevo',
      answered_already: 'no cuenta: la primera respuesta es definitiva',
      newer_counts: 'no cuenta: cuenta una respuesta posterior',
      other_device: 'no cuenta: cuenta el primer dispositivo',
    },
  },
};
