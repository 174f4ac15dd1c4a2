import { closeSync, openSync, readSync, statSync } from 'node:fs';

const headerBytes = 32;
const frameHeaderBytes = 24;

/**
 * What a write-ahead log says when SQLite's own rules are not taken for granted: SQLite reads it up to the first frame that
 * does not add up and silently takes the rest for the remains of a power cut.
 *
 * With `synchronous=FULL` each commit is flushed before the next one is written. So a frame that does not add up, followed
 * by a commit of the same log that is itself followed by more, was once whole: it was damaged afterwards, and what
 * was acknowledged behind it would be lost without a word. Each frame's sum goes on from the one before it: what commits that
 * failed left behind (their flush did not hold, and a shorter one was written over their beginning) ends with each of them, and
 * nothing goes on from there. What cannot be told from a power cut: a log that was cut
 * off, and damage within its very last commit.
 */
export type WalState =
  /** No log, or nothing in it. */
  { state: 'empty' } | { state: 'whole' } | { state: 'damaged'; detail: string };

/** Reads the log beside a database; the format is SQLite's (https://sqlite.org/walformat.html). Changes nothing. */
export function readWal(file: string): WalState {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  // The header is flushed before the first frame is written: a log of less than one frame holds no commit.
  if (size <= headerBytes + frameHeaderBytes) return { state: 'empty' };
  const log = openSync(file, 'r');
  try {
    const header = Buffer.alloc(headerBytes);
    readSync(log, header, 0, headerBytes, 0);
    const magic = header.readUInt32BE(0);
    const bigEndian = magic === 0x377f0683;
    const pageBytes = header.readUInt32BE(8);
    const sum = checksum(header.subarray(0, 24), bigEndian, [0, 0]);
    const right =
      (bigEndian || magic === 0x377f0682) &&
      pageBytes >= 512 &&
      pageBytes <= 65_536 &&
      sum[0] === header.readUInt32BE(24) &&
      sum[1] === header.readUInt32BE(28);
    if (!right) return { state: 'damaged', detail: `the log’s header, before ${size} bytes` };
    return readFrames({ log, size, pageBytes, bigEndian, salt: header.subarray(16, 24), sum });
  } finally {
    closeSync(log);
  }
}

function readFrames(wal: {
  log: number;
  size: number;
  pageBytes: number;
  bigEndian: boolean;
  salt: Buffer;
  sum: [number, number];
}): WalState {
  const frameBytes = frameHeaderBytes + wal.pageBytes;
  const frame = Buffer.alloc(frameBytes);
  let { sum } = wal;
  let broken: number | null = null;
  let commitBehind = false;
  for (let index = 0; ; index += 1) {
    const at = headerBytes + index * frameBytes;
    if (at + frameBytes > wal.size || readSync(wal.log, frame, 0, frameBytes, at) < frameBytes)
      break;
    const ours = frame.subarray(8, 16).equals(wal.salt);
    const stored: [number, number] = [frame.readUInt32BE(16), frame.readUInt32BE(20)];
    sum = checksum(frame.subarray(0, 8), wal.bigEndian, sum);
    sum = checksum(frame.subarray(frameHeaderBytes), wal.bigEndian, sum);
    const follows = ours && sum[0] === stored[0] && sum[1] === stored[1];
    if (broken === null && follows) continue;
    if (commitBehind && follows && broken !== null)
      return { state: 'damaged', detail: `frame ${broken + 1} of the log, before others` };
    // One that names another log is its remains, or rubbish itself, with more of ours behind it: only the end tells.
    broken ??= index;
    commitBehind = ours && frame.readUInt32BE(4) !== 0;
    // Whether the next frame was written behind this one, by what this one says of itself.
    sum = stored;
  }
  return { state: 'whole' };
}

/** SQLite's checksum of a log: two running sums over pairs of 32-bit words. */
function checksum(
  bytes: Buffer,
  bigEndian: boolean,
  [first, second]: [number, number],
): [number, number] {
  let a = first;
  let b = second;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < bytes.length; at += 8) {
    a = (a + view.getUint32(at, !bigEndian) + b) >>> 0;
    b = (b + view.getUint32(at + 4, !bigEndian) + a) >>> 0;
  }
  return [a, b];
}
