import {
  cancelPlannedSchema,
  newPlanSchema,
  planChangeSchema,
  plannedChangedSchema,
  plannedParamsSchema,
  plannedSchema,
  scheduleQuerySchema,
  scheduleSchema,
} from '../schedule.ts';
import type { ScriptRoute } from './shape.ts';
import { exampleIds } from './shape.ts';

const params = { id: exampleIds.planned };

export const scheduleRoutes: readonly ScriptRoute[] = [
  {
    route: 'GET /api/v1/schedule',
    scope: 'schedule:read',
    summary: { en: 'Lists planned lessons by time', es: 'Lista las clases programadas por hora' },
    words: {
      en: 'From a day on, today where none is given; a hundred at most. Ask for what follows from the day of the last one.',
      es: 'A partir de un día, hoy si no se indica; cien como máximo. Pregunta por lo que sigue a partir del día de la última.',
    },
    query: scheduleQuerySchema,
    answer: scheduleSchema,
    errors: [],
    example: { query: { from: '2030-01-07' } },
  },
  {
    route: 'POST /api/v1/schedule',
    scope: 'schedule:write',
    summary: { en: 'Plans a lesson', es: 'Programa una clase' },
    words: {
      en: 'Once, or weekly. Day and time are those of the school’s clock.',
      es: 'Una vez o cada semana. El día y la hora son los del reloj del centro.',
    },
    body: newPlanSchema,
    answer: plannedChangedSchema,
    status: 201,
    errors: ['not_found'],
    example: {
      body: {
        lesson: { quizId: exampleIds.quiz, classId: exampleIds.class },
        day: '2030-01-07',
        time: '09:05',
        minutes: 45,
        repeat: { weekdays: [1, 4], end: { times: 6 } },
      },
    },
  },
  {
    route: 'GET /api/v1/schedule/:id',
    scope: 'schedule:read',
    summary: { en: 'Reads a planned lesson', es: 'Lee una clase programada' },
    params: plannedParamsSchema,
    answer: plannedSchema,
    errors: ['not_found'],
    example: { params },
  },
  {
    route: 'PATCH /api/v1/schedule/:id',
    scope: 'schedule:write',
    summary: { en: 'Changes a planned lesson', es: 'Cambia una clase programada' },
    words: {
      en: 'Only what is given changes: of this one, or with following of all that come after it in its plan.',
      es: 'Solo cambia lo que se indica: de esta o, con following, de todas las que siguen en su plan.',
    },
    params: plannedParamsSchema,
    body: planChangeSchema,
    answer: plannedChangedSchema,
    errors: ['not_found', 'forbidden'],
    example: { params, body: { time: '10:15', minutes: 30 } },
  },
  {
    route: 'POST /api/v1/schedule/:id/cancel',
    scope: 'schedule:write',
    summary: { en: 'Cancels a planned lesson', es: 'Cancela una clase programada' },
    params: plannedParamsSchema,
    body: cancelPlannedSchema,
    answer: plannedChangedSchema,
    errors: ['not_found', 'forbidden'],
    example: { params, body: { scope: 'this' } },
  },
];
