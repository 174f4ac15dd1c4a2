import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

/** Where a Chrome, Chromium or Edge usually stands. */
const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
  String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
];

/** Nothing that a test page could want from the network; a fixed look for screenshots. */
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
];

/**
 * A real browser: the one that CHALKBOX_BROWSER names, an installed one, or the one that comes as a package (Linux, x64).
 * On a Debian machine, as root, Chromium is installed where neither runs. Throws, with what to do, where there is none:
 * a test that was not run must not look like one that passed.
 */
export async function launchBrowser(): Promise<Browser> {
  const tried: string[] = [];
  for (const candidate of [named, installed, packaged, installNow]) {
    try {
      const executablePath = await candidate();
      if (executablePath === null) continue;
      return await chromium.launch({ executablePath, args: quiet });
    } catch (error) {
      tried.push(
        `${candidate.name}: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`,
      );
    }
  }
  throw new Error(
    [
      'No browser to test with. Install Chrome, Chromium or Edge, or name one: CHALKBOX_BROWSER=/path/to/chrome npm test',
      ...tried,
    ].join('\n'),
  );
}

function named(): string | null {
  const path = process.env.CHALKBOX_BROWSER ?? null;
  if (path !== null && !existsSync(path))
    throw new Error(`CHALKBOX_BROWSER names ${path}, which is not there`);
  return path;
}

function installed(): string | null {
  return usualPlaces.find((path) => existsSync(path)) ?? null;
}

async function packaged(): Promise<string | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  // The package unpacks the libraries it needs only where it believes to be at its usual host.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';
  const { default: sparticuz } = await import('@sparticuz/chromium');
  return sparticuz.executablePath();
}

function installNow(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    return null;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['update', '-qq'], { env, stdio: 'ignore' });
  execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], { env, stdio: 'ignore' });
  return '/usr/bin/chromium';
}
