import { AxeBuilder } from '@axe-core/playwright';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { start } from '../../lan-server/compose.ts';
import type { Chalkbox } from '../../lan-server/compose.ts';
import { places } from '../../scripts/pages/places.ts';
import { launchBrowser } from '../support/browser.ts';

/** A running program with the teacher's pages, and a browser to open them in. */
export type Desk = {
  readonly url: string;
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
const expected = /Failed to load resource/;

/** Starts a program with an own data folder. */
export async function startDesk(): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'chalkbox-teacher-'));
  const pagesDir = places.pages;
  const browser: Browser = await launchBrowser();
  let faults: string[] = [];
  let chalkbox: Chalkbox;
  let port = 0;

  async function startServer() {
    const dataDir = join(folder, 'data');
    const started = await start({ dataDir, port, host: '127.0.0.1', mdns: false, pagesDir });
    if ('refused' in started) throw new Error(started.refused);
    chalkbox = started;
    port = started.port;
  }
  const address = (path: string) => `http://127.0.0.1:${port}${path}`;

  async function window(path = '/teacher', options: BrowserContextOptions = {}) {
    const context = await browser.newContext({
      viewport: { width: 1366, height: 768 },
      locale: 'en-GB',
      ...options,
    });
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
    get launchKey() {
      return chalkbox.launchKey;
    },
    window,
    async teacherWindow(path = '/teacher', options = {}) {
      const page = await window('/teacher', options);
      await page.request.post(address('/api/v1/session'), {
        data: { launchKey: chalkbox.launchKey },
      });
      await page.request.post(address('/api/v1/setup'), {
        data: { name: 'Ms Okafor', password: null, language: 'en' },
      });
      await page.goto(address(path));
      return page;
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
  const seen: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // A colour on its way from one theme to the other belongs to neither.
    await page.evaluate('Promise.allSettled(document.getAnimations().map((one) => one.finished))');
    const found = await new AxeBuilder({ page }).analyze();
    for (const { id, nodes } of found.violations)
      seen.push(`${colorScheme} ${id}: ${nodes.map((node) => node.html).join(' | ')}`);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  return seen;
}

/** Whether anything stands out sideways. */
export function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(
    'document.documentElement.scrollWidth > document.documentElement.clientWidth',
  );
}
