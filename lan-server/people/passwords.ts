import { hash, verify } from '@node-rs/argon2';

/** Takes a password to what is stored, and compares. Injected, so that tests need not wait. */
export type Passwords = {
  hash(password: string): Promise<string>;
  matches(hash: string, password: string): Promise<boolean>;
};

/**
 * argon2id (the package's default) with 19 MiB, two passes, one lane: the least that OWASP's Password Storage Cheat Sheet advises, and
 * about 15 ms on a laptop. Runs in the thread pool, so the lesson goes on.
 */
const settings = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Passwords as this program stores them. A stored hash that cannot be read matches nothing. */
export function createPasswords(): Passwords {
  return {
    hash: (password) => hash(password.normalize('NFC'), settings),
    async matches(stored, password) {
      try {
        return await verify(stored, password.normalize('NFC'));
      } catch {
        return false;
      }
    },
  };
}
