import { mostMyLessons } from '../contract/history.ts';
import type { MyLesson } from '../contract/history.ts';
import type { ClassId } from '../contract/ids.ts';
import type { Language } from '../contract/languages.ts';
import { reject } from '../contract/rejections.ts';
import type { Rejection } from '../contract/rejections.ts';
import type { HistoryPort } from '../ports/history.ts';
import type { RostersPort } from '../ports.ts';
import { myLessonOf } from '../reports/student.ts';

/** What a device at a class's page may read of released results: of the student who it says it is, and of nobody else. */
export type OwnResults = (
  classId: ClassId,
  device: string,
  language: Language,
) => Promise<MyLesson[] | Rejection>;

/**
 * At the page of a class somebody can say that they are who was absent. So a lesson is shown only to a device that sat in it on this
 * student's seat: what it reads is what was answered there.
 */
export function createOwnResults({
  rosters,
  history,
}: {
  rosters: Pick<RostersPort, 'deviceStudent'>;
  history: Pick<HistoryPort, 'lessonsOf' | 'satOn'>;
}): OwnResults {
  return async (classId, device, language) => {
    const student = rosters.deviceStudent(device, classId);
    if (!student) return reject('not_joined');
    const lessons = await history.lessonsOf(student.studentId, {
      teacherId: null,
      released: true,
      classId,
      newest: mostMyLessons,
    });
    const theirs = lessons.filter(({ lessonId, seatId }) =>
      history.satOn(lessonId, seatId, device),
    );
    return theirs.toReversed().map((lesson) => myLessonOf(lesson, language));
  };
}
