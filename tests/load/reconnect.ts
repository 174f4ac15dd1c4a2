import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Welcome } from '../../lan-server/contract/frames.ts';
import { openConnection } from '../../renderer/live/connection.ts';
import type { Connection } from '../../renderer/live/connection.ts';

/** A student's phone that comes back by the page's own policy. */
export type Phone = {
  connection: Connection;
  device: string;
  seatId: string;
  /** The newest welcome, and when it came, on the clock of performance.now(). */
  welcome: Welcome;
  welcomedAt: number;
  /** What each wait for the next try was set to since the last break, in ms. */
  waits: number[];
};

/** How many connect at a time: the storm at the beginning of a lesson is measured elsewhere. */
const atOnce = 50;

/** Seats so many phones in a lesson. `url`: the program, or what leads to it. */
export async function seatPhones(url: string, code: string, count: number): Promise<Phone[]> {
  const phones: Phone[] = [];
  while (phones.length < count) {
    const from = phones.length;
    const some = Array.from({ length: Math.min(atOnce, count - from) }, (_, index) =>
      seatPhone(url, code, `Student ${from + index}`),
    );
    phones.push(...(await Promise.all(some)));
  }
  return phones;
}

async function seatPhone(url: string, code: string, name: string): Promise<Phone> {
  const device = randomBytes(24).toString('base64url');
  const connection = openConnection({ as: 'student', code, device }, url);
  const first = await new Promise<Welcome>((resolve) => connection.on('welcome', resolve));
  const ack = await connection.send(newId(), { type: 'join', name }, 60_000);
  if (!ack?.ok || !ack.joined) throw new Error(`join: ${JSON.stringify(ack)}`);
  const { seatId } = ack.joined.seat;
  const phone: Phone = { connection, device, seatId, welcome: first, welcomedAt: 0, waits: [] };
  connection.on('welcome', (welcome) => {
    phone.welcome = welcome;
    phone.welcomedAt = performance.now();
  });
  connection.onLink((link) => {
    if (link.is === 'offline' && link.nextTryAt !== null)
      phone.waits.push(link.nextTryAt - performance.now());
  });
  return phone;
}

/** A command's id, as a phone makes it. */
export const newId = () => randomBytes(9).toString('base64url');

/**
 * Breaks what `cut` breaks and waits until every phone was welcomed again: gives, for each, the ms since `cut` ended, sorted.
 * `cut` resolves when phones can come back. Throws after `mostMs`, with how many are missing.
 */
export async function timesBack(
  phones: Phone[],
  cut: () => Promise<void>,
  mostMs = 60_000,
): Promise<number[]> {
  const brokenAt = performance.now();
  for (const phone of phones) phone.waits = [];
  await cut();
  const backAt = performance.now();
  const missing = () => phones.filter(({ welcomedAt }) => welcomedAt < brokenAt);
  while (missing().length > 0) {
    if (performance.now() - backAt > mostMs)
      throw new Error(`${missing().length} of ${phones.length} phones did not come back`);
    await wait(20);
  }
  return phones
    .map(({ welcomedAt }) => Math.max(0, welcomedAt - backAt))
    .sort((one, other) => one - other);
}
