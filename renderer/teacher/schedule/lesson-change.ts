import type { Planned } from '../../../lan-server/contract/schedule.ts';
import type { Identity } from '../../../lan-server/contract/frames.ts';
import type { NewLesson } from '../api.ts';

/** What a teacher can say anew of what a planned lesson is made of. */
export type LessonWords = {
  quizId: string | null;
  /** As it stands in the field. */
  title: string;
  identity: Identity;
  classId: string | null;
  sectionId: string | null;
};

/** What a planned lesson is to be made of from now on; null: of what it was. A title that was left to the quiz stays the quiz's. */
export function lessonChangeOf(planned: Planned, words: LessonWords): NewLesson | null {
  const { lesson } = planned;
  const { quizId, identity, classId, sectionId } = words;
  const typed = words.title.trim();
  const title = lesson.title === '' && typed === planned.title ? '' : typed;
  const same =
    title === lesson.title &&
    quizId === lesson.quizId &&
    identity === lesson.identity &&
    classId === lesson.classId &&
    sectionId === lesson.sectionId;
  return same ? null : { ...lesson, title, quizId, identity, classId, sectionId };
}
