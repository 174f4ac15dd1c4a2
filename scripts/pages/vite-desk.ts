import react from '@vitejs/plugin-react';
import { join } from 'node:path';
import type { InlineConfig } from 'vite';
import { fillHtml, htmlValues } from './html-values.ts';
import { places } from './places.ts';

/** The pages that are built with React. */
export type DeskPage = 'teacher' | 'projector' | 'docs' | 'gallery';

type DeskOptions = {
  outDir: string;
  pages: readonly DeskPage[];
};

/** The build of the teacher's, the projector's and the scripts' pages: React, and code split by what is opened. */
export function deskConfig({ outDir, pages }: DeskOptions): InlineConfig {
  return {
    configFile: false,
    root: places.renderer,
    base: '/',
    publicDir: false,
    logLevel: 'warn',
    plugins: [
      react(),
      {
        name: 'chalkbox-html',
        transformIndexHtml: {
          order: 'pre',
          handler: async (html) => fillHtml(html, await htmlValues('en')),
        },
      },
    ],
    build: {
      outDir,
      emptyOutDir: false,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        input: Object.fromEntries(
          pages.map((page) => [page, join(places.renderer, `${page}.html`)]),
        ),
        output: {
          entryFileNames: 'assets/[name]-[hash].js',
          chunkFileNames: 'assets/[name]-[hash].js',
          assetFileNames: 'assets/[name]-[hash][extname]',
        },
      },
    },
  };
}
