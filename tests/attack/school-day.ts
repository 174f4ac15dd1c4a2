import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import type { MadeKey } from '../../lan-server/contract/keys.ts';
import type { StaffChanged } from '../../lan-server/contract/staff.ts';
import { jobEnd } from '../support/backup-job.ts';
import type { Program } from '../support/program.ts';
import { makeClass } from '../support/school-class.ts';
import { connect, newDevice, next, send } from '../support/teacher.ts';
import type { Teacher } from '../support/teacher.ts';
import { ask, json, outcome } from './attacker.ts';

/** Stands in every name, title and text that is made up here. */
export const mark = 'zq9qz';

/**
 * A class with names and PINs, its page, a lesson with its list, an import, a plan, a key for scripts, a second teacher, uploads and a backup,
 * each with its wrong turns. Gives the secrets that do not carry the mark.
 */
export async function schoolDay(program: Program, teacher: Teacher): Promise<string[]> {
  const raw = (
    path: string,
    { method = 'POST', body, headers = {} }: Sent = {},
  ): ReturnType<typeof ask> =>
    ask(program, method, `/api/v1${path}`, {
      headers: { ...json, cookie: teacher.cookie, ...headers },
      ...(body === undefined ? {} : { body }),
    });
  const asBytes = { 'content-type': 'application/octet-stream' };
  const pin = '48151623';
  const ada = `Ada-${mark} Lind`;
  const of = await makeClass(teacher, [{ name: ada, pin }, { name: `Ben-${mark}` }], `9B-${mark}`);
  const { id: studentId } = of.student(ada);
  await teacher.call('POST', `/classes/${of.id}/sections`, { name: `North-${mark}` });
  for (const file of [
    `Name;Number\nCleo-${mark};77-${mark}\n`,
    `PK\u0003\u0004 ${mark}`,
    `\u0000\u0001${mark}`,
  ])
    await raw(`/classes/${of.id}/import/read`, { body: file, headers: asBytes });
  await raw(`/classes/${of.id}/import/preview`, { body: `{"rows":[{"line":1,"cells":["${mark}"` });
  await raw(`/media`, { body: `\u00ff\u00d8\u00ff${mark}`, headers: asBytes });
  await raw(`/quizzes?q=${mark}`, { method: 'GET' });
  await raw(`/students/${mark}-${mark}`, { method: 'GET' });

  const device = newDevice();
  const strangers = newDevice();
  await outcome(connect(program.url, { as: 'class', code: mark, device: strangers }));
  const page = connect(program.url, { as: 'class', code: of.code, device });
  await next(page, 'class');
  await send(page, { type: 'findName', text: `ada-${mark}` });
  await send(page, { type: 'pickName', student: studentId, proof: '48151624' });
  await send(page, { type: 'pickName', student: studentId, proof: pin });
  page.disconnect();

  const lesson = await teacher.startLesson({
    title: `Lesson-${mark}`,
    identity: 'roster',
    classId: of.id,
    play: { qa: 'open', proof: 'pin' },
  });
  const desk = teacher.socket({ as: 'teacher', lessonId: lesson.id });
  await next(desk, 'plan');
  const student = connect(program.url, { as: 'student', code: lesson.code, device });
  expect((await next(student, 'welcome')).seat).toMatchObject({ name: ada });
  await send(student, { type: 'post', text: `Why-${mark}?` });
  const guest = connect(program.url, { as: 'student', code: lesson.code, device: newDevice() });
  await next(guest, 'welcome');
  await send(guest, { type: 'join', name: `Guest-${mark}` });
  await send(desk, { type: 'endLesson' });
  for (const socket of [desk, student, guest]) socket.disconnect();
  for (const file of ['csv', 'xlsx'])
    expect((await raw(`/lessons/${lesson.id}/export.${file}`, { method: 'GET' })).status).toBe(200);

  await teacher.call('POST', '/schedule', {
    lesson: { title: `Plan-${mark}`, classId: of.id },
    day: '2099-05-04',
    time: '10:00',
  });
  const { secret } = await teacher.call<MadeKey>('POST', '/keys', {
    name: `Key-${mark}`,
    scopes: ['students:read'],
  });
  const script = (path: string, shown: string) =>
    ask(program, 'GET', `/api/v1${path}`, { headers: { authorization: `Bearer ${shown}` } });
  expect((await script(`/classes/${of.id}/students`, secret)).status).toBe(200);
  expect((await script('/quizzes', secret)).status).toBe(403);
  expect((await script('/quizzes', `chalk_${mark}`)).status).toBe(401);
  const { teacher: invited, code } = await teacher.call<StaffChanged>('POST', '/teachers', {
    name: `Mr ${mark}`,
    way: { by: 'invitation' },
  });
  const newPassword = randomBytes(12).toString('base64url');
  for (const tried of [`wrong-${mark}`, code])
    await raw('/session', {
      body: JSON.stringify({ teacherId: invited.id, code: tried, newPassword }),
      headers: { cookie: '' },
    });
  await teacher.call('POST', '/backups');
  expect(await jobEnd(teacher)).toMatchObject({ phase: 'done' });
  return [pin, '48151624', of.code, device, strangers, secret, code ?? '', newPassword];
}

type Sent = { method?: string; body?: string; headers?: Record<string, string> };
