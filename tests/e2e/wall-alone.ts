import react from '@vitejs/plugin-react';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';
import type { Browser, Page } from 'playwright-core';
import type { ProjectorFrame } from '../../lan-server/contract/frames.ts';
import { launchBrowser } from '../support/browser.ts';

/** How the wall is shown: one frame, and what else it may be told. */
export type Shown = {
  frame: ProjectorFrame;
  language?: string;
  width?: number;
  mini?: boolean;
  reconnecting?: boolean;
};

type Opening = { width: number; height: number; reducedMotion?: 'reduce' | 'no-preference' };

/** The wall without a program behind it: a test hands it the frames. */
export type WallAlone = {
  open(opening: Opening): Promise<Page>;
  close(): Promise<void>;
};

const root = fileURLToPath(new URL('in-page/wall', import.meta.url));

/** Builds the page in tests/e2e/in-page/wall and serves it. */
export async function serveWallAlone(): Promise<WallAlone> {
  const outDir = mkdtempSync(join(tmpdir(), 'chalkbox-wall-'));
  const shared = {
    configFile: false,
    root,
    logLevel: 'error',
    build: { outDir, emptyOutDir: true },
  } as const;
  await build({ ...shared, plugins: [react()] });
  const server = await preview({ ...shared, preview: { host: '127.0.0.1', port: 0 } });
  const { port } = server.httpServer.address() as AddressInfo;
  const browser: Browser = await launchBrowser();
  return {
    async open({ width, height, reducedMotion = 'reduce' }) {
      const context = await browser.newContext({ viewport: { width, height }, reducedMotion });
      const page = await context.newPage();
      await page.goto(`http://127.0.0.1:${port}/`);
      await page.waitForFunction(() => 'showWall' in globalThis);
      return page;
    },
    async close() {
      await browser.close();
      await server.close();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}

/** Draws a frame and waits until the font is there and the picture has been drawn once more. */
export async function show(page: Page, shown: Shown): Promise<void> {
  await page.evaluate(async (given) => {
    const inPage = globalThis as unknown as {
      showWall: (shown: unknown) => void;
      document: { fonts: { ready: Promise<unknown> }; querySelector(selector: string): unknown };
      requestAnimationFrame: (then: () => void) => void;
    };
    inPage.showWall(given);
    await inPage.document.fonts.ready;
    const frame = () =>
      new Promise<void>((then) => {
        inPage.requestAnimationFrame(then);
      });
    do await frame();
    while (!inPage.document.querySelector('#page [data-surface=wall] > *'));
    await frame();
    await frame();
  }, shown);
}
