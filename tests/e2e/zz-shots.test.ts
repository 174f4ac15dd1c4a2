import { test } from 'vitest';
import { startDesk } from './setup-teacher.ts';
test('shots', async () => {
  const desk = await startDesk();
  const page = await desk.teacherWindow('/teacher/settings');
  const api = (m: string, p: string, data?: object) => page.request.fetch(`${desk.url}/api/v1${p}`, { method: m, ...(data ? { data } : {}) });
  await api('PUT', '/school', { name: 'Colegio San José de Calasanz', logo: null, language: null, weekStart: 'monday', timeZone: 'America/Bogota', retentionDays: 365 });
  await api('POST', '/teachers', { name: 'Mr Diaz', way: { by: 'tap' } });
  await api('POST', '/teachers', { name: 'Ms Wilhelmina Featherstonehaugh-Chen', way: { by: 'invitation' }, role: 'admin' });
  const third = await (await api('POST', '/teachers', { name: 'Ana Pérez', way: { by: 'pin', pin: '4821' } })).json() as { teacher: { id: string } };
  const shot = async (name: string) => {
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await page.screenshot({ path: `/tmp/staff-shots/${name}-${scheme}.png`, fullPage: false });
    }
  };
  for (const [name, path] of [['settings', '/settings'], ['teachers', '/settings/teachers'], ['school', '/settings/school'], ['recovery', '/settings/recovery']]) {
    await page.goto(`${desk.url}/teacher${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForTimeout(800);
    await shot(name as string);
  }
  await page.getByRole('button', { name: 'Make a sheet' }).click();
  await page.waitForTimeout(800);
  await shot('sheet');
  await page.goto(`${desk.url}/teacher/settings/teachers`);
  await page.getByRole('button', { name: 'Add a teacher' }).click();
  await page.waitForTimeout(300);
  await shot('add');
  await api('PATCH', '/teacher', { language: 'es' });
  await page.goto(`${desk.url}/teacher/settings/teachers`);
  await page.waitForTimeout(800);
  await page.getByRole('button', { name: 'Cambiar a Mr Diaz' }).click();
  await page.waitForTimeout(300);
  await shot('teachers-es');
  await page.goto(`${desk.url}/teacher/settings`);
  await page.waitForTimeout(800);
  await shot('settings-es');
  const lesson = await (await api('POST', '/lessons', { title: 'Osmosis' })).json() as { id: string };
  await page.goto(`${desk.url}/teacher/lessons/${lesson.id}`);
  await page.waitForTimeout(800);
  await page.getByRole('button', { name: 'Codocentes' }).click();
  await page.waitForTimeout(500);
  await shot('console-es');
  await api('POST', '/session/leave');
  await page.goto(`${desk.url}/teacher`);
  await page.waitForTimeout(800);
  await shot('who');
  await page.getByRole('button', { name: /Ana/ }).click();
  await page.waitForTimeout(500);
  await shot('pin');
  void third;
  await desk.close();
});
