import { isRejection } from '../contract/rejections.ts';
import type { StartLesson } from '../gateway/start-lesson.ts';
import type { Library } from '../library/quizzes.ts';
import { realTimers } from '../live/coalesce.ts';
import type { Lessons } from '../live/lessons.ts';
import { createNoticeBoards } from '../live/notice-boards.ts';
import type { NoticeBoards } from '../live/notice-boards.ts';
import type { Log } from '../log.ts';
import type { SchedulePort } from '../ports.ts';
import { createPlans } from '../schedule/plans.ts';
import type { Plans } from '../schedule/plans.ts';
import { createScheduler } from '../schedule/scheduler.ts';

/** What time it is for plans. `now` in ms since 1970, otherwise the laptop's clock: what is planned follows that, set or not. */
export type ScheduleClock = { now?: () => number; lookEveryMs?: number; zone?: () => string };

/** Lessons in time: plans, the scheduler, and the boards that tell of both. */
export async function openSchedule({
  port,
  lessons,
  library,
  startLesson,
  now = Date.now,
  zone,
  lookEveryMs,
  newId,
  log,
}: ScheduleClock & {
  /** The school's time zone. */
  zone: () => string;
  port: SchedulePort;
  lessons: Lessons;
  library: Pick<Library, 'get'>;
  startLesson: StartLesson;
  newId: () => string;
  log: Log;
}): Promise<{ plans: Plans; boards: NoticeBoards; stop(): void }> {
  const changed = () => {
    boards.refresh();
    scheduler.poke();
  };
  const plans = createPlans({
    port,
    zone,
    now,
    newId,
    quizKnown: async (ownerId, quizId) => !isRejection(await library.get(ownerId, quizId)),
    lessonStatus: (lessonId) => lessons.room(lessonId)?.state().status ?? 'ended',
    open: startLesson,
    changed,
  });
  await plans.settle();
  const boards = createNoticeBoards({
    lessons,
    placeOf: port.placeOf,
    plans,
    classDevice: port.classDevice,
    now,
    timers: realTimers,
    log,
  });
  const scheduler = createScheduler({
    port,
    plans,
    changed: boards.refresh,
    now,
    timers: realTimers,
    lookEveryMs,
    log,
  });
  return {
    plans,
    boards,
    stop() {
      scheduler.stop();
      boards.stop();
    },
  };
}
