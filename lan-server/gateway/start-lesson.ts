import type { z } from 'zod';
import type { LessonSummary, newLessonSchema } from '../contract/api.ts';
import type { ClassId, QuizId, SectionId, TeacherId } from '../contract/ids.ts';
import { isRejection, reject } from '../contract/rejections.ts';
import type { Rejection } from '../contract/rejections.ts';
import type { Relation } from '../contract/rights.ts';
import type { Library } from '../library/quizzes.ts';
import type { NewLesson } from '../live/starting.ts';
import { kindOf, questionKinds } from '../questions/index.ts';
import type { Question } from '../questions/index.ts';

/** What a lesson is started with, now or later: the body of POST /lessons. */
export type LessonSettings = z.infer<typeof newLessonSchema>;

/** Makes a lesson of settings; `planned`: it comes of an occurrence of a plan, which counts as started in the same transaction. */
export type StartLesson = (
  ownerId: TeacherId,
  settings: LessonSettings,
  planned?: NewLesson['planned'],
) => Promise<LessonSummary | Rejection>;

/** The one way in which lessons start, whoever asks for it. */
export function createStartLesson({
  library,
  start,
  classRelation,
  newId,
}: {
  library: Pick<Library, 'get'>;
  start: (ownerId: TeacherId, lesson: NewLesson) => Promise<LessonSummary | Rejection>;
  /** What a teacher is to a class; null where there is none, or the section is not of it. */
  classRelation: (
    teacherId: TeacherId,
    classId: ClassId,
    sectionId: SectionId | null,
  ) => Promise<Relation | null>;
  newId: () => string;
}): StartLesson {
  /** What a lesson starts with: the quiz's questions that can be asked, or “A B C D” with nothing prepared. */
  async function contentOf(
    ownerId: TeacherId,
    quizId: QuizId | null,
  ): Promise<{ title: string; subject: string; questions: Question[] } | Rejection> {
    if (quizId === null) {
      return { title: '', subject: '', questions: [questionKinds.choice.blank(newId())] };
    }
    const quiz = await library.get(ownerId, quizId);
    if (isRejection(quiz)) return quiz;
    if (quiz.questions.length === 0) return reject('no_questions');
    const problems = quiz.questions.map((question) => kindOf(question).problems(question));
    const ready = quiz.questions.filter((_question, index) => problems[index]?.length === 0);
    if (ready.length > 0) return { title: quiz.title, subject: quiz.subject, questions: ready };
    return reject('quiz_not_ready', {
      questions: quiz.questions.map(({ id }, index) => ({
        questionId: id,
        number: index + 1,
        problems: problems[index],
      })),
    });
  }

  return async (ownerId, settings, planned) => {
    const { classId, sectionId } = settings;
    if (classId === null && sectionId !== null) return reject('not_found');
    // A list of names is some class's.
    if (classId === null && settings.identity === 'roster') return reject('bad_request');
    if (classId !== null) {
      const relation = await classRelation(ownerId, classId, sectionId);
      // Whoever teaches it; an admin only reads it.
      if (relation === null || relation === 'none') return reject('not_found');
    }
    const content = await contentOf(ownerId, settings.quizId);
    if (isRejection(content)) return content;
    const title = settings.title === '' ? content.title : settings.title;
    const { subject, questions } = content;
    return start(ownerId, { ...settings, title, subject, questions, ...(planned && { planned }) });
  };
}
