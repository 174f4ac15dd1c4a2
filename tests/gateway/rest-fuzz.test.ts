import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backupFolderChoiceSchema } from '../../lan-server/contract/backups.ts';
import { errorSchema, rejections } from '../../lan-server/contract/rejections.ts';
import type { Shape } from '../../lan-server/gateway/handle.ts';
import { tries } from '../support/soak.ts';
import { anyOf } from '../unit/any-of-schema.ts';
import { atTheDoor } from '../unit/every-schema.ts';
import { everyRoute } from './rest-every-route.ts';
import type { RestServer } from './rest-server.ts';
import { cookieFrom, launchKey, startRest } from './rest-server.ts';

const prototypes = '{"__proto__":{"admin":true},"constructor":{"prototype":{}},"title":"x"}';

/** It names a folder of this machine, in which the program would then write. */
const namesFolder = (schema: unknown) => schema === backupFolderChoiceSchema;

/** Bodies that fit one of the doors' schemas, and come to any of them. */
const fitting = fc
  .oneof(
    ...atTheDoor()
      .filter(({ schema }) => !namesFolder(schema))
      .map(({ schema }) => anyOf(schema)),
  )
  .map((value) => Buffer.from(JSON.stringify(value)));

/** Half of the bodies fit the very route that they come to. */
function bodiesFor(shape: Shape | null): fc.Arbitrary<Buffer> {
  if (!shape?.body || namesFolder(shape.body)) return bodies;
  const own = anyOf(shape.body).map((value) => Buffer.from(JSON.stringify(value)));
  return fc.oneof(bodies, own);
}

/** And half of the queries. */
function queriesFor(shape: Shape | null): fc.Arbitrary<string> {
  if (!shape?.query) return queries;
  const own = anyOf(shape.query).map((query) => {
    const pairs = Object.entries(query as object).map(([name, value]): [string, string] => [
      name,
      String(value),
    ]);
    return `?${new URLSearchParams(pairs).toString()}`;
  });
  return fc.oneof(queries, own);
}

/** Bodies from almost right to absurd, as bytes on the wire. */
const bodies = fc.oneof(
  fitting,
  fc.json().map((text) => Buffer.from(text)),
  fc.anything({ maxDepth: 3 }).map((value) => Buffer.from(JSON.stringify(value) ?? 'undefined')),
  fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
  fc
    .record(
      {
        title: fc.anything({ maxDepth: 1 }),
        subject: fc.string(),
        questions: fc.array(
          fc.record({ id: fc.string(), kind: fc.constantFrom('choice', 'rating', 'x') }),
        ),
        revision: fc.oneof(fc.integer(), fc.double()),
        launchKey: fc.oneof(fc.string(), fc.integer()),
        password: fc.oneof(fc.string(), fc.constant(null)),
        name: fc.string({ unit: 'binary' }),
        language: fc.constantFrom('en', 'xx', null, 5),
        quizId: fc.oneof(fc.string(), fc.constant(null)),
        students: fc.oneof(fc.integer(), fc.double()),
      },
      { requiredKeys: [] },
    )
    .map((body) => Buffer.from(JSON.stringify(body))),
  fc.constantFrom(
    Buffer.from(''),
    Buffer.from('null'),
    Buffer.from('"'),
    Buffer.from('['.repeat(8000)),
    Buffer.from('{"a":'.repeat(2500)),
    Buffer.from(prototypes),
    Buffer.from('{"title":"\\ud800"}'),
    Buffer.alloc(17_000, 0x20),
  ),
);

/** What may stand where a path has an id. */
const ids = fc.oneof(
  fc.constantFrom(
    'made-0003',
    'abc-123',
    '__proto__',
    'constructor',
    '%00',
    '%2e%2e%2f',
    '%ff',
    '..',
    '0',
    "';--",
  ),
  fc
    .string({ maxLength: 60 })
    .map(encodeURIComponent)
    .filter((id) => id !== ''),
);

const queries = fc.oneof(
  fc.constant(''),
  fc.constantFrom(
    '?status=live',
    '?status[]=live',
    '?status[__proto__]=x',
    '?lang=en&lang=es',
    '?lang=%ff',
    '?=',
  ),
  fc.webQueryParameters().map((query) => `?${query}`),
);

const strange = fc.dictionary(
  fc.constantFrom(
    'content-type',
    'accept',
    'accept-encoding',
    'accept-language',
    'if-none-match',
    'content-encoding',
    'cookie',
    'origin',
    'x-forwarded-for',
    'range',
  ),
  fc.oneof(
    fc.stringMatching(/^[\x21-\x7e]{1,60}$/),
    fc.constantFrom(
      'application/json',
      'application/json; charset=utf-16',
      'gzip',
      '*/*',
      'chalkbox=x',
      'null',
      'bytes=0-1',
    ),
  ),
  { maxKeys: 3 },
);

/** What every object has: nothing that was sent may come to it. The server runs in this process. */
const untouched = Object.getOwnPropertyNames(Object.prototype);

async function expectsItStands({ ask, asTeacher, errors }: RestServer): Promise<void> {
  expect(errors).toEqual([]);
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(untouched);
  expect((await ask('GET', '/health')).json()).toMatchObject({ status: 'ok' });
  // 401 where one of those that asked has signed all other devices out.
  expect([200, 401, 429]).toContain((await asTeacher('GET', '/session')).status);
}

describe('whatever is sent', () => {
  test.for(everyRoute())(
    '$method $path answers in form and the server goes on',
    async ({ method, path, shape }) => {
      const server = await startRest();
      await server.asTeacher('POST', '/quizzes', { body: { title: 'There' } });
      await server.asTeacher('POST', '/lessons', { body: { title: 'There' } });
      await fc.assert(
        fc.asyncProperty(
          bodiesFor(shape),
          ids,
          queriesFor(shape),
          strange,
          fc.boolean(),
          async (raw, id, query, headers, signedIn) => {
            // A session of its own each time: the sign-out route and the rate limit are not what this is about.
            const cookie = signedIn
              ? cookieFrom(await server.ask('POST', '/api/v1/session', { body: { launchKey } }))
              : '';
            const reply = await server.ask(method, path.replace('abc-123', id) + query, {
              ...(method === 'GET' ? {} : { raw }),
              headers: { cookie, ...headers },
            });
            expect(reply.status).not.toBe(500);
            expect(reply.status).not.toBe(503);
            if (reply.status < 400 || !String(reply.headers['content-type']).includes('json'))
              return;
            const { code } = errorSchema.parse(reply.json()['error']);
            expect(rejections[code]).toBe(reply.status);
          },
        ),
        tries(60),
      );
      await expectsItStands(server);
    },
  );

  test('any path at all is answered', async () => {
    const server = await startRest();
    const paths = fc.oneof(
      fc.webPath(),
      fc
        .tuple(fc.constantFrom('/api/v1', '/api', '/assets', '/j', '/teacher', '/wall', ''), ids)
        .map((parts) => parts.join('/')),
      fc.stringMatching(/^\/[\x21-\x7e]{0,80}$/),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'OPTIONS', 'DELETE'),
        paths,
        async (method, path) => {
          const { status } = await server.ask(method, path === '' ? '/' : path);
          expect([200, 204, 400, 401, 403, 404, 429]).toContain(status === 503 ? 404 : status);
        },
      ),
      tries(400),
    );
    await expectsItStands(server);
  });
});
