import type { Log } from './log.ts';

/**
 * What happens with a bug that nobody caught: the log keeps it and the program ends, because its memory can no longer be
 * trusted; all that was acknowledged is on disk, and the next start goes on from there. `end` says so to whoever started it
 * and exits with a code other than 0.
 */
export function watchForBugs({
  log,
  end,
  on = process,
}: {
  log: Log;
  end: (error: unknown) => void;
  on?: Pick<NodeJS.Process, 'on'>;
}): void {
  const lastWords = (error: unknown) => {
    log.error({ error }, 'A bug ended the program.');
    end(error);
  };
  on.on('uncaughtException', lastWords);
  on.on('unhandledRejection', lastWords);
}
