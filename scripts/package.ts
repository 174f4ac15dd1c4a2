import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { bundleDesktop } from './desktop/bundle.ts';
import { ensurePages } from './pages.ts';

// npm run package [-- --linux|--win|--mac --x64|--arm64 …]: builds the pages and the bundle, then the installers
// in release/. What comes after `--` goes to electron-builder; without anything it builds for this machine.
const root = join(import.meta.dirname, '..');

await ensurePages({ say: (line) => console.log(line) });
// What an older version left there would be packed too.
await rm(join(root, 'dist-app'), { recursive: true, force: true });
await bundleDesktop({ root, outDir: join(root, 'dist-app') });

const builder = createRequire(import.meta.url).resolve('electron-builder/cli.js');
const args = ['--config', 'electron-builder.yml', '--publish', 'never', ...process.argv.slice(2)];
const child = spawn(process.execPath, [builder, ...args], { cwd: root, stdio: 'inherit' });
process.exitCode = await new Promise<number>((done) => {
  child.on('exit', (code) => done(code ?? 1));
});
