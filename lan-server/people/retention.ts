import type { Log } from '../log.ts';
import type { ErasePort, LessonDue } from '../ports/privacy.ts';
import type { Erasure } from './erasure.ts';

const day = 86_400_000;
/** So long before it happens the teacher can see it, whatever the school has just decided. In ms. */
export const noticeMs = 7 * day;
/** So many lessons go in one look at most: the next look takes the rest. */
const atOnce = 200;

export type Retention = {
  /** After how many days; null: never. */
  days(): Promise<number | null>;
  /** What will be made anonymous, and when (ms since 1970), the first to go first. */
  coming(): Promise<(LessonDue & { goesAt: number })[]>;
  /** Announces what is due within the notice, and makes anonymous what was announced long enough ago. Does nothing while a lesson runs. */
  look(): Promise<void>;
};

/**
 * Lessons lose names, own words and devices so many days after their end; their numbers stay, so that a class's statistics of a year are
 * the same afterwards. Whole lessons are never deleted by time.
 */
export function createRetention({
  days,
  erase,
  erasure,
  lessonsRun,
  now,
  log,
}: {
  /** After how many days; null: never. */
  days: () => Promise<number | null>;
  erase: Pick<ErasePort, 'lessonsDue' | 'announce'>;
  erasure: Pick<Erasure, 'lesson' | 'tidy'>;
  lessonsRun: () => boolean;
  now: () => number;
  log: Log;
}): Retention {
  async function coming(): ReturnType<Retention['coming']> {
    const after = await days();
    if (after === null) return [];
    const due = await erase.lessonsDue(now() - after * day + noticeMs, atOnce);
    return due
      .map((lesson) => ({
        ...lesson,
        goesAt: Math.max(lesson.endedAt + after * day, (lesson.announcedAt ?? now()) + noticeMs),
      }))
      .toSorted((a, b) => a.goesAt - b.goesAt);
  }

  return {
    days,
    coming,
    async look() {
      if (lessonsRun()) return;
      const lessons = await coming();
      await erase.announce(
        lessons.map(({ lessonId }) => lessonId),
        now(),
      );
      let gone = 0;
      for (const { lessonId, announcedAt, goesAt } of lessons) {
        if (announcedAt === null || goesAt > now()) continue;
        if ((await erasure.lesson(lessonId)) !== undefined) break;
        gone += 1;
      }
      if (gone > 0) log.info({ lessons: gone }, 'Old lessons were made anonymous.');
      erasure.tidy();
    },
  };
}
