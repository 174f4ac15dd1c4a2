import type { Language } from '../../contract/languages.ts';
import type { Words } from '../../contract/routes/index.ts';

/** What the document itself says, in each language; what a route says stands with the route. */
export const words = {
  title: { en: 'Chalkbox for scripts', es: 'Chalkbox para scripts' },
  about: {
    en: 'What a school’s own scripts can read and change on this laptop. A script shows a key, which acts as the teacher who made it. Moments are milliseconds since 1970.',
    es: 'Lo que los scripts del propio centro pueden leer y cambiar en este portátil. Un script muestra una clave, que actúa como el docente que la creó. Los momentos son milisegundos desde 1970.',
  },
  key: {
    en: 'Made by an admin under Settings → API keys. It needs the scope that the route names.',
    es: 'La crea un administrador en Ajustes → Claves de API. Necesita el permiso que indica la ruta.',
  },
  done: { en: 'Done', es: 'Hecho' },
} as const satisfies Record<string, Words>;

/** Names of areas, by the first part of a path. */
export const areaWords: Record<string, Words> = {
  quizzes: { en: 'Quizzes', es: 'Cuestionarios' },
  media: { en: 'Quizzes', es: 'Cuestionarios' },
  lessons: { en: 'Lessons and results', es: 'Clases y resultados' },
  classes: { en: 'Classes and students', es: 'Grupos y estudiantes' },
  students: { en: 'Classes and students', es: 'Grupos y estudiantes' },
  schedule: { en: 'Schedule', es: 'Programación' },
  door: { en: 'The door', es: 'La entrada' },
};

/** What each parameter of a path or query means. */
export const parameterWords: Record<string, Words> = {
  id: { en: 'Its id', es: 'Su identificador' },
  code: { en: 'The code on the wall', es: 'El código de la pantalla' },
  limit: {
    en: 'At most so many rows; 50 if left out',
    es: 'Como máximo, tantas filas; 50 si se omite',
  },
  cursor: {
    en: 'The next of the page before; without it, the first page',
    es: 'El next de la página anterior; sin él, la primera página',
  },
  q: {
    en: 'Words in the title or name, whatever their capitals and accents',
    es: 'Palabras del título o del nombre, sin importar mayúsculas ni acentos',
  },
  subject: { en: 'The whole subject', es: 'La materia completa' },
  status: { en: 'Only with this status', es: 'Solo con este estado' },
  from: { en: 'From this moment or day on', es: 'Desde este momento o día' },
  to: { en: 'Up to this moment or day', es: 'Hasta este momento o día' },
  archived: {
    en: 'true: those who are archived instead',
    es: 'true: en su lugar, los archivados',
  },
  classId: { en: 'The id of a class', es: 'El identificador de un grupo' },
  lang: {
    en: 'Language of the heads; without it, the teacher’s',
    es: 'Idioma de los encabezados; sin él, el del docente',
  },
};

/** A sentence in a language. */
export function say(sentence: Words, language: Language): string {
  return sentence[language];
}
