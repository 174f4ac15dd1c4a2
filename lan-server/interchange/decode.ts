import type { Encoding } from '../contract/student-import.ts';

/**
 * Text out of bytes. What a byte order mark says; else UTF-16 where every other byte is zero; else UTF-8 where all bytes fit it; else
 * Windows-1252, which spreadsheet programs write where nobody chose. null: these bytes are no text.
 */
export function decoded(
  bytes: Uint8Array,
  wanted?: Encoding,
): { text: string; encoding: Encoding } | null {
  const encoding = wanted ?? encodingOf(bytes);
  if (encoding === null) return null;
  // The decoder takes the mark away by itself.
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

function encodingOf(bytes: Uint8Array): Encoding | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  const zeros = zerosIn(bytes.subarray(0, 4000));
  const half = Math.min(bytes.length, 4000) / 2;
  if (zeros.odd > half * 0.4 && zeros.even < half * 0.1) return 'utf-16le';
  if (zeros.even > half * 0.4 && zeros.odd < half * 0.1) return 'utf-16be';
  if (zeros.odd + zeros.even > 0) return null;
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

function zerosIn(bytes: Uint8Array): { even: number; odd: number } {
  const zeros = { even: 0, odd: 0 };
  for (const [at, byte] of bytes.entries()) if (byte === 0) zeros[at % 2 ? 'odd' : 'even'] += 1;
  return zeros;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
