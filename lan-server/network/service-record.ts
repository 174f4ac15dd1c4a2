import { isIP } from 'node:net';

/** Another Chalkbox on the same network. */
export type Neighbour = {
  id: string;
  /** What its teacher called it. */
  title: string;
  /** `chalkbox-2.local` */
  host: string;
  /** Digits, IPv4 first; the one that its packet came from leads. */
  addresses: string[];
  port: number;
};

type Txt = { id: string; title: string; version: string };

// A DNS label holds 63 bytes; 12 stay for the id.
const LABEL_TITLE_BYTES = 48;
const TXT_TITLE_BYTES = 200;
const MOST_ADDRESSES = 8;

/**
 * The service's own name in the network. The id makes it unique, so that two teachers called
 * alike do not cost each other the host name. Dots would be read as separators by some browsers.
 */
export function serviceLabel(title: string, id: string): string {
  const readable = cut(
    plain(title).replaceAll('.', ' ').replaceAll(/ +/g, ' ').trim(),
    LABEL_TITLE_BYTES,
  );
  return `${readable || 'Chalkbox'} ${id.slice(0, 8)}`;
}

/** What is published beside the service: a TXT entry holds 255 bytes. */
export function serviceTxt({ id, title, version }: Txt): Record<string, string> {
  return { id, title: cut(plain(title), TXT_TITLE_BYTES), version };
}

/**
 * Reads what another machine published, which may be anything.
 * Returns undefined when it is no Chalkbox that a person could open.
 */
export function readNeighbour(heard: {
  host?: unknown;
  port?: unknown;
  addresses?: unknown;
  txt?: unknown;
  referer?: { address?: unknown } | undefined;
}): Neighbour | undefined {
  const txt: Partial<Record<keyof Txt, unknown>> =
    typeof heard.txt === 'object' && heard.txt !== null ? heard.txt : {};
  const id = text(txt.id);
  const host = text(heard.host).replace(/\.$/, '').toLowerCase();
  const port = heard.port;
  if (!/^[\w-]{4,64}$/.test(id) || !/^[\w().-]{1,120}$/.test(host)) return undefined;
  if (typeof port !== 'number' || !Number.isInteger(port) || port < 1 || port > 65_535) {
    return undefined;
  }

  const listed = Array.isArray(heard.addresses) ? heard.addresses : [];
  const addresses = [...new Set([heard.referer?.address, ...listed].map(text))]
    .filter((address) => isIP(address) !== 0 && !/^(127\.|fe[89ab]|::1$)/i.test(address))
    .sort((a, b) => isIP(a) - isIP(b))
    .slice(0, MOST_ADDRESSES);
  if (addresses.length === 0) return undefined;
  return { id, title: cut(plain(text(txt.title)), TXT_TITLE_BYTES) || host, host, addresses, port };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Without control characters, and without those that turn the direction of the text around them. */
function plain(value: string): string {
  return value.replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ').trim();
}

/** Cuts at a character's border so that at most `bytes` bytes of UTF-8 remain. */
function cut(value: string, bytes: number): string {
  let kept = '';
  let used = 0;
  for (const character of value) {
    used += Buffer.byteLength(character);
    if (used > bytes) break;
    kept += character;
  }
  return kept.trim();
}
