import { Validator } from '@seriousme/openapi-schema-validator';
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Quiz } from '../../lan-server/contract/api.ts';
import type { MadeKey } from '../../lan-server/contract/keys.ts';
import type { ClassStudent, SchoolClass } from '../../lan-server/contract/classes.ts';
import type { PlannedChanged } from '../../lan-server/contract/schedule.ts';
import { scopeSchema } from '../../lan-server/contract/keys.ts';
import { exampleIds, scriptRoutes } from '../../lan-server/contract/routes/index.ts';
import { temporaryFolder } from '../db/lesson-events.ts';
import { someCell } from '../support/picture.ts';
import { startProgram } from '../support/program.ts';
import type { Program } from '../support/program.ts';
import { signIn } from '../support/teacher.ts';
import type { Teacher } from '../support/teacher.ts';

type Operation = {
  operationId: string;
  'x-codeSamples': { label: string; source: string }[];
  responses: Record<string, { content?: Record<string, { schema?: object }> }>;
};
type Document = {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
};

let program: Program;
let teacher: Teacher;
let made: MadeKey;
let english: Document;
let spanish: Document;

beforeAll(async () => {
  program = await startProgram();
  teacher = await signIn(program);
  const scopes = scopeSchema.options;
  made = await teacher.call<MadeKey>('POST', '/keys', { name: 'Examples', scopes });
  const documentIn = async (language: string) =>
    (await (await fetch(`${program.url}/api/openapi.json?lang=${language}`)).json()) as Document;
  english = await documentIn('en');
  spanish = await documentIn('es');
});
afterAll(() => program?.end());

