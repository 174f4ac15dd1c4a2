import { lessonAttendanceSchema } from '../attendance.ts';
import {
  doorLessonSchema,
  doorListSchema,
  doorParamsSchema,
  exportQuerySchema,
  lessonListQuerySchema,
  lessonListSchema,
  lessonParamsSchema,
  lessonSummarySchema,
  newLessonSchema,
  resultsSchema,
} from '../api.ts';
import type { ScriptRoute } from './shape.ts';
import { exampleIds } from './shape.ts';

const params = { id: exampleIds.lesson };

export const lessonRoutes: readonly ScriptRoute[] = [
  {
    route: 'GET /api/v1/lessons',
    scope: 'lessons:read',
    summary: {
      en: 'Lists the lessons, newest first',
      es: 'Lista las clases, la más reciente primero',
    },
    query: lessonListQuerySchema,
    answer: lessonListSchema,
    errors: [],
    example: { query: { status: 'ended', limit: 20 } },
  },
  {
    route: 'POST /api/v1/lessons',
    scope: 'lessons:write',
    summary: { en: 'Starts a lesson', es: 'Inicia una clase' },
    words: {
      en: 'With the questions of a quiz that can be asked; without a quiz it is one question with the bare letters A, B, C and D. The answer holds the code that students type.',
      es: 'Con las preguntas de un cuestionario que se pueden plantear; sin cuestionario es una pregunta con solo las letras A, B, C y D. La respuesta contiene el código que escriben los estudiantes.',
    },
    body: newLessonSchema,
    answer: lessonSummarySchema,
    status: 201,
    errors: ['not_found', 'no_questions', 'quiz_not_ready'],
    example: { body: { quizId: exampleIds.quiz, identity: 'nickname' } },
  },
  {
    route: 'GET /api/v1/lessons/:id',
    scope: 'lessons:read',
    summary: { en: 'Reads a lesson', es: 'Lee una clase' },
    params: lessonParamsSchema,
    answer: lessonSummarySchema,
    errors: ['not_found'],
    example: { params },
  },
  {
    route: 'GET /api/v1/lessons/:id/results',
    scope: 'results:read',
    summary: { en: 'Reads the results of a lesson', es: 'Lee los resultados de una clase' },
    words: {
      en: 'Per question and per student: the counted answers of each question’s last round.',
      es: 'Por pregunta y por estudiante: las respuestas que cuentan, las de la última ronda de cada pregunta.',
    },
    params: lessonParamsSchema,
    answer: resultsSchema,
    errors: ['not_found'],
    example: { params },
  },
  {
    route: 'GET /api/v1/lessons/:id/attendance',
    scope: 'results:read',
    summary: { en: 'Reads who was there', es: 'Lee quién asistió' },
    words: {
      en: 'Of a lesson with a list of names: present, late, absent or excused, and what the teacher has corrected.',
      es: 'De una clase con lista de nombres: presente, con retraso, ausente o justificado, y lo que ha corregido el docente.',
    },
    params: lessonParamsSchema,
    answer: lessonAttendanceSchema,
    errors: ['not_found'],
    example: { params },
  },
  {
    route: 'GET /api/v1/lessons/:id/export.csv',
    scope: 'results:read',
    summary: { en: 'Gives the results as a CSV file', es: 'Da los resultados como archivo CSV' },
    words: {
      en: 'A row a student; UTF-8 with BOM, commas. No cell can become a formula.',
      es: 'Una fila por estudiante; UTF-8 con BOM, comas. Ninguna celda puede convertirse en fórmula.',
    },
    params: lessonParamsSchema,
    query: exportQuerySchema,
    answer: { file: 'text/csv' },
    errors: ['not_found'],
    example: { params, query: { lang: 'en' } },
  },
  {
    route: 'GET /api/v1/lessons/:id/export.xlsx',
    scope: 'results:read',
    summary: {
      en: 'Gives the results as an Excel file',
      es: 'Da los resultados como archivo de Excel',
    },
    params: lessonParamsSchema,
    query: exportQuerySchema,
    answer: { file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
    errors: ['not_found'],
    example: { params, query: { lang: 'en' } },
  },
  {
    route: 'GET /api/v1/door',
    scope: 'any',
    summary: {
      en: 'Lists the lessons that can be joined now',
      es: 'Lista las clases a las que se puede entrar ahora',
    },
    answer: doorListSchema,
    errors: [],
    example: {},
  },
  {
    route: 'GET /api/v1/door/:code',
    scope: 'any',
    summary: { en: 'Finds a lesson by its code', es: 'Busca una clase por su código' },
    params: doorParamsSchema,
    answer: doorLessonSchema,
    errors: ['unknown_code', 'lesson_over', 'too_many'],
    example: { params: { code: '4821' } },
  },
];
