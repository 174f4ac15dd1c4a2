import type { AttendanceMark } from '../contract/attendance.ts';
import type { Language } from '../contract/languages.ts';

/** The words of the page with everything that is kept of a student. */
export const studentWords: Record<
  Language,
  {
    title: string;
    made: string;
    number: string;
    pin: string;
    yes: string;
    no: string;
    since: string;
    archived: string;
    enrolments: string;
    className: string;
    section: string;
    from: string;
    to: string;
    still: string;
    devices: string;
    lastSeen: string;
    devicesNote: string;
    lessons: string;
    none: string;
    attendance: string;
    came: Record<AttendanceMark, string>;
    minutes: (count: number) => string;
    points: (points: number, max: number) => string;
    question: string;
    answer: string;
    right: string;
    when: string;
    earlier: (round: number) => string;
    late: string;
    posts: string;
    sure: string;
    unsure: string;
    backups: string;
  }
> = {
  en: {
    title: 'Everything that is kept of this student',
    made: 'Made on',
    number: 'Number',
    pin: 'A PIN is set',
    yes: 'yes',
    no: 'no',
    since: 'Kept since',
    archived: 'Archived on',
    enrolments: 'Classes',
    className: 'Class',
    section: 'Section',
    from: 'From',
    to: 'To',
    still: 'still',
    devices: 'Devices',
    lastSeen: 'Last seen',
    devicesNote: 'Of a device only a code is kept that tells nothing about it.',
    lessons: 'Lessons',
    none: 'None.',
    attendance: 'Attendance',
    came: { present: 'present', late: 'late', absent: 'absent', excused: 'excused' },
    minutes: (count) => `${count} min`,
    points: (points, max) => `${points} of ${max} points`,
    question: 'Question',
    answer: 'Answer',
    right: 'Right',
    when: 'When',
    earlier: (round) => `vote ${round}`,
    late: 'arrived too late',
    posts: 'Questions to the teacher',
    sure: 'sure',
    unsure: 'not sure',
    backups: 'Backups of the school’s laptop hold the same as long as they are kept.',
  },
  es: {
    title: 'Todo lo que se guarda de este estudiante',
    made: 'Hecho el',
    number: 'Número',
    pin: 'Tiene PIN',
    yes: 'sí',
    no: 'no',
    since: 'Se guarda desde',
    archived: 'Archivado el',
    enrolments: 'Grupos',
    className: 'Grupo',
    section: 'Sección',
    from: 'Desde',
    to: 'Hasta',
    still: 'sigue',
    devices: 'Dispositivos',
    lastSeen: 'Visto por última vez',
    devicesNote: 'De un dispositivo solo se guarda un código que no dice nada de él.',
    lessons: 'Clases',
    none: 'Nada.',
    attendance: 'Asistencia',
    came: { present: 'presente', late: 'tarde', absent: 'ausente', excused: 'justificado' },
    minutes: (count) => `${count} min`,
    points: (points, max) => `${points} de ${max} puntos`,
    question: 'Pregunta',
    answer: 'Respuesta',
    right: 'Correcta',
    when: 'Cuándo',
    earlier: (round) => `votación ${round}`,
    late: 'llegó demasiado tarde',
    posts: 'Preguntas al profesor',
    sure: 'seguro',
    unsure: 'no seguro',
    backups:
      'Las copias de seguridad del portátil de la escuela guardan lo mismo mientras existan.',
  },
};
