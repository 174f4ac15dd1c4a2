import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import type { Log } from './log.ts';

/** What waits for a disk that takes nothing; more is let go. */
const mostWaitingBytes = 1_000_000;

/**
 * The program's log, a file in the data folder; no names, answers or keys go into it. Standard output stays free. Throws where the
 * file cannot be made; later, on a full disk, lines are lost and the program goes on.
 */
export function createLog(dataDir: string): Log {
  const folder = join(dataDir, 'logs');
  mkdirSync(folder, { recursive: true });
  // Each line is on its way before the call returns, so that nothing needs to be flushed at the end; flushing would also try
  // forever on a full disk.
  const file = pino.destination({
    dest: join(folder, 'chalkbox.log'),
    sync: true,
    maxLength: mostWaitingBytes,
  });
  // Without a listener a full disk would end the program at its first complaint about the full disk.
  file.on('error', () => {});
  const log = pino(
    {
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { error: pino.stdSerializers.err },
    },
    file,
  );
  return {
    info: (fields, message) => log.info(fields, message),
    warn: (fields, message) => log.warn(fields, message),
    error: (fields, message) => log.error(fields, message),
  };
}
