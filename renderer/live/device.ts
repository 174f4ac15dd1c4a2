import { randomId } from './random-id.ts';

/** What the browser keeps for this page. Every value is a string. */
export type DeviceStore = {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  /** All keys that begin with `prefix`, in no particular order. */
  keys(prefix: string): string[];
};

/** The part of the browser's Storage that is used here. */
type BrowserStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/**
 * The browser's storage, behind a memory that steps in where the browser refuses (private mode, full, forbidden): the lesson
 * goes on, only a reload forgets. `browser` gives the storage and may throw; so may the storage itself.
 */
export function createDeviceStore(browser: () => BrowserStorage): DeviceStore {
  const memory = new Map<string, string>();

  function attempt<T>(use: (storage: BrowserStorage) => T, otherwise: T): T {
    try {
      return use(browser());
    } catch {
      return otherwise;
    }
  }

  return {
    get: (key) => memory.get(key) ?? attempt((storage) => storage.getItem(key), null),
    set(key, value) {
      const kept = attempt((storage) => {
        storage.setItem(key, value);
        return true;
      }, false);
      if (kept) memory.delete(key);
      else memory.set(key, value);
    },
    remove(key) {
      memory.delete(key);
      attempt((storage) => storage.removeItem(key), undefined);
    },
    keys(prefix) {
      const stored = attempt(
        (storage) => Array.from({ length: storage.length }, (_, place) => storage.key(place) ?? ''),
        [],
      );
      return [...new Set([...stored, ...memory.keys()])].filter((key) => key.startsWith(prefix));
    },
  };
}

const tokenKey = 'chalkbox.device';
const nameKey = 'chalkbox.name';

/** `document`, as far as it is needed here: reading gives all cookies, writing sets one. */
export type CookieJar = { cookie: string };

/**
 * Who holds this token holds the seat. 192 bits, made once and kept in the storage, which belongs to address and port, and in a
 * cookie, which belongs to the address alone: a program that comes back on another port finds the same seat. Where they
 * differ the cookie is the newer one. It opens nothing by itself: the server never reads it, the handshake shows the token.
 */
export function deviceToken(store: DeviceStore, jar: CookieJar): string {
  const shared = /(?:^|; )chalkbox-device=([\w-]{27,64})(?:;|$)/.exec(jar.cookie);
  return keepToken(store, jar, shared?.[1] ?? store.get(tokenKey) ?? randomId(32));
}

/** Another student takes this device over: what the former one holds is out of reach from now on. */
export function newDeviceToken(store: DeviceStore, jar: CookieJar): string {
  return keepToken(store, jar, randomId(32));
}

function keepToken(store: DeviceStore, jar: CookieJar, token: string): string {
  store.set(tokenKey, token);
  jar.cookie = `chalkbox-device=${token};path=/;max-age=31536000;samesite=strict`;
  return token;
}

/** The name that was used last on this device, or ''. */
export function lastName(store: DeviceStore): string {
  return store.get(nameKey) ?? '';
}

export function rememberName(store: DeviceStore, name: string): void {
  store.set(nameKey, name);
}
