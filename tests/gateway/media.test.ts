import { rmSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Quiz } from '../../lan-server/contract/api.ts';
import type { StoredImage } from '../../lan-server/contract/images.ts';
import type { School } from '../../lan-server/contract/school.ts';
import type { StoredSound } from '../../lan-server/contract/sounds.ts';
import { questionKinds } from '../../lan-server/questions/index.ts';
import { jobEnd } from '../support/backup-job.ts';
import { startProgram } from '../support/program.ts';
import type { Program } from '../support/program.ts';
import { recording } from '../support/recording.ts';
import { connect, joinStudent, newDevice, next, send, signIn } from '../support/teacher.ts';
import type { Teacher } from '../support/teacher.ts';

let program: Program;
let teacher: Teacher;
beforeAll(async () => {
  program = await startProgram();
  teacher = await signIn(program);
});
afterAll(() => program.end());

/** A picture of this colour, uploaded. */
async function picture(colour: string): Promise<StoredImage> {
  const drawn = sharp({ create: { width: 1000, height: 500, channels: 3, background: colour } });
  const response = await fetch(`${program.url}/api/v1/media`, {
    method: 'POST',
    headers: { cookie: teacher.cookie, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(await drawn.jpeg().toBuffer()),
  });
  expect(response.status).toBe(201);
  return (await response.json()) as StoredImage;
}
const got = async (name: string) => (await fetch(`${program.url}/media/${name}`)).status;

test('phones and wall are told the pictures of a lesson at their connection, and nothing else of its questions', async () => {
  const images = await Promise.all(['#a11', '#1a1', '#11a'].map(picture));
  const questions = images.map((image, place) => ({
    ...questionKinds.choice.blank(`question-${place}`),
    text: 'SECRET-text',
    options: ['yes', 'no'],
    right: 0,
    image: { ...image, alt: 'SECRET-alt' },
  }));
  const quiz = await teacher.call<Quiz>('POST', '/quizzes', { title: 'Pictures', questions });
  const lesson = await teacher.startLesson({ quizId: quiz.id });
  const wall = teacher.socket({ as: 'projector', lessonId: lesson.id });
  const phone = connect(program.url, { as: 'student', code: lesson.code, device: newDevice() });
  const [walls, phones] = await Promise.all([next(wall, 'images'), next(phone, 'images')]);
  expect(walls).toEqual(images.map(({ media }) => media).toSorted());
  expect(phones).toEqual(images.map(({ media, small }) => small ?? media).toSorted());
  for (const name of phones) expect(await got(name)).toBe(200);
  wall.close();
  phone.close();

  // A lesson without pictures says nothing of any.
  const plain = await teacher.startLesson();
  const other = connect(program.url, { as: 'student', code: plain.code, device: newDevice() });
  let told = false;
  other.on('images', () => {
    told = true;
  });
  await next(other, 'welcome');
  await new Promise<void>((done) => {
    other.timeout(5000).emit('command', { id: 'nothing-1', command: {} }, () => done());
  });
  expect(told).toBe(false);
  other.close();
});

/** Uploads a recording. */
const upload = (body: Buffer) =>
  fetch(`${program.url}/api/v1/media/sounds`, {
    method: 'POST',
    headers: { cookie: teacher.cookie, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(body),
  });

test('recordings are taken by what their bytes say, served as they are, and told in the question', async () => {
  const bytes = recording();
  const made = await upload(bytes);
  expect(made.status).toBe(201);
  const stored = (await made.json()) as StoredSound;
  expect(stored.bytes).toBe(bytes.length);
  expect(((await (await upload(bytes)).json()) as StoredSound).media).toBe(stored.media);
  const page = Buffer.from('<html><script>alert(1)</script></html>');
  const refused = await upload(page);
  expect([refused.status, await refused.json()]).toMatchObject([
    415,
    { error: { code: 'sound_kind' } },
  ]);
  const photo = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#fff' } })
    .jpeg()
    .toBuffer();
  expect((await upload(photo)).status).toBe(415);

  const served = await fetch(`${program.url}/media/${stored.media}`);
  expect(served.headers.get('content-type')).toMatch(/^audio\/(x-)?wav/);
  expect(served.headers.get('x-content-type-options')).toBe('nosniff');
  expect(Buffer.from(await served.arrayBuffer()).equals(bytes)).toBe(true);
  const part = await fetch(`${program.url}/media/${stored.media}`, {
    headers: { range: 'bytes=0-3' },
  });
  expect([part.status, await part.text()]).toEqual([206, 'RIFF']);

  const sound = { ...stored, words: 'A bird' };
  const question = {
    ...questionKinds.choice.blank('question-sound'),
    text: 'Which bird is it?',
    options: ['A robin', 'A wren'],
    right: 0,
    sound,
  };
  const quiz = await teacher.call<Quiz>('POST', '/quizzes', {
    title: 'Birds',
    questions: [question],
  });
  const lesson = await teacher.startLesson({ quizId: quiz.id });
  const phone = connect(program.url, { as: 'student', code: lesson.code, device: newDevice() });
  await next(phone, 'welcome');
  const console = teacher.socket({ as: 'teacher', lessonId: lesson.id });
  await next(console, 'plan');
  const opened = next(phone, 'frame');
  await send(console, { type: 'openQuestion', questionId: 'question-sound' });
  expect(await opened).toMatchObject({ view: { stage: { at: 'open', question: { sound } } } });
  phone.close();
  console.close();
});

test('wall and console are told the school’s picture with the door, while there is one', async () => {
  const school = await teacher.call<School>('GET', '/school');
  const lesson = await teacher.startLesson();
  const before = teacher.socket({ as: 'projector', lessonId: lesson.id });
  expect(await next(before, 'frame')).not.toHaveProperty('door.logo');
  before.close();

  const { media: logo } = await picture('#3a5');
  await teacher.call('PUT', '/school', { ...school, logo });
  for (const as of ['projector', 'teacher'] as const) {
    const socket = teacher.socket({ as, lessonId: lesson.id });
    expect(await next(socket, 'frame')).toMatchObject({ door: { code: lesson.code, logo } });
    socket.close();
  }

  await teacher.call('PUT', '/school', { ...school, logo: null });
  const after = teacher.socket({ as: 'projector', lessonId: lesson.id });
  expect(await next(after, 'frame')).not.toHaveProperty('door.logo');
  after.close();
});

test('a backup made while a lesson runs takes its pictures and recordings along, and a restore brings them back', async () => {
  const { media } = await picture('#777');
  const sound = (await (await upload(recording(330))).json()) as StoredSound;
  const lesson = await teacher.startLesson();
  const { socket } = await joinStudent(program.url, lesson.code, 'Ana');
  await teacher.call('POST', '/backups');
  const { backupId, phase } = await jobEnd(teacher);
  expect(phase).toBe('done');
  expect(await teacher.call('GET', `/lessons/${lesson.id}`)).toMatchObject({ status: 'live' });
  socket.close();
  for (const { id } of (
    await teacher.call<{ lessons: { id: string }[] }>('GET', '/lessons?status=live')
  ).lessons) {
    const desk = teacher.socket({ as: 'teacher', lessonId: id });
    await next(desk, 'plan');
    expect(await send(desk, { type: 'endLesson' })).toMatchObject({ ok: true });
    desk.close();
  }
  rmSync(join(program.dataDir, 'media'), { recursive: true });
  for (const name of [media, sound.media]) expect(await got(name)).toBe(404);
  await teacher.call('POST', '/backups/restore', { id: backupId, place: 'local' });
  expect(await jobEnd(teacher)).toMatchObject({ phase: 'done' });
  for (const name of [media, sound.media]) expect(await got(name)).toBe(200);
  // The lesson goes on where the backup had it.
  expect(await teacher.call('GET', `/lessons/${lesson.id}`)).toMatchObject({ status: 'live' });
});
