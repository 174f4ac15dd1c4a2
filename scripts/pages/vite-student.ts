import { join } from 'node:path';
import type { Alias, InlineConfig } from 'vite';
import { noBinaryPackets, noReconnection, noWebTransport, phoneTokens } from './phone-diet.ts';
import { places } from './places.ts';

/** Preact where React is asked for. A global alias cannot differ by entry: hence a build of its own. */
const preact: Alias[] = [
  { find: /^react$/, replacement: join(places.renderer, 'student/react.ts') },
  { find: /^react-dom\/client$/, replacement: join(places.renderer, 'student/react-dom.ts') },
  { find: /^react\/jsx-runtime$/, replacement: 'preact/jsx-runtime' },
  { find: /^react\/jsx-dev-runtime$/, replacement: 'preact/jsx-dev-runtime' },
];

type StudentOptions = {
  outDir: string;
  /** Path of the font subset. */
  font: string;
};

// Preact wants it, and Chrome 70 has not got it.
const microtasks =
  'self.queueMicrotask||(self.queueMicrotask=function(f){Promise.resolve().then(f)});';

/**
 * The build of the student page for iOS 12.5 and Chrome 70: one script and one style (with the font in it) for the door, one of each
 * for the questions, fetched while the door is on the screen.
 */
export function studentConfig({ outDir, font }: StudentOptions): InlineConfig {
  return {
    configFile: false,
    root: places.renderer,
    base: '/',
    publicDir: false,
    logLevel: 'warn',
    plugins: [phoneTokens, noWebTransport, noBinaryPackets, noReconnection],
    resolve: { alias: [...preact, { find: '@phone-font', replacement: font }] },
    oxc: { jsx: { runtime: 'automatic', importSource: 'react' } },
    css: { modules: { generateScopedName: '[hash:base64:5]' } },
    build: {
      outDir,
      emptyOutDir: false,
      // The font travels inside the style sheet: one request less on a bad Wi-Fi, and no text that changes its shape.
      assetsInlineLimit: 24_000,
      target: ['es2018', 'safari12', 'chrome70'],
      cssTarget: ['safari12', 'chrome70'],
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: join(places.renderer, 'student.html'),
        output: {
          banner: microtasks,
          entryFileNames: 'assets/student-[hash].js',
          chunkFileNames: 'assets/student-[name]-[hash].js',
          assetFileNames: 'assets/[name]-[hash][extname]',
        },
      },
    },
  };
}
