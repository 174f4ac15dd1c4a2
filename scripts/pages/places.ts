import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);
const place = (path: string) => fileURLToPath(new URL(path, root));

/** Where things stand in the project, as absolute paths. */
export const places = {
  root: place('.'),
  renderer: place('renderer'),
  texts: place('renderer/i18n'),
  /** One folder a kind of question, each with its own texts. */
  kinds: place('renderer/questions'),
  tokens: place('renderer/ui/tokens.css'),
  font: place('renderer/ui/fonts/atkinson-hyperlegible-next-latin-wght-normal.woff2'),
  /** Things made once and kept between builds. */
  cache: place('.cache/pages'),
  /** The built pages, which the LAN server serves. */
  pages: place('dist/pages'),
};
