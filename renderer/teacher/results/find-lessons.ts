import type { LessonSummary } from '../../../lan-server/contract/api.ts';

const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Lessons whose title or subject holds every word of what is looked for, whatever the case and accents. */
export function findLessons(lessons: readonly LessonSummary[], wanted: string): LessonSummary[] {
  const words = plain(wanted).split(/\s+/).filter(Boolean);
  return lessons.filter(({ title, subject }) => {
    const text = plain(`${title} ${subject}`);
    return words.every((word) => text.includes(word));
  });
}
