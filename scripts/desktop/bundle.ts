import { join } from 'node:path';
import { build, type BuildOptions } from 'esbuild';

/** Packages with a binary: they stay beside the bundle, in node_modules. */
export const nativePackages = ['better-sqlite3', '@node-rs/argon2', 'sharp'];

// Packages in the older module form ask for these names, which a module does not have by itself.
const OLD_NAMES = `
import { createRequire as chalkboxRequire } from 'node:module';
const require = chalkboxRequire(import.meta.url);
const __dirname = import.meta.dirname;
const __filename = import.meta.filename;
`;

/**
 * Bundles the desktop program into `outDir`: `main/main.js` and `main/preload.cjs` for Electron, `server/entry.js` for its
 * utility process, and the threads that the server starts, each beside the file that looks for it.
 */
export async function bundleDesktop({
  root,
  outDir,
}: {
  root: string;
  outDir: string;
}): Promise<void> {
  const shared: BuildOptions = {
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'node24',
    charset: 'utf8',
    legalComments: 'linked',
    logLevel: 'error',
    external: ['electron', ...nativePackages],
  };
  await Promise.all([
    build({
      ...shared,
      entryPoints: ['main/main.ts'],
      outfile: join(outDir, 'main', 'main.js'),
      format: 'esm',
    }),
    build({
      ...shared,
      entryPoints: ['main/preload.ts'],
      // A preload script in the sandbox cannot be a module.
      outfile: join(outDir, 'main', 'preload.cjs'),
      format: 'cjs',
    }),
    build({
      ...shared,
      entryPoints: [
        'lan-server/entry.ts',
        'lan-server/network/mdns-thread.ts',
        'db/check-thread.ts',
        'lan-server/interchange/table-thread.ts',
      ],
      entryNames: '[name]',
      outdir: join(outDir, 'server'),
      format: 'esm',
      banner: { js: OLD_NAMES },
    }),
  ]);
}
