import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleDesktop } from '../../scripts/desktop/bundle.ts';
import { ensurePages } from '../../scripts/pages.ts';
import { electronPath } from '../../scripts/start/electron-binary.ts';

const root = join(import.meta.dirname, '..', '..');
const path = electronPath(root, process.env);
const reason = path ? undefined : 'skipped: no Electron binary';
if (reason) console.log(reason);

describe.skipIf(reason)(`in Electron itself${reason ? ` (${reason})` : ''}`, () => {
  const data = mkdtempSync(join(tmpdir(), 'chalkbox-electron-'));
  let electron: ElectronApplication | undefined;

  beforeAll(async () => {
    await ensurePages();
    await bundleDesktop({ root, outDir: join(root, 'dist-app') });
    electron = await _electron.launch({
      executablePath: path ?? '',
      // Electron has no sandbox as root, which is what a container runs as; the pages' own settings stay.
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        root,
        '--port',
        '0',
        '--data',
        data,
        '--no-mdns',
      ],
    });
  }, 180_000);
  afterAll(async () => {
    await electron?.close();
    rmSync(data, { recursive: true, force: true });
  });

  test('the console opens, finds the shell, and has nothing of Node', async () => {
    const page = await electron!.firstWindow();
    await page.waitForURL(/^http:\/\/127\.0\.0\.1:\d+\/teacher/);
    const seen = await page.evaluate(() => ({
      node: 'process' in globalThis || 'require' in globalThis,
      shell: Object.keys((globalThis as unknown as { chalkboxDesktop: object }).chalkboxDesktop),
    }));
    expect(seen).toEqual({ node: false, shell: ['openWall', 'closeWall', 'displays'] });
  }, 60_000);

  test('a page cannot leave our server or open a window', async () => {
    const page = await electron!.firstWindow();
    const before = page.url();
    await page.evaluate(() => {
      const view = globalThis as unknown as {
        open: (url: string) => unknown;
        location: { href: string };
      };
      view.open('https://example.org/');
      view.location.href = 'https://example.org/';
    });
    expect(page.url()).toBe(before);
    expect(electron!.windows()).toHaveLength(1);
  }, 60_000);
});
