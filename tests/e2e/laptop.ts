import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { startProgram } from '../support/program.ts';
import type { Program } from '../support/program.ts';

/** The program as the teacher starts it, and a browser; each window is a device of its own. */
export type Laptop = {
  readonly program: Program;
  /** Opens the address that the program prints: signed in by its launch key. */
  ownWindow(options?: BrowserContextOptions): Promise<Page>;
  /** Another device, at a path of the program. */
  otherWindow(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** Ends the program, does something to its files, and starts it again. */
  whileStopped(work: (dataDir: string) => void): Promise<void>;
  /** What went wrong in the pages so far; forgets it. */
  faults(): string[];
  closeWindows(): Promise<void>;
  end(): Promise<void>;
};

/** Starts the program and the browser. */
export async function startLaptop(): Promise<Laptop> {
  let program = await startProgram();
  const browser: Browser = await launchBrowser();
  let faults: string[] = [];

  async function otherWindow(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width: 1366, height: 768 },
      locale: 'en-GB',
      reducedMotion: 'reduce',
      ...options,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(`${program.url}${path}`);
    return page;
  }
  return {
    get program() {
      return program;
    },
    ownWindow: (options) => otherWindow(`/teacher#key=${program.launchKey}`, options),
    otherWindow,
    async whileStopped(work) {
      await program.stop();
      work(program.dataDir);
      program = await program.again();
    },
    faults() {
      const seen = faults;
      faults = [];
      return seen;
    },
    async closeWindows() {
      for (const context of browser.contexts()) await context.close();
    },
    async end() {
      await browser.close();
      await program.end();
    },
  };
}
