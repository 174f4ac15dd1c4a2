import { createRateLimit } from './rate.ts';

/** A name typed letter by letter, several times; and a class that does so at once behind one address. */
const ofDevice = { points: 60, seconds: 30 };
const ofAddress = { points: 3000, seconds: 300 };

/** How often names of a list may be looked for. */
export type NameLimits = { take(device: string, address: string): boolean };

export function createNameLimits(): NameLimits {
  const devices = createRateLimit(ofDevice);
  const addresses = createRateLimit(ofAddress);
  return { take: (device, address) => devices.take(device) && addresses.take(address) };
}
