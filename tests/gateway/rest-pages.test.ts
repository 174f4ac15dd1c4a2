import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../db/lesson-events.ts';
import { startRest } from './rest-server.ts';

/** Pages as the build leaves them. */
function builtPages(folder = temporaryFolder(), mark = ''): string {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  const put = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(text));
    writeFileSync(join(folder, `${name}.gz`), gzipSync(text));
  };
  put('index.en.html', `<title>student en${mark}</title>`);
  put('index.es.html', `<title>student es${mark}</title>`);
  put('teacher.html', `<title>teacher${mark}</title>`);
  put('projector.html', `<title>projector${mark}</title>`);
  put(`assets/student-abc${mark}.js`, `console.log("student${mark}")`);
  writeFileSync(
    join(folder, 'assets', 'tiny-abc.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
  );
  return folder;
}

describe('the pages', () => {
  test('each door has its page', async () => {
    const { ask } = await startRest({ pagesDir: builtPages() });
    for (const [path, title] of [
      ['/', 'student en'],
      ['/j/4821', 'student en'],
      ['/teacher', 'teacher'],
      ['/teacher/quizzes/abc', 'teacher'],
      ['/wall/lesson-1', 'projector'],
    ] as const) {
      const reply = await ask('GET', path);
      expect([path, reply.status, reply.text]).toEqual([path, 200, `<title>${title}</title>`]);
      expect(reply.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(reply.headers['cache-control']).toBe('no-cache');
    }
  });

  test('the student’s page speaks the language of the address, the cookie, or the browser, in this order', async () => {
    const { ask } = await startRest({ pagesDir: builtPages() });
    const spoken = async (path: string, headers: Record<string, string>) => {
      const reply = await ask('GET', path, { headers });
      expect(reply.headers['vary']).toContain('Accept-Language');
      return reply.text.slice('<title>student '.length, -'</title>'.length);
    };
    expect(await spoken('/', { 'accept-language': 'es-MX,es;q=0.9,en;q=0.5' })).toBe('es');
    expect(await spoken('/', { 'accept-language': 'fi, es;q=0.3' })).toBe('es');
    expect(await spoken('/', { 'accept-language': 'fi' })).toBe('en');
    expect(await spoken('/', {})).toBe('en');
    expect(await spoken('/j/4821', { 'accept-language': 'es', cookie: 'a=b; lang=en' })).toBe('en');
    expect(await spoken('/?lang=es', { 'accept-language': 'en', cookie: 'lang=en' })).toBe('es');
    expect(await spoken('/?lang=../../etc', { 'accept-language': 'es' })).toBe('es');
    expect(await spoken('/?lang=en&lang=es', { 'accept-language': 'es' })).toBe('es');
  });

  test('a page comes compressed by the build, and costs nothing when it has not changed', async () => {
    const { ask } = await startRest({ pagesDir: builtPages() });
    const br = await ask('GET', '/teacher', {
      headers: { 'accept-encoding': 'gzip, deflate, br' },
    });
    expect(br.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(br.bytes).toString()).toBe('<title>teacher</title>');
    const gzip = await ask('GET', '/teacher', { headers: { 'accept-encoding': 'gzip' } });
    expect(gunzipSync(gzip.bytes).toString()).toBe('<title>teacher</title>');
    expect(gzip.headers['etag']).not.toBe(br.headers['etag']);
    const again = await ask('GET', '/teacher', {
      headers: { 'accept-encoding': 'gzip', 'if-none-match': gzip.headers['etag'] ?? '' },
    });
    expect([again.status, again.bytes.length]).toEqual([304, 0]);
    const head = await ask('HEAD', '/teacher');
    expect([head.status, head.bytes.length]).toEqual([200, 0]);
  });

  test('assets are kept for a year and come compressed', async () => {
    const { ask } = await startRest({ pagesDir: builtPages() });
    const script = await ask('GET', '/assets/student-abc.js', {
      headers: { 'accept-encoding': 'br' },
    });
    expect(script.headers).toMatchObject({
      'content-encoding': 'br',
      'cache-control': 'public,max-age=31536000,immutable',
    });
    expect(script.headers['content-type']).toMatch(/^text\/javascript/);
    expect(brotliDecompressSync(script.bytes).toString()).toBe('console.log("student")');
    const tiny = await ask('GET', '/assets/tiny-abc.svg', { headers: { 'accept-encoding': 'br' } });
    expect(tiny.headers['content-encoding']).toBeUndefined();
    expect(tiny.headers['content-type']).toBe('image/svg+xml');
  });

  test('no way leads out of the folder', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    const { ask } = await startRest({ pagesDir: builtPages(join(folder, 'pages')) });
    for (const path of [
      '/assets/../../secret.txt',
      '/assets/..%2f..%2fsecret.txt',
      '/assets/%2e%2e/%2e%2e/secret.txt',
      '/assets/....//....//secret.txt',
      '/assets/..\\..\\secret.txt',
      '/assets//etc/passwd',
      '/built-from.json',
      '/index.en.html',
    ]) {
      const reply = await ask('GET', path);
      expect([path, reply.status >= 400]).toEqual([path, true]);
      expect(reply.text).not.toContain('secret\n');
    }
  });

  test('a new build is served without a restart', async () => {
    const folder = temporaryFolder();
    const pagesDir = builtPages(join(folder, 'pages'));
    const { ask } = await startRest({ pagesDir });
    expect((await ask('GET', '/assets/student-abc.js')).status).toBe(200);
    await ask('GET', '/teacher');
    builtPages(join(folder, 'next'), '-2');
    rmSync(pagesDir, { recursive: true });
    renameSync(join(folder, 'next'), pagesDir);
    expect((await ask('GET', '/teacher')).text).toBe('<title>teacher-2</title>');
    expect((await ask('GET', '/assets/student-abc-2.js')).status).toBe(200);
    expect((await ask('GET', '/assets/student-abc.js')).status).toBe(404);
  });

  test('an unknown page says so in the reader’s language and shows the way back', async () => {
    const { ask } = await startRest({ pagesDir: builtPages() });
    const lost = await ask('GET', '/nowhere', { headers: { 'accept-language': 'es' } });
    expect(lost.status).toBe(404);
    expect(lost.text).toContain('<html lang="es">');
    expect(lost.text).toContain('<a href="/">');
    expect(lost.text).not.toMatch(/<script|<style|style=/);
    const style = /<link rel="stylesheet" href="([^"]+)">/.exec(lost.text)?.[1] ?? '';
    expect((await ask('GET', style)).headers['content-type']).toBe('text/css; charset=utf-8');
    expect((await ask('GET', '/gallery')).status).toBe(404);
  });

  test('the gallery is there only when it was built', async () => {
    const pagesDir = builtPages();
    writeFileSync(join(pagesDir, 'gallery.html'), '<title>gallery</title>');
    const { ask } = await startRest({ pagesDir });
    expect((await ask('GET', '/gallery')).text).toBe('<title>gallery</title>');
  });

  test('where nobody has built the pages it says what to run', async () => {
    const { ask } = await startRest();
    for (const path of ['/', '/teacher', '/wall/lesson-1']) {
      const reply = await ask('GET', path);
      expect(reply.status).toBe(503);
      expect(reply.headers['content-type']).toBe('text/plain; charset=utf-8');
      expect(reply.text).toContain('npm run build');
    }
  });
});
