import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { lessonListSchema, quizListSchema } from '../../lan-server/contract/api.ts';
import type { RestServer } from './rest-server.ts';
import { codeOf, startRest } from './rest-server.ts';

/** Quizzes made one a second but for the last three, which share a moment. */
async function withQuizzes(server: RestServer, titles: readonly string[]) {
  for (const [index, title] of titles.entries()) {
    if (index < titles.length - 3) server.time.now += 1000;
    await server.asTeacher('POST', '/quizzes', {
      body: { title, subject: index % 2 === 0 ? 'Biología' : 'Maths' },
    });
  }
}

async function titlesOf({ asTeacher }: RestServer, query: string): Promise<string[]> {
  const reply = await asTeacher('GET', `/quizzes${query}`);
  return quizListSchema.parse(reply.json()).quizzes.map(({ title }) => title);
}

describe('lists', () => {
  test('come in pages that hold each row once, in one order, whatever happens between', async () => {
    const server = await startRest();
    const titles = Array.from({ length: 11 }, (_, index) => `Quiz ${index}`);
    await withQuizzes(server, titles);
    const whole = await titlesOf(server, '');
    expect(whole.toSorted()).toEqual(titles.toSorted());
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query: string = cursor === null ? '' : `&cursor=${cursor}`;
      const page = quizListSchema.parse(
        (await server.asTeacher('GET', `/quizzes?limit=4${query}`)).json(),
      );
      seen.push(...page.quizzes.map(({ title }) => title));
      cursor = page.next;
      // A new one stands before the page that comes.
      server.time.now += 1000;
      await server.asTeacher('POST', '/quizzes', { body: { title: 'Meanwhile' } });
    } while (cursor !== null);
    expect(seen).toEqual(whole);
  });

  test('are filtered by words and subject whatever their capitals and accents', async () => {
    const server = await startRest();
    await withQuizzes(server, ['Ósmosis', 'Fractions', 'OSMOSIS again', '100 % sure', 'Other']);
    expect((await titlesOf(server, '?q=osmosis')).toSorted()).toEqual(['OSMOSIS again', 'Ósmosis']);
    expect(await titlesOf(server, `?q=${encodeURIComponent('%')}`)).toEqual(['100 % sure']);
    expect(await titlesOf(server, '?subject=biologia&q=other')).toEqual(['Other']);
    expect(await titlesOf(server, '?subject=bio')).toEqual([]);
  });

  test('of lessons are filtered by status and time', async () => {
    const server = await startRest();
    const started: number[] = [];
    for (const title of ['One', 'Two', 'Three']) {
      server.time.now += 60_000;
      started.push(server.time.now);
      await server.asTeacher('POST', '/lessons', { body: { title } });
    }
    const titles = async (query: string) =>
      lessonListSchema
        .parse((await server.asTeacher('GET', `/lessons${query}`)).json())
        .lessons.map(({ title }) => title);
    expect(await titles(`?from=${started[1]}`)).toEqual(['Three', 'Two']);
    expect(await titles(`?to=${started[1]}`)).toEqual(['One']);
    expect(await titles(`?from=${started[1]}&to=${started[2]}&q=tw`)).toEqual(['Two']);
    expect(await titles('?status=ended')).toEqual([]);
    expect(await titles('?classId=no-such-class')).toEqual([]);
  });

  test('refuse a page of more than a hundred, and a cursor that they did not give', async () => {
    const { asTeacher } = await startRest();
    for (const query of [
      'limit=101',
      'limit=0',
      'limit=many',
      'cursor=*',
      'cursor=e30',
      `cursor=${Buffer.from('[1e999,"x"]').toString('base64url')}`,
      `cursor=${'a'.repeat(301)}`,
      'from=yesterday',
    ])
      expect([query, codeOf(await asTeacher('GET', `/lessons?${query}`))]).toEqual([
        query,
        'bad_request',
      ]);
    expect(codeOf(await asTeacher('GET', '/keys?cursor=e30'))).toBe('bad_request');
  });
});

describe('answers', () => {
  test('travel packed where they are long, and a file as it is', async () => {
    const server = await startRest();
    await withQuizzes(
      server,
      Array.from({ length: 12 }, (_, index) => `Quiz number ${index}`),
    );
    const plain = await server.asTeacher('GET', '/quizzes');
    expect(plain.headers['content-encoding']).toBeUndefined();
    const headers = { 'accept-encoding': 'gzip, br' };
    const br = await server.asTeacher('GET', '/quizzes', { headers });
    expect([br.headers['content-encoding'], br.headers['vary']]).toEqual(['br', 'Accept-Encoding']);
    expect(brotliDecompressSync(br.bytes).toString()).toBe(plain.text);
    const gzip = await server.asTeacher('GET', '/quizzes', {
      headers: { 'accept-encoding': 'gzip' },
    });
    expect(gunzipSync(gzip.bytes).toString()).toBe(plain.text);
    expect(gzip.bytes.length).toBeLessThan(plain.bytes.length / 2);
    const file = await server.asTeacher('GET', '/diagnostics', { headers });
    expect(file.headers['content-encoding']).toBeUndefined();
  });
});
