import { randomBytes } from 'node:crypto';
import type { Store } from '../../db/index.ts';
import { freeSpace, withPatience } from '../backups/places.ts';
import type { Past } from '../gateway/past.ts';
import { withoutPeople } from '../lesson/erase.ts';
import { glanceAt, holdersIn } from '../live/glance.ts';
import type { Timers } from '../live/coalesce.ts';
import type { Lessons } from '../live/lessons.ts';
import type { Log } from '../log.ts';
import { createErasure } from '../people/erasure.ts';
import { createRetention } from '../people/retention.ts';

/** After the start, when nobody waits for anything; then once a day, and again soon where a lesson is running. In ms. */
const firstMs = 2 * 60_000;
const everyMs = 24 * 60 * 60_000;
const soonMs = 30 * 60_000;

/** What there is of lessons that are over, for home and the students' pages, with the daily look at what is due. */
export function openPast({
  store,
  lessons,
  dataDir,
  timers,
  log,
}: {
  store: Store;
  lessons: Lessons;
  dataDir: string;
  timers: Timers;
  log: Log;
}): { past: Past; stop(): void } {
  const lessonsRun = () => lessons.liveCount() > 0;
  const erasure = createErasure({
    erase: store.erase,
    // Of the form of the hash of a device's token; no token has it.
    rewrite: (events, seats, mentions) =>
      withoutPeople(events, seats, () => randomBytes(32).toString('base64url'), mentions),
    lessonsRun,
    forget: lessons.erased,
    now: Date.now,
    log,
  });
  const retention = createRetention({
    days: async () => store.school.settings().retentionDays,
    erase: store.erase,
    erasure,
    lessonsRun,
    now: Date.now,
    log,
  });

  let timer: unknown = null;
  let stopped = false;
  const next = (ms: number) => {
    if (!stopped) timer = timers.set(() => void look(), ms);
  };
  async function look() {
    if (lessonsRun()) return next(soonMs);
    try {
      await retention.look();
    } catch (error) {
      log.error({ error }, 'It could not be looked for what has been kept long enough.');
    }
    next(everyMs);
  }
  next(firstMs);

  return {
    past: {
      history: store.history,
      overview: store.overview,
      attendanceOf: store.attendanceOf,
      erasure,
      retention,
      glances: {
        glance(lessonId) {
          const room = lessons.room(lessonId);
          return room?.ready() === true ? glanceAt(room) : null;
        },
        unsent: () =>
          lessons.ended().flatMap((room) => {
            const devices = holdersIn(room);
            const { lessonId, ownerId } = room;
            return devices > 0 ? [{ lessonId, ownerId, title: room.state().title, devices }] : [];
          }),
      },
      freeBytes: async () => (await withPatience(freeSpace(dataDir), null))?.freeBytes ?? null,
      now: Date.now,
    },
    stop() {
      stopped = true;
      timers.clear(timer);
    },
  };
}
