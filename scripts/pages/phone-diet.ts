import type { Plugin } from 'vite';

/**
 * Leaves out of the tokens what a phone never draws: the wall, paper print, and the shapes as CSS masks (marks are
 * drawn as SVG). About 600 bytes of brotli.
 */
export const phoneTokens: Plugin = {
  name: 'chalkbox-phone-tokens',
  enforce: 'pre',
  transform: {
    filter: { id: /\/ui\/tokens\.css$/ },
    handler: (css) =>
      css
        .replaceAll(/\/\*.*?\*\//gs, '')
        .replaceAll(/[^{}]*\[data-surface=[^{}]*\{[^{}]*\}/g, '')
        .replaceAll(/--shape-[a-h]:[^\n]*?;(?=\s|$)/g, ''),
  },
};

/**
 * Leaves WebTransport out of the socket client: it needs HTTPS, which a laptop on a school's Wi-Fi has not got. About
 * a kilobyte and a half of brotli.
 */
export const noWebTransport: Plugin = {
  name: 'chalkbox-no-webtransport',
  load: {
    filter: { id: /engine\.io-client\/build\/esm\/transports\/webtransport\.js$/ },
    handler: () => 'export const WT = undefined;',
  },
};

const stubs: [RegExp, string][] = [
  [
    /socket\.io-parser\/build\/esm\/is-binary\.js$/,
    'export const isBinary = () => false; export const hasBinary = () => false;',
  ],
  [
    /socket\.io-parser\/build\/esm\/binary\.js$/,
    'export const deconstructPacket = () => {}; export const reconstructPacket = () => {};',
  ],
  [
    /engine\.io-parser\/build\/esm\/contrib\/base64-arraybuffer\.js$/,
    'export const encode = () => {}; export const decode = () => {};',
  ],
];

/** Leaves binary packets out of the socket client: every frame and command is JSON. About 600 bytes of brotli. */
export const noBinaryPackets: Plugin = {
  name: 'chalkbox-no-binary-packets',
  load: {
    filter: { id: /(socket|engine)\.io-parser\/build\/esm\// },
    handler: (id) => stubs.find(([path]) => path.test(id))?.[1] ?? null,
  },
};
