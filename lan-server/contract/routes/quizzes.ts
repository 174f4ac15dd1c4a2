import {
  duplicateQuizSchema,
  newQuizSchema,
  quizListQuerySchema,
  quizListSchema,
  quizParamsSchema,
  quizSavedSchema,
  quizSchema,
  saveQuizSchema,
} from '../api.ts';
import { storedImageSchema } from '../images.ts';
import type { ScriptRoute } from './shape.ts';
import { exampleIds } from './shape.ts';

const question = {
  id: exampleIds.question,
  kind: 'choice',
  text: 'What do plants take in for photosynthesis?',
  options: ['Carbon dioxide', 'Oxygen', 'Nitrogen', 'Helium'],
  right: 0,
  points: 1,
  seconds: 60,
  explanation: '',
  note: '',
};
const content = { title: 'Photosynthesis', subject: 'Biology', questions: [question] };
const params = { id: exampleIds.quiz };

export const quizRoutes: readonly ScriptRoute[] = [
  {
    route: 'GET /api/v1/quizzes',
    scope: 'quizzes:read',
    summary: {
      en: 'Lists the quizzes, newest first',
      es: 'Lista los cuestionarios, el más reciente primero',
    },
    query: quizListQuerySchema,
    answer: quizListSchema,
    errors: [],
    example: { query: { subject: 'Biology', limit: 20 } },
  },
  {
    route: 'POST /api/v1/quizzes',
    scope: 'quizzes:write',
    summary: { en: 'Makes a quiz', es: 'Crea un cuestionario' },
    words: {
      en: 'Questions may lack something; a lesson asks those that are ready.',
      es: 'A las preguntas les puede faltar algo; una clase plantea las que están listas.',
    },
    body: newQuizSchema,
    answer: quizSchema,
    status: 201,
    errors: ['too_large'],
    example: { body: content },
  },
  {
    route: 'GET /api/v1/quizzes/:id',
    scope: 'quizzes:read',
    summary: {
      en: 'Reads a quiz with its keys and notes',
      es: 'Lee un cuestionario con sus soluciones y notas',
    },
    params: quizParamsSchema,
    answer: quizSchema,
    errors: ['not_found'],
    example: { params },
  },
  {
    route: 'PUT /api/v1/quizzes/:id',
    scope: 'quizzes:write',
    summary: { en: 'Saves a quiz', es: 'Guarda un cuestionario' },
    words: {
      en: 'Send the revision that you have read. If somebody has saved meanwhile, nothing is changed and the details of the error hold the newer quiz.',
      es: 'Envía la revisión que has leído. Si alguien ha guardado entretanto, no cambia nada y los detalles del error contienen el cuestionario más nuevo.',
    },
    params: quizParamsSchema,
    body: saveQuizSchema,
    answer: quizSavedSchema,
    errors: ['not_found', 'changed_elsewhere', 'too_large'],
    example: { params, body: { ...content, revision: 1 } },
  },
  {
    route: 'DELETE /api/v1/quizzes/:id',
    scope: 'quizzes:write',
    summary: { en: 'Deletes a quiz', es: 'Elimina un cuestionario' },
    words: {
      en: 'Its lessons and their results stay.',
      es: 'Sus clases y los resultados se conservan.',
    },
    params: quizParamsSchema,
    answer: null,
    errors: ['not_found'],
    example: { params },
  },
  {
    route: 'POST /api/v1/quizzes/:id/restore',
    scope: 'quizzes:write',
    summary: { en: 'Brings a deleted quiz back', es: 'Recupera un cuestionario eliminado' },
    params: quizParamsSchema,
    answer: quizSchema,
    errors: ['not_found'],
    example: { params },
  },
  {
    route: 'POST /api/v1/quizzes/:id/duplicate',
    scope: 'quizzes:write',
    summary: { en: 'Copies a quiz', es: 'Copia un cuestionario' },
    params: quizParamsSchema,
    body: duplicateQuizSchema,
    answer: quizSchema,
    status: 201,
    errors: ['not_found'],
    example: { params, body: { title: 'Photosynthesis, second class' } },
  },
  {
    route: 'POST /api/v1/media',
    scope: 'quizzes:write',
    summary: { en: 'Stores a picture for questions', es: 'Guarda una imagen para las preguntas' },
    words: {
      en: 'JPEG, PNG, WebP, GIF or AVIF, at most 15 MB. What comes back goes into a question’s image, with alt: what the picture shows.',
      es: 'JPEG, PNG, WebP, GIF o AVIF, 15 MB como máximo. La respuesta va en la imagen de una pregunta, con alt: lo que muestra la imagen.',
    },
    body: 'bytes',
    answer: storedImageSchema,
    status: 201,
    errors: ['image_kind', 'image_damaged', 'image_too_many_pixels', 'too_large', 'not_saved'],
    example: { body: 'leaf.png' },
  },
];
