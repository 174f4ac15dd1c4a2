import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { BackupJob } from '../../lan-server/contract/backups.ts';
import { send, signIn } from '../support/teacher.ts';
import { startLaptop } from './laptop.ts';
import type { Laptop } from './laptop.ts';
import { scrollsSideways, violations } from './setup-teacher.ts';

let laptop: Laptop;
const stick = mkdtempSync(join(tmpdir(), 'chalkbox-stick-'));

beforeAll(async () => {
  laptop = await startLaptop();
  await makeQuiz('Before');
});
afterAll(async () => {
  await laptop?.end();
  rmSync(stick, { recursive: true, force: true });
});
afterEach(async () => {
  await laptop.closeWindows();
  expect(laptop.faults()).toEqual([]);
});

/** A quiz made on another device of the teacher's. */
async function makeQuiz(title: string) {
  const teacher = await signIn(laptop.program);
  await teacher.call('POST', '/quizzes', { title });
  return teacher;
}

async function openBackups(page: Page) {
  await page.getByRole('navigation').getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('link', { name: 'Open the backups' }).click();
  await page.getByRole('button', { name: 'Back up now' }).waitFor();
}

/** The clock may be making its own backup just then: one at a time, so it is tried again. */
async function untilBegun(page: Page, begin: () => Promise<void>, end: RegExp) {
  const done = page.getByText(end);
  const tryLater = page.getByText(/already under way/);
  await expect
    .poll(async () => {
      await begin();
      await done.or(tryLater).first().waitFor();
      return done.isVisible();
    })
    .toBe(true);
}

async function backUpNow(page: Page) {
  const button = page.getByRole('button', { name: 'Back up now' });
  const press = async () => {
    await expect.poll(() => button.getAttribute('aria-busy')).toBeNull();
    await button.click();
  };
  await untilBegun(page, press, /^The backup is made, was read back and is good\.$/);
}

const rows = (page: Page) => page.getByRole('list', { name: 'All backups' }).getByRole('listitem');

async function expectQuizzes(page: Page, titles: string[]) {
  await page.getByRole('navigation').getByRole('link', { name: 'Library' }).click();
  const links = page.getByRole('list', { name: 'Quizzes' }).getByRole('link');
  await expect.poll(async () => (await links.allTextContents()).toSorted()).toEqual(titles);
}

async function restore(page: Page, row: ReturnType<typeof rows>, holds: RegExp) {
  const button = row.getByRole('button', { name: /^Restore the backup of / });
  await expect.poll(() => button.getAttribute('aria-disabled')).toBeNull();
  await button.press('Enter');
  const dialog = page.getByRole('dialog', { name: /^Restore the backup of .*\?$/ });
  const confirm = () => dialog.getByRole('button', { name: 'Restore this backup' }).click();
  await untilBegun(page, confirm, /^Restored: the backup of /);
  await page.getByText(holds).waitFor();
  await page.getByRole('button', { name: 'Close' }).click();
  await expect.poll(() => page.getByText(holds).count()).toBe(0);
}

