import Database from 'better-sqlite3';
import { closeSync, openSync, readdirSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { BackupJob } from '../../lan-server/contract/backups.ts';
import { signIn } from '../support/teacher.ts';
import { startLaptop } from './laptop.ts';
import type { Laptop } from './laptop.ts';
import { scrollsSideways, violations } from './setup-teacher.ts';

let laptop: Laptop;

beforeAll(async () => {
  laptop = await startLaptop();
});
afterAll(() => laptop?.end());
afterEach(async () => {
  await laptop.closeWindows();
  expect(laptop.faults()).toEqual([]);
});

/** As a failing disk would: every page but the first is another's. */
function garble(dataDir: string) {
  const file = join(dataDir, 'chalkbox.db');
  const { size } = statSync(file);
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(size - 4096, 0x5a), 0, size - 4096, 4096);
  closeSync(handle);
}

test('a damaged database is said, left alone, and replaced by the newest good backup', async () => {
  const teacher = await signIn(laptop.program);
  await teacher.call('POST', '/quizzes', { title: 'Before' });
  const begun = () =>
    teacher.call('POST', '/backups').then(
      () => true,
      // The clock is making its own just now.
      () => false,
    );
  await expect.poll(begun).toBe(true);
  const job = () => teacher.call<{ job: BackupJob }>('GET', '/backups/job');
  await expect.poll(async () => (await job()).job.phase).toBe('done');
  await teacher.call('POST', '/quizzes', { title: 'After' });
  await laptop.whileStopped(garble);
  const { dataDir } = laptop.program;
  const found = statSync(join(dataDir, 'chalkbox.db')).mtimeMs;

  const student = await laptop.otherWindow('/');
  await student.getByRole('heading', { name: 'Not ready yet' }).waitFor();
  const tablet = await laptop.otherWindow('/teacher');
  await tablet.getByText(/^Chalkbox could not open its data and has changed nothing\./).waitFor();

  const page = await laptop.ownWindow();
  await page.getByRole('heading', { name: 'Chalkbox did not open its data' }).waitFor();
  expect(page.url()).toBe(`${laptop.program.url}/teacher`);
  await page.getByText(/^The file with your quizzes, lessons and answers is damaged\./).waitFor();
  await page.getByText(/^Nothing was changed\./).waitFor();
  await page.getByText('What exactly was found').click();
  await page.getByText(join(dataDir, 'chalkbox.db')).waitFor();
  const best = page.getByRole('region', { name: 'Go back to the newest good backup' });
  await best.getByText(/1 quiz, 0 lessons/).waitFor();
  expect(await violations(page)).toEqual([]);
  expect(statSync(join(dataDir, 'chalkbox.db')).mtimeMs).toBe(found);

  await best.getByRole('button', { name: 'Restore this backup' }).click();
  const dialog = page.getByRole('dialog');
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Restore this backup' }).click();
  await page.getByRole('heading', { name: 'Your data are back' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Go to Chalkbox' }).click();
  await page.getByRole('heading', { name: /Ms Okafor/ }).waitFor();
  await page.getByRole('navigation').getByRole('link', { name: 'Library' }).click();
  await page.getByRole('link', { name: 'Before' }).waitFor();
  expect(await page.getByRole('link', { name: 'After' }).count()).toBe(0);
  expect(readdirSync(join(dataDir, 'backups')).some((name) => name.startsWith('damaged-'))).toBe(
    true,
  );
});

test('data of a newer Chalkbox are left to it; to start empty is the last choice and asks once', async () => {
  await laptop.whileStopped((dataDir) => {
    const db = new Database(join(dataDir, 'chalkbox.db'));
    db.pragma('user_version = 9999');
    db.close();
  });
  const page = await laptop.ownWindow({ locale: 'es-ES', viewport: { width: 360, height: 740 } });
  await page.getByRole('heading', { name: 'Chalkbox no ha abierto sus datos' }).waitFor();
  await page.getByText(/^Estos datos son de un Chalkbox más nuevo\./).waitFor();
  await page.getByText(/^Lo más seguro: cerrar esta ventana/).waitFor();
  await page.getByRole('button', { name: 'Empezar vacío' }).waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  expect(await violations(page)).toEqual([]);

  await page.getByRole('button', { name: 'Empezar vacío' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: '¿Empezar con un Chalkbox vacío?' });
  await page.keyboard.press('Escape');
  expect(await dialog.count()).toBe(0);
  await page.getByRole('button', { name: 'Empezar vacío' }).click();
  await dialog.getByRole('button', { name: 'Empezar vacío' }).click();
  await page.getByRole('heading', { name: 'Bienvenida a Chalkbox' }).waitFor();
});
