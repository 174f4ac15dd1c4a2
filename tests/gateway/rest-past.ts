import type { Store } from '../../db/index.ts';
import type { Past } from '../../lan-server/gateway/past.ts';
import { withoutPeople } from '../../lan-server/lesson/erase.ts';
import type { Log } from '../../lan-server/log.ts';
import { createErasure } from '../../lan-server/people/erasure.ts';
import { createRetention } from '../../lan-server/people/retention.ts';

/** What home and the students' pages stand on, where lessons run by the journal alone. */
export function pastOn(
  store: Store,
  {
    liveCount,
    now,
    newId,
    log,
  }: { liveCount: () => number; now: () => number; newId: () => string; log: Log },
): Past {
  const lessonsRun = () => liveCount() > 0;
  const erasure = createErasure({
    erase: store.erase,
    rewrite: (events, seats, mentions) => withoutPeople(events, seats, newId, mentions),
    lessonsRun,
    forget() {},
    now,
    log,
  });
  return {
    history: store.history,
    overview: store.overview,
    attendanceOf: store.attendanceOf,
    erasure,
    retention: createRetention({
      days: async () => 30,
      erase: store.erase,
      erasure,
      lessonsRun,
      now,
      log,
    }),
    glances: { glance: () => null, unsent: () => [] },
    freeBytes: async () => 1024 ** 3,
    now,
  };
}
