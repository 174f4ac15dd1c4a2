import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { places } from '../../scripts/pages/places.ts';
import { launchBrowser } from '../support/browser.ts';
import { someCell } from '../support/picture.ts';
import { axeFinds } from './axe.ts';

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};
// As strict as the LAN server's: a component that needed an inline style sheet or script would fail here.
const policy = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:";

let server: Server;
let browser: Browser;
let page: Page;
let faults: string[];

beforeAll(async () => {
  const cell = await someCell();
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://gallery');
    const path = pathname === '/gallery' ? '/gallery.html' : pathname;
    response.setHeader('content-security-policy', policy);
    // The fixtures name pictures that are in no folder.
    if (path.startsWith('/media/')) {
      response.setHeader('content-type', 'image/png').end(cell);
      return;
    }
    response.setHeader('content-type', types[extname(path)] ?? 'text/plain');
    response.end(readFileSync(join(places.pages, path)));
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

beforeEach(() => {
  faults = [];
});

afterEach(async () => {
  await page.context().close();
  if (faults.length > 0) throw new Error(faults.join('\n'));
});

async function open(colorScheme: 'light' | 'dark', query = ''): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, colorScheme });
  page = await context.newPage();
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  const { port } = server.address() as AddressInfo;
  await page.goto(`http://127.0.0.1:${port}/gallery${query}`);
  const title = query.includes('kinds') ? 'Kinds of question' : 'Gallery';
  await page.getByRole('heading', { name: title, exact: true }).waitFor();
}

// Fifteen editors on one page: each has its answers.
const violations = () => axeFinds(page, { except: ['landmark-unique'] });

const focused = () => page.locator(':focus');

describe('the gallery of all components', () => {
  test.each([
    ['light', ''],
    ['dark', ''],
    ['light', '?lang=es'],
    ['dark', '?kinds&lang=es'],
  ] as const)('gives axe nothing to find (%s%s)', async (scheme, query) => {
    await open(scheme, query);
    expect(await violations()).toEqual([]);
  });

  test('fits a laptop of 1366 × 768 without scrolling sideways', async () => {
    await open('light');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(1366);
  });
});

describe('with the keyboard alone', () => {
  test('a menu opens, moves, gives the focus back, and chooses', async () => {
    await open('light');
    const menu = page.locator('#Menu');
    const button = menu.getByRole('button', { name: 'More on question 4' }).first();
    await button.press('Enter');
    await focused()
      .and(page.getByRole('menuitem', { name: 'Duplicate' }))
      .waitFor();
    expect(await violations()).toEqual([]);
    await page.keyboard.press('ArrowUp');
    expect(await focused().textContent()).toBe('Remove');
    await page.keyboard.press('Home');
    await page.keyboard.press('r');
    expect(await focused().textContent()).toBe('Remove');
    await page.keyboard.press('Escape');
    await button.and(focused()).waitFor();
    await page.keyboard.press('Enter');
    await focused().and(page.getByRole('menuitem')).waitFor();
    await page.keyboard.press('Enter');
    await menu.getByText('Duplicate was chosen.').waitFor();
  });

  test('a dialog begins with its field, keeps the focus, and gives it back', async () => {
    await open('light');
    const button = page.getByRole('button', { name: 'Rename the quiz' }).first();
    await button.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Rename the quiz' });
    await dialog.getByLabel('Title').and(focused()).waitFor();
    expect(await violations()).toEqual([]);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    expect(await page.locator('main :focus').and(dialog.locator(':focus')).count()).toBe(1);
    await page.keyboard.press('Escape');
    await button.and(focused()).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  test('asking before something ends begins with Cancel', async () => {
    await open('light');
    await page.locator('#ConfirmDialog').getByRole('button').first().press('Enter');
    await page.getByRole('dialog').waitFor();
    expect(await focused().textContent()).toBe('Cancel');
  });

  test('a shortcut works on the page, but not while typing nor behind a dialog', async () => {
    await open('light');
    const search = page.locator('#SearchBox input').first();
    const title = page.locator('#TextField').getByLabel('Title').first();
    await title.press('/');
    await title.and(focused()).waitFor();
    expect(await title.inputValue()).toContain('/');

    await page.locator('#Dialog').getByRole('button').first().press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).press('/');
    expect(await search.and(focused()).count()).toBe(0);
    await page.keyboard.press('Escape');

    await page.keyboard.press('/');
    await search.and(focused()).waitFor();
    await page.keyboard.type('osm');
    await page.keyboard.press('Escape');
    expect(await search.inputValue()).toBe('');
  });

  test('tabs follow the arrow keys', async () => {
    await open('light');
    const tabs = page.locator('#Tabs');
    await tabs.getByRole('tab', { name: 'Questions' }).first().press('ArrowRight');
    await tabs.getByRole('tab', { name: 'Students', selected: true }).and(focused()).waitFor();
    expect(await tabs.getByRole('tabpanel').first().textContent()).toBe(
      'What each student answered.',
    );
  });
});
