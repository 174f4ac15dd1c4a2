import type { Media } from '../library/media.ts';
import type { Timers } from '../live/coalesce.ts';
import type { Log } from '../log.ts';

/** After the start, when nobody waits for anything; then once a day, and again soon where a lesson is running. In ms. */
const firstMs = 60_000;
const everyMs = 24 * 60 * 60_000;
const soonMs = 30 * 60_000;

/** Deletes unused pictures from time to time, never while a lesson runs. Gives what ends it. */
export function collectMedia({
  media,
  lessonsRun,
  timers,
  log,
}: {
  media: Media;
  lessonsRun: () => boolean;
  timers: Timers;
  log: Log;
}): () => void {
  let timer: unknown = null;
  let stopped = false;
  const next = (ms: number) => {
    if (!stopped) timer = timers.set(() => void look(), ms);
  };
  async function look() {
    if (lessonsRun()) return next(soonMs);
    try {
      const gone = await media.collect();
      if (gone > 0) log.info({ files: gone }, 'Pictures that nothing uses were deleted.');
    } catch (error) {
      log.error({ error }, 'Unused pictures could not be looked for.');
    }
    next(everyMs);
  }
  next(firstMs);
  return () => {
    stopped = true;
    timers.clear(timer);
  };
}
