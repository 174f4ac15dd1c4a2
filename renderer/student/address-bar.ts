import type { AddressBar } from './visit.ts';

/** The browser's address bar; the rest of the address (the language) stays. */
export function browserAddress(): AddressBar {
  return {
    code: () => /^\/j\/(\d{4,6})\/?$/.exec(location.pathname)?.[1] ?? null,
    show(code, how) {
      const path = (code === null ? '/' : `/j/${code}`) + location.search;
      if (how === 'push') history.pushState(null, '', path);
      else history.replaceState(null, '', path);
    },
    onMove: (listener) => window.addEventListener('popstate', listener),
  };
}