test('a backup brings back what was there, and the one made before brings back what came after', async () => {
  const page = await laptop.ownWindow();
  await openBackups(page);
  await backUpNow(page);
  await page.getByRole('heading', { name: /^Last good backup: today, / }).waitFor();
  const byHand = rows(page).filter({ hasText: 'by hand' });
  await byHand.getByText(/1 quiz, 0 lessons/).waitFor();
  await byHand.getByText('Good', { exact: true }).waitFor();
  expect(await violations(page)).toEqual([]);

  const elsewhere = await makeQuiz('After');
  await expectQuizzes(page, ['After', 'Before']);

  await openBackups(page);
  await byHand.getByRole('button', { name: /^Restore/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('It holds 1 quiz, 0 lessons.').waitFor();
  await dialog.getByText(/^First a backup of what is there now is made/).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await restore(page, byHand, /Chalkbox now holds 1 quiz, 0 lessons/);
  await expectQuizzes(page, ['Before']);
  await expect(elsewhere.call('GET', '/quizzes')).rejects.toThrow('not_signed_in');

  await openBackups(page);
  await restore(
    page,
    rows(page).filter({ hasText: 'before a restore' }).first(),
    /Chalkbox now holds 2 quizzes/,
  );
  await expectQuizzes(page, ['After', 'Before']);
});

test('a second place is chosen, copied to, missed when it is gone, and given up', async () => {
  const page = await laptop.ownWindow();
  await openBackups(page);
  const path = page.getByLabel('Or a folder of your own');
  const use = page.getByRole('button', { name: 'Use this folder' });
  await use.click();
  await page.getByText('Type a path first.').waitFor();
  await path.fill('stick');
  await use.click();
  await page.getByText(/Type the whole path/).waitFor();
  writeFileSync(join(stick, 'a file'), '');
  await path.fill(join(stick, 'a file'));
  await use.click();
  await page
    .getByRole('alert')
    .getByText(/There is no folder at this path, and none/)
    .waitFor();
  expect(await violations(page)).toEqual([]);

  await path.fill(stick);
  await page.keyboard.press('Enter');
  await page.getByText('Backups are copied there from now on.').waitFor();
  await page.getByText('Ready', { exact: true }).waitFor();
  await backUpNow(page);
  await rows(page)
    .first()
    .getByText(/on this laptop and in the second place/)
    .waitFor();

  rmSync(stick, { recursive: true, force: true });
  await page.getByRole('link', { name: 'Home' }).click();
  const needs = page.getByRole('complementary', { name: 'Needs you' });
  await needs.getByText('The second place for backups is not ready').waitFor();
  expect(await violations(page)).toEqual([]);
  await needs.getByRole('link', { name: 'Open the backups' }).click();
  await page.getByText('Not ready', { exact: true }).waitFor();

  await page.getByRole('button', { name: 'Stop using it' }).click();
  await page.getByText(/^Nothing is copied there any more/).waitFor();
  await page.getByRole('link', { name: 'Home' }).click();
  await page.getByRole('heading', { name: /Ms Okafor/ }).waitFor();
  await expect.poll(() => needs.count()).toBe(0);
});

test('work under way shows how far it is, is read out, and can be cancelled', async () => {
  const page = await laptop.ownWindow();
  const job: BackupJob = {
    number: 77,
    kind: 'restore',
    phase: 'safety',
    fraction: 0.3,
    cancellable: true,
    startedAt: Date.now(),
    endedAt: null,
    reason: null,
    backupId: '20261121-090507-daily-abc123',
    problem: null,
    folderProblem: null,
  };
  let now: BackupJob | 'away' = job;
  let cancelled = false;
  // A real one is over before it can be looked at.
  await page.route('**/api/v1/backups/job', (route) => {
    if (route.request().method() === 'DELETE') {
      cancelled = true;
      now = { ...job, phase: 'cancelled', cancellable: false, endedAt: Date.now() };
      return route.fulfill({ status: 204 });
    }
    return now === 'away' ? route.abort() : route.fulfill({ json: { job: now } });
  });
  await page.getByRole('navigation').getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('link', { name: 'Open the backups' }).click();
  await page.getByRole('heading', { name: 'A backup is being restored' }).waitFor();
  const bar = page.getByRole('progressbar', { name: 'Making a backup of what is there now' });
  expect(await bar.getAttribute('aria-valuenow')).toBe('30');
  await page.getByRole('status').getByText('Making a backup of what is there now: 25%').waitFor();
  expect(await violations(page)).toEqual([]);

  now = 'away';
  await page
    .getByRole('progressbar', { name: 'Chalkbox is starting again on these data' })
    .waitFor();
  now = job;
  await bar.waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByText('The restore was cancelled. Your data are as they were.').waitFor();
  expect(cancelled).toBe(true);
  await page.getByRole('heading', { name: 'Backups', level: 1 }).waitFor();
});

test('a device that signed in with the password makes backups and restores none', async () => {
  const teacher = await signIn(laptop.program);
  await teacher.call('PATCH', '/teacher', { password: 'chalk and slate' });
  const page = await laptop.otherWindow('/teacher');
  await page.getByRole('textbox', { name: 'Password' }).fill('chalk and slate');
  await page.keyboard.press('Enter');
  await openBackups(page);
  await page.getByText(/^Restoring and choosing a second place work on the laptop/).waitFor();
  await backUpNow(page);
  expect(await page.getByRole('button', { name: /^Restore/ }).count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Use this folder' }).count()).toBe(0);
});

test('the page is whole on a phone and in Spanish', async () => {
  const page = await laptop.ownWindow({ viewport: { width: 360, height: 740 } });
  await page.getByRole('heading', { level: 1 }).waitFor();
  const language = (chosen: string) =>
    page.request.patch(`${laptop.program.url}/api/v1/teacher`, { data: { language: chosen } });
  await language('es');
  await page.goto(`${laptop.program.url}/teacher/settings/backups`);
  await page.getByRole('heading', { name: /^Última copia buena: hoy, / }).waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  expect(await violations(page)).toEqual([]);
  await language('en');
});

test('while a lesson runs nothing is restored, and the lesson is a click away', async () => {
  const teacher = await signIn(laptop.program);
  const page = await laptop.ownWindow();
  await openBackups(page);
  await backUpNow(page);
  const lesson = await teacher.startLesson({ title: 'Cells' });
  await page.reload();
  await page
    .getByText(/^A lesson is running\./)
    .first()
    .waitFor();
  const button = rows(page)
    .first()
    .getByRole('button', { name: /^Restore/ });
  expect(await button.getAttribute('aria-disabled')).toBe('true');
  await button.press('Enter');
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('link', { name: 'Open the lesson' }).click();
  await page.waitForURL(`**/teacher/lessons/${lesson.id}`);

  const socket = teacher.socket({ as: 'teacher', lessonId: lesson.id });
  expect(await send(socket, { type: 'endLesson' })).toMatchObject({ ok: true });
  socket.close();
  await page.goto(`${laptop.program.url}/teacher/settings/backups`);
  await rows(page)
    .first()
    .getByRole('button', { name: /^Restore/ })
    .waitFor();
  expect(await button.getAttribute('aria-disabled')).toBeNull();
});
