import { closeSync, fstatSync, mkdirSync, openSync, readSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import roll from 'pino-roll';
import type { Log } from './log.ts';
import { loggedError } from './logged-error.ts';

/** What waits for a disk that takes nothing; more is let go. */
const mostWaitingBytes = 1_000_000;
/** The log is never larger than `files` times `bytes`. */
const rotation = { bytes: 5_000_000, files: 5 };
/** In a folder with these in its path, which Linux and macOS allow, pino-roll writes nothing: there the log is one file. */
const refusedByRoll = /[<>"|?*:]/;
/** How many lines are at hand for the diagnostics file, from before this start too. */
const recentLines = 500;
/** As many bytes at the end of a file are read for them. */
const tailBytes = 200_000;

export const logLevels = ['info', 'warn', 'error'] as const;
export type LogLevel = (typeof logLevels)[number];

/** The level that somebody asked for; `info` where it is none. */
export function logLevelOf(asked: string | undefined): LogLevel {
  return logLevels.find((level) => level === asked?.toLowerCase()) ?? 'info';
}

export type LogFile = Log & {
  level: LogLevel;
  /** The newest lines, oldest first; also those that a full disk did not take. */
  recent(): string[];
};

/**
 * The program's log, files `chalkbox.1.log`, `chalkbox.2.log` … in the data folder, the highest number the newest; no names, answers or
 * keys go into it. Standard output stays free. Rejects where the file cannot be made; later, on a full disk, lines are lost and the
 * program goes on.
 */
export async function createLog(
  dataDir: string,
  level: LogLevel,
  { bytes, files } = rotation,
): Promise<LogFile> {
  const folder = join(dataDir, 'logs');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const recent = linesBefore(folder);
  // Each line is on its way before the call returns, so that nothing needs to be flushed at the end; flushing would also try
  // forever on a full disk.
  const written = { mode: 0o600, sync: true, maxLength: mostWaitingBytes };
  const file = refusedByRoll.test(folder.replace(/^[a-z]:/i, ''))
    ? pino.destination({ ...written, dest: join(folder, 'chalkbox.1.log') })
    : await roll({
        ...written,
        file: join(folder, 'chalkbox.log'),
        size: `${bytes}b`,
        limit: { count: files, removeOtherLogFiles: true },
      });
  // Without a listener a full disk would end the program at its first complaint about the full disk.
  file.on('error', () => {});
  const log = pino(
    {
      base: null,
      level,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { error: loggedError },
    },
    {
      write(line: string) {
        recent.push(line.trimEnd());
        if (recent.length > 2 * recentLines) recent.splice(0, recent.length - recentLines);
        file.write(line);
      },
    },
  );
  return {
    level,
    recent: () => recent.slice(-recentLines),
    info: (fields, message) => log.info(fields, message),
    warn: (fields, message) => log.warn(fields, message),
    error: (fields, message) => log.error(fields, message),
  };
}

/** The last lines of the newest file: what went before this start is often why somebody asks. */
function linesBefore(folder: string): string[] {
  try {
    const newest = readdirSync(folder)
      .flatMap((name) => /^chalkbox\.(\d+)\.log$/.exec(name)?.[1] ?? [])
      .map(Number)
      .toSorted((a, b) => b - a)[0];
    return newest === undefined ? [] : tailOf(join(folder, `chalkbox.${newest}.log`));
  } catch {
    return [];
  }
}

function tailOf(path: string): string[] {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const from = Math.max(0, size - tailBytes);
    const tail = Buffer.alloc(size - from);
    const read = readSync(file, tail, 0, tail.length, from);
    const lines = tail.toString('utf8', 0, read).split('\n');
    // The first may be half a line; after the last line's end comes nothing.
    return lines.slice(from === 0 ? 0 : 1, -1).slice(-recentLines);
  } finally {
    closeSync(file);
  }
}
