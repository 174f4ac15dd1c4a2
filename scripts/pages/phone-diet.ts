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
  [
    /engine\.io-parser\/build\/esm\/encodePacket\.browser\.js$/,
    `import { PACKET_TYPES } from './commons.js';
    export const encodePacket = ({ type, data }, _, done) => done(PACKET_TYPES[type] + (data || ''));
    export const encodePacketToBinary = () => {};`,
  ],
  [
    /engine\.io-parser\/build\/esm\/decodePacket\.browser\.js$/,
    `import { ERROR_PACKET, PACKET_TYPES_REVERSE } from './commons.js';
    export const decodePacket = (packet) => {
      const type = typeof packet === 'string' && PACKET_TYPES_REVERSE[packet.charAt(0)];
      return type ? { type, data: packet.slice(1) || undefined } : ERROR_PACKET;
    };`,
  ],
];

/** Leaves binary packets out of the socket client: every frame and command is JSON. About 900 bytes of brotli. */
export const noBinaryPackets: Plugin = {
  name: 'chalkbox-no-binary-packets',
  load: {
    filter: { id: /(socket|engine)\.io-parser\/build\/esm\// },
    handler: (id) => stubs.find(([path]) => path.test(id))?.[1] ?? null,
  },
};

/** Leaves the socket client's own way of reconnecting out: ours tells when the next try comes (live/connection.ts). */
export const noReconnection: Plugin = {
  name: 'chalkbox-no-reconnection',
  load: {
    filter: { id: /socket\.io-client\/build\/esm\/contrib\/backo2\.js$/ },
    handler: () => 'export class Backoff { reset() {} }',
  },
};
