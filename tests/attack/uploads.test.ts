import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StoredImage } from '../../lan-server/contract/images.ts';
import { uploadBytes } from '../../lan-server/contract/images.ts';
import { startProgram } from '../support/program.ts';
import type { Program } from '../support/program.ts';
import { signIn } from '../support/teacher.ts';
import type { Teacher } from '../support/teacher.ts';
import { ask, json } from './attacker.ts';

let program: Program;
let teacher: Teacher;
beforeAll(async () => {
  program = await startProgram();
  teacher = await signIn(program);
});
afterAll(() => program.end());

const path = '/api/v1/media';
const bytes = { 'content-type': 'application/octet-stream' };
const upload = (body: Buffer, headers: Record<string, string> = {}) =>
  ask(program, 'POST', path, { headers: { cookie: teacher.cookie, ...bytes, ...headers }, body });
const stored = () =>
  readdirSync(program.dataDir).includes('media')
    ? readdirSync(join(program.dataDir, 'media'), { recursive: true }).filter((name) =>
        /\./.test(String(name)),
      )
    : [];
const script = '<script>alert("from a picture")</script>';

/** A picture with a place, a camera and a script in its metadata, turned by its orientation. */
const photo = () =>
  sharp({ create: { width: 300, height: 200, channels: 3, background: '#cc8844' } })
    .withExif({ IFD0: { Copyright: script, Make: 'SECRET-camera' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

/** A PNG whose head claims any size, and whose rows are all alike: a few KB that unpack to gigabytes. */
function bombOf(side: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), data]);
    const size = Buffer.alloc(4);
    size.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([size, named, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head[8] = 1;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(4_000_000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('an upload', () => {
  test('needs the teacher’s session, our own page, and no form of a stranger', async () => {
    const body = await photo();
    const without = await ask(program, 'POST', path, { headers: bytes, body });
    expect([without.status, without.code]).toEqual([401, 'not_signed_in']);
    const foreign = await upload(body, { origin: 'http://evil.example' });
    expect([foreign.status, foreign.code]).toEqual([403, 'wrong_origin']);
    for (const type of ['text/plain', 'multipart/form-data; boundary=b', 'image/jpeg', ''])
      expect([type, (await upload(body, { 'content-type': type })).code]).toEqual([
        type,
        'bad_request',
      ]);
    expect(stored()).toEqual([]);
  });

  test('of what is no picture for all phones is refused, by its bytes and not by its name', async () => {
    const svg = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`);
    const tiff = await sharp(await photo())
      .tiff()
      .toBuffer();
    const html = Buffer.from(`<!doctype html>${script}`);
    const zip = Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(200)]);
    const pdf = Buffer.from('%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj');
    for (const [what, body] of Object.entries({ svg, tiff, html, zip, pdf, none: Buffer.alloc(0) }))
      expect([what, (await upload(body)).code]).toEqual([what, 'image_kind']);
    const cut = (await photo()).subarray(0, 900);
    expect((await upload(cut)).code).toBe('image_damaged');
    const lying = Buffer.concat([(await photo()).subarray(0, 20), Buffer.alloc(5000, 7)]);
    expect((await upload(lying)).code).toBe('image_damaged');
    expect(stored()).toEqual([]);
  });

  test('that unpacks to gigabytes or is larger than a photo ends at once, and the program goes on', async () => {
    expect((await upload(bombOf(60_000))).code).toBe('image_too_many_pixels');
    expect((await upload(bombOf(2 ** 31 - 1))).status).toBeGreaterThanOrEqual(400);
    expect((await upload(Buffer.alloc(uploadBytes + 1, 1))).code).toBe('too_large');
    expect((await ask(program, 'GET', '/health')).status).toBe(200);
    expect(stored()).toEqual([]);
  });

  test('that is two things at once is served as a picture alone: encoded anew, upright, without what it carried', async () => {
    const polyglot = Buffer.concat([await photo(), Buffer.from(`${script}PK\u0003\u0004`)]);
    const answer = await upload(polyglot);
    expect(answer.status).toBe(201);
    const { media, width, height } = JSON.parse(answer.text) as StoredImage;
    expect([width, height]).toEqual([200, 300]);
    const served = await fetch(`${program.url}/media/${media}`);
    const picture = Buffer.from(await served.arrayBuffer());
    expect(picture.includes('script') || picture.includes('SECRET') || picture.includes('PK')).toBe(
      false,
    );
    const { exif, icc, orientation, format } = await sharp(picture).metadata();
    expect({ exif, icc, orientation, format }).toEqual({
      format: media.slice(-3) === 'png' ? 'png' : 'jpeg',
    });
    expect(Object.fromEntries(served.headers)).toMatchObject({
      'content-type': media.endsWith('png') ? 'image/png' : 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': expect.stringContaining("default-src 'self'") as string,
    });
    // The same picture again is the same file.
    expect((await upload(polyglot)).text).toBe(answer.text);
    expect(stored()).toHaveLength(1);
  });

  test('leads to no file but the stored ones', async () => {
    writeFileSync(join(program.dataDir, 'media', 'secret.jpg'), 'SECRET');
    const name = `${'a'.repeat(64)}.jpg`;
    for (const wanted of [
      name,
      `../chalkbox.db`,
      '..%2fchalkbox.db',
      '%2e%2e/chalkbox.db',
      'aa/../../chalkbox.db',
      'secret.jpg',
      '..\\chalkbox.db',
      `${'a'.repeat(64)}.svg`,
      `${'A'.repeat(64)}.jpg`,
      `${name}/..%2f..%2fchalkbox.db`,
      `${name}%00.png`,
      '',
      'aa',
    ]) {
      const answer = await ask(program, 'GET', `/media/${wanted}`);
      expect([wanted, answer.status]).toEqual([wanted, 404]);
      expect(answer.text).not.toMatch(/SECRET|SQLite/);
      expect(answer.headers['cache-control'] ?? '').not.toMatch(/immutable/);
    }
    const changed = await ask(program, 'DELETE', `/media/${name}`, {
      headers: { cookie: teacher.cookie, ...json },
    });
    expect(changed.status).toBe(404);
  });
});
