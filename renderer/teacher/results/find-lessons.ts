import type { LessonSummary } from '../../../lan-server/contract/api.ts';
import { holding } from '../../../lan-server/contract/folded.ts';

/** Lessons whose title or subject holds every word of what is looked for, whatever the case and accents. */
export function findLessons(lessons: readonly LessonSummary[], wanted: string): LessonSummary[] {
  const has = holding(wanted);
  return lessons.filter(({ title, subject }) => has(`${title} ${subject}`));
}
