import { Validator } from '@seriousme/openapi-schema-validator';
import { execFile, fork } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
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

/** The sample with ids of things that were made for it alone. */
async function filledIn(route: string, sample: string): Promise<string> {
  const quiz = await teacher.call<Quiz>('POST', '/quizzes', {
    title: 'Photosynthesis',
    questions: [{ ...exampleQuestion() }],
  });
  const needs = (id: string) => sample.includes(id);
  const lesson =
    needs(exampleIds.lesson) || needs('/door/')
      ? await teacher.startLesson({ quizId: quiz.id })
      : null;
  const classId = (await teacher.call<SchoolClass>('POST', '/classes', { name: '7A' })).id;
  const other = needs(exampleIds.otherClass)
    ? await teacher.call<SchoolClass>('POST', '/classes', { name: '9C' })
    : null;
  const added = needs(exampleIds.student)
    ? await teacher.call<{ students: ClassStudent[] }>('POST', `/classes/${classId}/students`, {
        students: [{ name: 'Ada Lovelace' }],
      })
    : null;
  const lessonPlan = { lesson: { quizId: quiz.id, classId }, day: '2030-01-07', time: '09:05' };
  const plan = needs(exampleIds.planned)
    ? await teacher.call<PlannedChanged>('POST', '/schedule', lessonPlan)
    : null;
  if (route.endsWith('/restore')) await teacher.call('DELETE', `/quizzes/${quiz.id}`);
  return sample
    .replaceAll(exampleIds.quiz, quiz.id)
    .replaceAll(exampleIds.lesson, lesson?.id ?? '')
    .replaceAll(exampleIds.class, classId)
    .replaceAll(exampleIds.otherClass, other?.id ?? '')
    .replaceAll(exampleIds.student, added?.students[0]?.id ?? '')
    .replaceAll(exampleIds.planned, plan?.planned[0]?.id ?? '')
    .replaceAll('/door/4821', `/door/${lesson?.code}`);
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

type Run = (source: string) => Promise<string>;

/** Runs samples for Node as they stand, one after the other in one process. */
function nodeIn(folder: string): Run {
  const runner = join(folder, 'runner.mjs');
  writeFileSync(
    runner,
    `process.on('message', async (file) => {
      const said = [];
      console.log = (line) => said.push(String(line));
      await import(file).then(
        () => process.send({ said: said.join('\\n') }),
        (error) => process.send({ failed: String(error) }),
      );
    });`,
  );
  const child = fork(runner, { cwd: folder, env: environment(), execArgv: [] });
  onTestFinished(() => void child.kill());
  let count = 0;
  return (source) => {
    const file = join(folder, `sample-${(count += 1)}.mjs`);
    writeFileSync(file, source);
    return new Promise((resolve, reject) => {
      child.once('message', ({ said, failed }: { said?: string; failed?: string }) => {
        if (failed === undefined) resolve(said ?? '');
        else reject(new Error(failed));
      });
      child.send(pathToFileURL(file).href);
    });
  };
}

/** What a shell hands to curl, word by word; then asked by hand, because not every machine has curl. */
const curlIn =
  (folder: string): Run =>
  async (source) => {
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
  };

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
      const run = label === 'curl' ? curlIn(folder) : nodeIn(folder);
      for (const [route, { responses, 'x-codeSamples': samples }] of operationsOf(english)) {
        const source = samples.find((sample) => sample.label === label)?.source ?? '';
        const filled = await filledIn(route, source);
        const said = await run(filled).catch((error: unknown) => {
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
