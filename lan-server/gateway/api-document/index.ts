import type { z } from 'zod';
import type { Language } from '../../contract/languages.ts';
import { errorSchema, rejections } from '../../contract/rejections.ts';
import type { RejectionCode } from '../../contract/rejections.ts';
import { scriptRoutes } from '../../contract/routes/index.ts';
import type { ScriptRoute } from '../../contract/routes/index.ts';
import { samplesOf } from './samples.ts';
import { createSchemas } from './schemas.ts';
import type { JsonSchema } from './schemas.ts';
import { areaWords, parameterWords, say, words } from './words.ts';

/** An OpenAPI 3.1 document, as JSON. */
export type ApiDocument = { [name: string]: unknown };

const json = 'application/json';

/** The document of all routes that a school's scripts may use, made from the schemas that the routes themselves parse by. */
export function apiDocument(language: Language, version: string): ApiDocument {
  const schemas = createSchemas();
  const refusal: JsonSchema = {
    type: 'object',
    properties: { error: schemas.of(errorSchema, 'answered') },
    required: ['error'],
  };
  const error = { content: { [json]: { schema: { $ref: '#/components/schemas/Refusal' } } } };
  const paths: Record<string, Record<string, unknown>> = {};

  for (const entry of scriptRoutes) {
    const [method = '', path = ''] = entry.route.split(' ');
    const open = entry.scope === 'any';
    const operation = {
      operationId: idOf(method, path),
      tags: [say(areaOf(path), language)],
      summary: say(entry.summary, language),
      ...(entry.words && { description: say(entry.words, language) }),
      ...(open ? { security: [] } : { 'x-scope': entry.scope }),
      parameters: [...parametersOf(entry.params, 'path'), ...parametersOf(entry.query, 'query')],
      ...bodyOf(entry),
      responses: { ...answerOf(entry), ...refusalsOf(entry) },
      'x-codeSamples': samplesOf(entry),
    };
    const template = path.replaceAll(/:(\w+)/g, '{$1}');
    paths[template] = { ...paths[template], [method.toLowerCase()]: operation };
  }

  return {
    openapi: '3.1.0',
    info: { title: say(words.title, language), version, description: say(words.about, language) },
    servers: [{ url: '/' }],
    security: [{ key: [] }],
    paths,
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: say(words.key, language) },
      },
      schemas: { ...schemas.components(), Refusal: refusal },
    },
  };

  function parametersOf(schema: z.ZodType | undefined, place: 'path' | 'query') {
    if (!schema) return [];
    const { properties = {}, required = [] } = schemas.of(schema, 'sent') as {
      properties?: Record<string, JsonSchema>;
      required?: string[];
    };
    return Object.entries(properties).map(([name, of]) => {
      const about = parameterWords[name];
      return {
        name,
        in: place,
        required: required.includes(name),
        ...(about && { description: say(about, language) }),
        schema: of,
      };
    });
  }

  function bodyOf({ body, example }: ScriptRoute) {
    if (body === undefined) return {};
    if (body === 'bytes')
      return { requestBody: { required: true, content: { 'application/octet-stream': {} } } };
    const schema = schemas.of(body, 'sent');
    return {
      requestBody: { required: true, content: { [json]: { schema, example: example.body } } },
    };
  }

  function answerOf({ answer, status }: ScriptRoute) {
    const description = say(words.done, language);
    if (answer === null) return { 204: { description } };
    const content =
      'file' in answer
        ? { [answer.file]: {} }
        : { [json]: { schema: schemas.of(answer, 'answered') } };
    return { [status ?? 200]: { description, content } };
  }

  /** By their HTTP status; the codes are the same in every language. */
  function refusalsOf(entry: ScriptRoute) {
    const byStatus = new Map<number, RejectionCode[]>();
    for (const code of refusalsThatCanCome(entry))
      byStatus.set(rejections[code], [...(byStatus.get(rejections[code]) ?? []), code]);
    return Object.fromEntries(
      [...byStatus].map(([status, codes]) => [
        status,
        { description: codes.join(', '), ...error, 'x-codes': codes },
      ]),
    );
  }
}

/** Its own, and those of every route. */
function refusalsThatCanCome({ scope, params, query, body, errors }: ScriptRoute): RejectionCode[] {
  return [
    ...(params || query || body ? (['bad_request'] as const) : []),
    ...(scope === 'any' ? [] : (['not_signed_in', 'wrong_key', 'key_too_narrow'] as const)),
    ...errors.filter((code) => code !== 'too_many' && code !== 'not_saved'),
    'too_many',
    ...(errors.includes('not_saved') ? (['not_saved'] as const) : []),
  ];
}

function areaOf(path: string) {
  const area = path.split('/')[3] ?? '';
  return areaWords[area] ?? { en: area, es: area };
}

/** 'getQuizzesId' for GET /api/v1/quizzes/:id. */
function idOf(method: string, path: string): string {
  const parts = path.split(/[/:.]+/).slice(3);
  return (
    method.toLowerCase() +
    parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('')
  );
}
