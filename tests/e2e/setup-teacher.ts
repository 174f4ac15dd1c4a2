import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { start } from '../../lan-server/compose.ts';
import type { Chalkbox, StartOptions } from '../../lan-server/compose.ts';
import { places } from '../../scripts/pages/places.ts';
import { launchBrowser } from '../support/browser.ts';
import { axeFinds } from './axe.ts';

/** A running program with the teacher's pages, and a browser to open them in. */
export type Desk = {
  readonly url: string;
  /** Where its files lie. */
  readonly dataDir: string;
  readonly launchKey: string;
  /** A window of its own, with its own cookies, at a path of the teacher's. Faults on any page are collected. */
  window(path?: string, options?: BrowserContextOptions): Promise<Page>;
  /** The laptop's own window: signed in, the welcome done. */
  teacherWindow(path?: string, options?: BrowserContextOptions): Promise<Page>;
  stopServer(): Promise<void>;
  /** The same program again, over the same data, on the same port. */
  startServer(): Promise<void>;
  /** What went wrong in the pages so far; forgets it. */
  faults(): string[];
  closeWindows(): Promise<void>;
  close(): Promise<void>;
};

/** The browser's own words on a request that was refused or lost: the pages say it to the teacher themselves. */
const expected = /Failed to load resource|WebSocket connection to .* failed/;

/** Starts a program with an own data folder. `schedule`: what time it is for plans. */
export async function startDesk(
  schedule: NonNullable<StartOptions['schedule']> = {},
): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'chalkbox-teacher-'));
  const dataDir = join(folder, 'data');
  const pagesDir = places.pages;
  const browser: Browser = await launchBrowser();
  let faults: string[] = [];
  let chalkbox: Chalkbox;
  let port = 0;

  async function startServer() {
    const started = await start({
      dataDir,
      port,
      host: '127.0.0.1',
      mdns: false,
      pagesDir,
      schedule,
    });
    if ('refused' in started) throw new Error(started.refused);
    chalkbox = started;
    port = started.port;
  }
  const address = (path: string) => `http://127.0.0.1:${port}${path}`;

  const newContext = (options: BrowserContextOptions) =>
    browser.newContext({
      viewport: { width: 1366, height: 768 },
      locale: 'en-GB',
      reducedMotion: 'reduce',
      ...options,
    });
  async function open(context: BrowserContext, path: string) {
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !expected.test(message.text())) faults.push(message.text());
    });
    await page.goto(address(path));
    return page;
  }

  await startServer();
  return {
    get url() {
      return address('');
    },
    dataDir,
    get launchKey() {
      return chalkbox.launchKey;
    },
    window: async (path = '/teacher', options = {}) => open(await newContext(options), path),
    async teacherWindow(path = '/teacher', options = {}) {
      const context = await newContext(options);
      await context.request.post(address('/api/v1/session'), {
        data: { launchKey: chalkbox.launchKey },
      });
      await context.request.post(address('/api/v1/setup'), {
        data: { name: 'Ms Okafor', password: null, language: 'en' },
      });
      return open(context, path);
    },
    startServer,
    stopServer: () => chalkbox.stop(),
    faults() {
      const seen = faults;
      faults = [];
      return seen;
    },
    async closeWindows() {
      for (const context of browser.contexts()) await context.close();
    },
    async close() {
      await browser.close();
      await chalkbox.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What axe finds on the page as it stands, in light and in dark. */
export async function violations(page: Page): Promise<string[]> {
  const light = await axeFinds(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  // The other theme changes colours and nothing else.
  const dark = await axeFinds(page, { only: ['color-contrast', 'link-in-text-block'] });
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark.map((line) => `dark ${line}`)];
}

/** Whether anything stands out sideways. */
export function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(
    'document.documentElement.scrollWidth > document.documentElement.clientWidth',
  );
}
