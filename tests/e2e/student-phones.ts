import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { startClass } from './student-class.ts';
import type { Class, Lesson } from './student-class.ts';
import { axeFinds } from './axe.ts';

/** A running class and the phones in it. */
export type Phones = {
  room: Class;
  /** A phone of its own, with nothing remembered. */
  newPhone(options?: BrowserContextOptions): Promise<BrowserContext>;
  newPage(phone: BrowserContext, path: string): Promise<Page>;
  /** A student who has joined a lesson by its link. */
  join(lesson: Lesson, name: string, phone?: BrowserContext): Promise<Page>;
  /** Puts the phones away; gives what went wrong inside their pages. */
  putAway(): Promise<string[]>;
  close(): Promise<void>;
};

export async function startPhones(): Promise<Phones> {
  const room = await startClass();
  const browser: Browser = await launchBrowser();
  let phones: BrowserContext[] = [];
  let faults: string[] = [];

  async function newPhone(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    const phone = await browser.newContext({
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      reducedMotion: 'reduce',
      locale: 'en-GB',
      ...options,
    });
    phone.setDefaultTimeout(15_000);
    phones.push(phone);
    return phone;
  }

  async function newPage(phone: BrowserContext, path: string): Promise<Page> {
    const page = await phone.newPage();
    page.on('pageerror', (error) => faults.push(String(error)));
    await page.goto(room.url + path);
    return page;
  }

  return {
    room,
    newPhone,
    newPage,
    async join(lesson, name, phone) {
      const page = await newPage(phone ?? (await newPhone()), `/j/${lesson.code}`);
      await page.getByLabel('Your name').fill(name);
      await page.getByRole('button', { name: 'Join' }).tap();
      await title(page, `You’re in, ${name}`);
      return page;
    },
    async putAway() {
      await Promise.all(phones.map((phone) => phone.close()));
      const told = faults;
      phones = [];
      faults = [];
      return told;
    },
    async close() {
      await browser.close();
      await room.close();
    },
  };
}

/** Waits for a headline and gives its words. */
export async function title(page: Page, name: string): Promise<string> {
  const heading = page.getByRole('heading', { level: 1, name });
  await heading.waitFor();
  return heading.innerText();
}

/** axe finds nothing on the page as it is now. */
export async function accessible(page: Page): Promise<void> {
  expect(await axeFinds(page)).toEqual([]);
}

/** Waits until something holds; says what, when it does not come. */
export async function until(what: string, holds: () => boolean): Promise<void> {
  const end = Date.now() + 15_000;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`it never came that ${what}`);
    await new Promise((done) => {
      setTimeout(done, 50);
    });
  }
}
