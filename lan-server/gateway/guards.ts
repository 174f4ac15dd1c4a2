import type { IncomingMessage } from 'node:http';
import type { Request, RequestHandler } from 'express';
import helmet from 'helmet';
import { reject } from '../contract/rejections.ts';
import { refuse } from './errors.ts';
import { languageOf } from './language.ts';
import { sayWrongHost } from './notices.ts';

/** Under these the laptop always reaches itself; `chalkbox.local` is the name that it asks the network for. */
const alwaysAllowed = new Set(['127.0.0.1', 'localhost', '[::1]', 'chalkbox.local']);

export type Guards = {
  /** Whether a `Host` header names this program. A page of a stranger that was rebound to our address does not. */
  isAllowedHost(host: string | undefined): boolean;
  /** Whether an `Origin` is our own page under the same `Host`; none at all is a program, not a page of a stranger. */
  isAllowedOrigin(origin: string | undefined, host: string | undefined): boolean;
  /** Both together: for the socket's handshake. */
  isOwnRequest(request: IncomingMessage): boolean;
  /** 403 for a foreign Host. */
  hosts: RequestHandler;
  /** 403 for a foreign Origin on what changes something. */
  origins: RequestHandler;
  /** 400 for a body that is neither JSON nor mere bytes: a form is all that a page of a stranger can send without asking. */
  forms: RequestHandler;
};

/**
 * The doors' first questions. `allowedHosts`: the machine's addresses and names as they are now, with or without
 * brackets, without port; asked each time, because networks change.
 */
export function createGuards({ allowedHosts }: { allowedHosts: () => readonly string[] }): Guards {
  const isAllowedHost = (host: string | undefined): boolean => {
    const name = host === undefined ? null : hostOf(`http://${host}`)?.hostname;
    if (name === null || name === undefined) return false;
    return alwaysAllowed.has(name) || allowedHosts().some((own) => bare(own) === name);
  };

  const isAllowedOrigin = (origin: string | undefined, host: string | undefined): boolean => {
    if (origin === undefined) return true;
    const from = hostOf(origin);
    const to = host === undefined ? null : hostOf(`${from?.protocol}//${host}`);
    return from !== null && to !== null && from.host === to.host && isAllowedHost(host);
  };

  // Of two hosts one program could believe the first and another the second.
  const hasOwnHost = ({ headers, headersDistinct }: IncomingMessage) =>
    headersDistinct['host']?.length === 1 && isAllowedHost(headers.host);
  const hasOwnOrigin = ({ headers: { origin, host } }: IncomingMessage) =>
    isAllowedOrigin(origin, host);

  return {
    isAllowedHost,
    isAllowedOrigin,
    isOwnRequest: (request) => hasOwnHost(request) && hasOwnOrigin(request),
    hosts(request, response, next) {
      if (hasOwnHost(request)) next();
      else if (isForAPerson(request)) sayWrongHost(response, languageOf(request));
      else refuse(response, reject('wrong_host'));
    },
    origins(request, response, next) {
      if (isSafe(request) || hasOwnOrigin(request)) next();
      else refuse(response, reject('wrong_origin'));
    },
    forms(request, response, next) {
      const type = request.headers['content-type'];
      const plain =
        type === undefined || request.is(['json', 'application/octet-stream']) !== false;
      if (isSafe(request) || plain) next();
      else refuse(response, reject('bad_request'));
    },
  };
}

/**
 * Headers of every answer. Over plain HTTP on a LAN nothing may be upgraded to HTTPS, and origins there are not trustworthy
 * enough for the isolation headers, so those are off.
 */
export function securityHeaders(): RequestHandler[] {
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        // The phone's font travels inside its style sheet.
        fontSrc: ["'self'", 'data:'],
        // Older Safari does not count ws: to 'self'. The Host was checked before.
        connectSrc: ["'self'", (request) => socketOrigin(request)],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
  });
  const permissions: RequestHandler = (_request, response, next) => {
    response.setHeader(
      'Permissions-Policy',
      'camera=(), microphone=(), geolocation=(), payment=(), usb=(), fullscreen=(self), screen-wake-lock=(self)',
    );
    next();
  };
  return [headers, permissions];
}

function isSafe({ method }: IncomingMessage): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** A browser's address bar, not a script: it says first that it wants HTML. */
function isForAPerson(request: Request): boolean {
  return request.method === 'GET' && /^text\/html\b/.test(request.headers.accept ?? '');
}

function socketOrigin(request: IncomingMessage): string {
  const host = hostOf(`http://${request.headers.host ?? ''}`)?.host;
  return host === undefined ? "'self'" : `ws://${host}`;
}

/** A URL of nothing but scheme, host and port; null for anything else. */
function hostOf(origin: string): URL | null {
  if (!/^https?:\/\/[^/?#@\\\s]+$/.test(origin) || !URL.canParse(origin)) return null;
  const url = new URL(origin);
  url.hostname = url.hostname.replace(/\.$/, '');
  return url;
}

/** As `URL.hostname` writes it. */
function bare(host: string): string {
  const name = host.toLowerCase().replace(/\.$/, '');
  const [address = ''] = name.split('%');
  return address.includes(':') && !address.startsWith('[') ? `[${address}]` : address;
}
