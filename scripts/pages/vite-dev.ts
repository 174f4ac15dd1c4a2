import react from '@vitejs/plugin-react';
import { createServer } from 'vite';
import type { Plugin, ViteDevServer } from 'vite';
import { apiPath, socketPath } from '../../lan-server/contract/paths.ts';
import { fillHtml, htmlValues, pageLanguages } from './html-values.ts';
import { phoneFont } from './phone-font.ts';
import { places } from './places.ts';

/** Which page answers which address, as the LAN server has it. */
const routes: [RegExp, string][] = [
  [/^\/teacher(\/|$)/, '/teacher.html'],
  [/^\/wall\//, '/projector.html'],
  [/^\/gallery$/, '/gallery.html'],
  [/^\/api\/docs$/, '/docs.html'],
  [/^\/(j\/.*)?$/, '/student.html'],
];

const pages: Plugin = {
  name: 'chalkbox-pages',
  configureServer(server) {
    server.middlewares.use((request, _response, next) => {
      // Sources lie under the same names (/teacher/main.tsx): only a page is asked for as HTML.
      if (request.headers.accept?.includes('text/html')) {
        const { pathname, search } = new URL(request.url ?? '/', 'http://dev');
        const page = routes.find(([pattern]) => pattern.test(pathname))?.[1];
        if (page) request.url = page + search;
      }
      next();
    });
  },
  transformIndexHtml: {
    order: 'pre',
    handler: async (html, { originalUrl }) => {
      const asked = new URL(originalUrl ?? '/', 'http://dev').searchParams.get('lang') ?? 'en';
      const known = (await pageLanguages()).includes(asked);
      return fillHtml(html, await htmlValues(known ? asked : 'en'));
    },
  },
};

type DevOptions = {
  port: number;
  /** The LAN server behind the pages: http://127.0.0.1:4747. */
  server: string;
};

/** Serves all pages from their sources, reloading as they change; what is no page goes on to the LAN server. */
export async function devPages({ port, server }: DevOptions): Promise<ViteDevServer> {
  // The LAN server allows its own origin only, so requests that come through here bear it.
  const behind = { target: server, changeOrigin: true, ws: true, headers: { origin: server } };
  return createServer({
    configFile: false,
    root: places.renderer,
    publicDir: false,
    plugins: [react(), pages],
    resolve: { alias: { '@phone-font': await phoneFont() } },
    server: {
      host: '127.0.0.1',
      port,
      fs: { allow: [places.root] },
      proxy: {
        [apiPath]: behind,
        '/api/openapi.json': behind,
        '/health': behind,
        // Not the sources in renderer/live.
        [`^${socketPath}/?(\\?|$)`]: behind,
      },
    },
  });
}