function operationsOf({ paths }: Document): Map<string, Operation> {
  return new Map(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]): [string, Operation] => [
        `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
        operation,
      ]),
    ),
  );
}

/** A schema of the document as something that parses: made from the document alone. */
function parserOf({ components }: Document, schema: object): z.ZodType {
  const whole = { ...schema, $defs: components.schemas };
  const text = JSON.stringify(whole).replaceAll('#/components/schemas/', '#/$defs/');
  return z.fromJSONSchema(JSON.parse(text) as Parameters<typeof z.fromJSONSchema>[0]);
}

/** What the examples' ids stand for: a quiz and a lesson of this example alone. */
async function ownThings(route: string): Promise<(sample: string) => string> {
  const quiz = await teacher.call<Quiz>('POST', '/quizzes', {
    title: 'Photosynthesis',
    questions: [{ ...exampleQuestion() }],
  });
  const lesson = await teacher.startLesson({ quizId: quiz.id });
  const [schoolClass, other] = await Promise.all(
    ['7A', '9C'].map((name) => teacher.call<SchoolClass>('POST', '/classes', { name })),
  );
  const classId = schoolClass?.id ?? '';
  const added = await teacher.call<{ students: ClassStudent[] }>(
    'POST',
    `/classes/${classId}/students`,
    { students: [{ name: 'Ada Lovelace' }] },
  );
  const plan = { lesson: { quizId: quiz.id, classId }, day: '2030-01-07', time: '09:05' };
  const { planned } = await teacher.call<PlannedChanged>('POST', '/schedule', plan);
  if (route.endsWith('/restore')) await teacher.call('DELETE', `/quizzes/${quiz.id}`);
  return (sample) =>
    sample
      .replaceAll(exampleIds.quiz, quiz.id)
      .replaceAll(exampleIds.lesson, lesson.id)
      .replaceAll(exampleIds.class, classId)
      .replaceAll(exampleIds.otherClass, other?.id ?? '')
      .replaceAll(exampleIds.student, added.students[0]?.id ?? '')
      .replaceAll(exampleIds.planned, planned[0]?.id ?? '')
      .replaceAll('/door/4821', `/door/${lesson.code}`);
}

function exampleQuestion(): object {
  const post = scriptRoutes.find(({ route }) => route === 'POST /api/v1/quizzes');
  const body = post?.example.body as { questions?: object[] } | undefined;
  return body?.questions?.[0] ?? {};
}

const environment = () => ({
  ...process.env,
  CHALKBOX_URL: program.url,
  CHALKBOX_KEY: made.secret,
});

/** Runs a sample for Node as it stands, in a folder of its own. */
async function runInNode(source: string, folder: string): Promise<string> {
  const file = join(folder, 'script.mjs');
  writeFileSync(file, source);
  const run = await promisify(execFile)(process.execPath, [file], {
    cwd: folder,
    env: environment(),
  });
  return run.stdout;
}

/** What a shell hands to curl, word by word; then asked by hand, because not every machine has curl. */
async function runAsCurl(source: string, folder: string): Promise<string> {
  const spelled = `curl() { for word in "$@"; do printf '%s\\0' "$word"; done; }\n${source}`;
  const run = await promisify(execFile)('sh', ['-c', spelled], { env: environment() });
  const words = run.stdout.split('\0').slice(0, -1);
  const request = { method: 'GET', headers: {} as Record<string, string> };
  let url = '';
  let body: string | Buffer | null = null;
  let output = '';
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (!word.startsWith('-')) {
      url = word;
      continue;
    }
    const value = words.shift() ?? '';
    if (word === '-X') request.method = value;
    else if (word === '-d') body = value;
    else if (word === '-o') output = value;
    else if (word === '--data-binary') body = readFileSync(join(folder, value.slice(1)));
    else if (word === '-H')
      request.headers[value.split(': ')[0] ?? ''] = value.split(': ')[1] ?? '';
    else throw new Error(`curl is not known to take ${word}`);
  }
  const reply = await fetch(url, { ...request, ...(body === null ? {} : { body }) });
  const bytes = Buffer.from(await reply.arrayBuffer());
  if (!reply.ok) throw new Error(bytes.toString());
  if (output === '') return bytes.toString();
  writeFileSync(join(folder, output), bytes);
  return '';
}

describe('the document for scripts', () => {
  test('says what each parameter is', async () => {
    const nameless = [...operationsOf(english)].flatMap(([route, operation]) =>
      (operation as unknown as { parameters: { name: string; description?: string }[] }).parameters
        .filter(({ description }) => description === undefined)
        .map(({ name }) => `${route} ${name}`),
    );
    expect(nameless).toEqual([]);
  });

  test.each(['curl', 'Node.js'])(
    'every example for %s runs, and its answer fits what is written',
    async (label) => {
      const folder = temporaryFolder();
      writeFileSync(join(folder, 'leaf.png'), await someCell());
      const run = label === 'curl' ? runAsCurl : runInNode;
      for (const [route, { responses, 'x-codeSamples': samples }] of operationsOf(english)) {
        const source = samples.find((sample) => sample.label === label)?.source ?? '';
        const filled = (await ownThings(route))(source);
        const said = await run(filled, folder).catch((error: unknown) => {
          throw new Error(`${route}: ${String(error)}`);
        });
        const [status, { content }] = Object.entries(responses)[0] ?? ['none', {}];
        if (status === '204') {
          expect([route, said]).toEqual([route, '']);
          continue;
        }
        const schema = content?.['application/json']?.schema;
        if (schema) {
          const parsed = parserOf(english, schema).safeParse(JSON.parse(said));
          expect([route, parsed.error?.issues]).toEqual([route, undefined]);
        } else {
          const file = readFileSync(join(folder, route.split('/').at(-1) ?? ''));
          expect([route, file.length > 20]).toEqual([route, true]);
        }
      }
    },
  );

  // Last: it keeps the processor so long that the program would close an idle connection unheard.
  test('is valid OpenAPI 3.1 in every language, and each speaks its own', async () => {
    for (const document of [english, spanish]) {
      const found = await new Validator().validate(structuredClone(document));
      expect(found).toEqual({ valid: true });
      expect(document.openapi).toBe('3.1.0');
      expect([...operationsOf(document).keys()].toSorted()).toEqual(
        scriptRoutes.map(({ route }) => route).toSorted(),
      );
      const ids = [...operationsOf(document).values()].map(({ operationId }) => operationId);
      expect(new Set(ids).size).toBe(ids.length);
    }
    const [inEnglish, inSpanish] = [english, spanish].map((document) => JSON.stringify(document));
    for (const { summary } of scriptRoutes) {
      expect(inEnglish).toContain(JSON.stringify(summary.en));
      expect(inSpanish).toContain(JSON.stringify(summary.es));
      expect(inSpanish).not.toContain(`"${summary.en}"`);
    }
  });
});
