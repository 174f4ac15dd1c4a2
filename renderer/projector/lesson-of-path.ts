import type { LessonId } from '../../lan-server/contract/ids.ts';

/** The lesson that `/wall/LESSON` names, or null where the path names none. */
export function lessonOfPath(path: string): LessonId | null {
  return /^\/wall\/([A-Za-z0-9_-]{6,40})\/?$/.exec(path)?.[1] ?? null;
}
