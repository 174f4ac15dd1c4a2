import { rmSync } from 'node:fs';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { describeFirstLoad, firstLoadBudget, firstLoads, tooHeavy } from './first-load.ts';
import { wantsGallery } from './fresh.ts';
import type { PagesOptions } from './fresh.ts';
import { phoneFont } from './phone-font.ts';
import { places } from './places.ts';
import { precompress } from './precompress.ts';
import { sourcesHash } from './sources.ts';
import { endWhenStuck } from './stuck.ts';
import { missingPhoneTexts, writeStudentHtml } from './student-html.ts';
import { deskConfig } from './vite-desk.ts';
import type { DeskPage } from './vite-desk.ts';
import { studentConfig } from './vite-student.ts';

async function checkStudentPage(outDir: string): Promise<void> {
  const names = await readdir(join(outDir, 'assets'));
  const scripts = names.filter((name) => /^student-.*\.js$/.test(name));
  const source = scripts.map((name) => readFile(join(outDir, 'assets', name), 'utf8'));
  const missing = await missingPhoneTexts((await Promise.all(source)).join('\n'));
  if (missing.length > 0) {
    throw new Error(
      `The student page speaks texts that it does not carry: ${missing.join(', ')}. ` +
        'It carries student, questions.phone, ui.phone and kinds.<kind>.phone.',
    );
  }
  const heavy = tooHeavy(await firstLoads(outDir));
  if (heavy.length > 0) {
    throw new Error(
      `The student's first load is over ${firstLoadBudget.bytes} bytes or ${firstLoadBudget.requests} requests.\n` +
        heavy.map(describeFirstLoad).join('\n'),
    );
  }
}

async function buildStudentPage(outDir: string): Promise<void> {
  await build(studentConfig({ outDir, font: await phoneFont() }));
  await writeStudentHtml(outDir);
  await checkStudentPage(outDir);
}

/** Vite keeps a NODE_ENV that it finds, and a test's would put the development halves of packages into the pages. */
async function asProduction(work: () => Promise<void>): Promise<void> {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    await work();
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
}

/** One of the pages by name. */
export type PageName = DeskPage | 'student';

/** Builds some pages into a folder of one's own, for looking at one while another is being rewritten. */
export async function buildSomePages(pages: readonly PageName[], outDir: string): Promise<void> {
  const desk = pages.filter((page): page is DeskPage => page !== 'student');
  await asProduction(async () => {
    if (desk.length > 0) await build(deskConfig({ outDir, pages: desk }));
    if (pages.includes('student')) await buildStudentPage(outDir);
  });
  await precompress(outDir);
}

/**
 * Builds all pages into dist/pages, compressed beforehand. They appear there all at once, so that a server started
 * meanwhile never sees half of them. Throws when the student's first load is over its budget.
 */
export async function buildPages(options: PagesOptions = {}): Promise<void> {
  const say = options.say ?? (() => {});
  const gallery = wantsGallery(options);
  const started = performance.now();
  say('Building the pages …');
  const hash = await sourcesHash();
  const outDir = `${places.pages}.${process.pid}`;
  const endWatch = endWhenStuck(() => rmSync(outDir, { recursive: true, force: true }));
  try {
    const pages: PageName[] = ['teacher', 'projector', 'docs', 'student'];
    await buildSomePages(gallery ? [...pages, 'gallery'] : pages, outDir);
    await writeFile(join(outDir, 'built-from.json'), JSON.stringify({ hash, gallery }));
    await rm(places.pages, { recursive: true, force: true });
    await rename(outDir, places.pages);
  } finally {
    endWatch();
    await rm(outDir, { recursive: true, force: true });
  }
  say(`The pages are built (${((performance.now() - started) / 1000).toFixed(1)} s).`);
}
