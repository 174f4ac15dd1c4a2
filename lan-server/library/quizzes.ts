import type { Quiz } from '../contract/api.ts';
import type { QuizId } from '../contract/ids.ts';
import { reject } from '../contract/rejections.ts';
import type { Rejection } from '../contract/rejections.ts';
import type { QuizzesPort } from '../ports.ts';
import type { Question } from '../questions/index.ts';
import { settled } from '../questions/settle.ts';
import { typeset } from './typeset.ts';

type QuizContent = { title: string; subject: string; questions: Question[] };

export type Library = {
  list: QuizzesPort['list'];
  get(ownerId: string, id: QuizId): Promise<Quiz | Rejection>;
  create(ownerId: string, content: QuizContent): Promise<Quiz | Rejection>;
  /** Saves over revision `revision`; `changed_elsewhere` brings the newer quiz in `details.quiz`. */
  save(
    ownerId: string,
    id: QuizId,
    content: QuizContent & { revision: number },
  ): Promise<{ revision: number; updatedAt: number } | Rejection>;
  /** A copy with questions of its own; the page gives the title, because it speaks the teacher's language. */
  duplicate(ownerId: string, id: QuizId, title: string | undefined): Promise<Quiz | Rejection>;
  /** Deletes; `restore` undoes it. */
  remove(ownerId: string, id: QuizId): Promise<Rejection | null>;
  restore(ownerId: string, id: QuizId): Promise<Quiz | Rejection>;
};

/** The rules of quizzes. Drafts are welcome: what a question still lacks is said when a lesson starts. */
export function createLibrary({
  quizzes,
  now,
  newId,
}: {
  quizzes: QuizzesPort;
  now: () => number;
  newId: () => string;
}): Library {
  const insert = async (ownerId: string, content: QuizContent): Promise<Quiz> => {
    const at = now();
    const quiz = { ...content, id: newId(), revision: 1, createdAt: at, updatedAt: at };
    await quizzes.insert(ownerId, quiz);
    return quiz;
  };

  return {
    list: (ownerId, wanted) => quizzes.list(ownerId, wanted),
    async get(ownerId, id) {
      return (await quizzes.get(ownerId, id)) ?? reject('not_found');
    },
    async create(ownerId, content) {
      return sameIdTwice(content.questions) ?? insert(ownerId, settledContent(content));
    },
    async save(ownerId, id, { title, subject, questions, revision }) {
      const wrong = sameIdTwice(questions);
      if (wrong) return wrong;
      const before = await quizzes.get(ownerId, id);
      if (!before) return reject('not_found');
      const updatedAt = now();
      const content = settledContent({ title, subject, questions });
      const after = { ...before, ...content, revision: revision + 1, updatedAt };
      if (await quizzes.update(ownerId, after)) return { revision: after.revision, updatedAt };
      const newer = await quizzes.get(ownerId, id);
      return newer ? reject('changed_elsewhere', { quiz: newer }) : reject('not_found');
    },
    async duplicate(ownerId, id, title) {
      const quiz = await quizzes.get(ownerId, id);
      if (!quiz) return reject('not_found');
      // New ids: the copy goes its own way, and two lessons' answers must not look like one question's.
      const questions = quiz.questions.map((question) =>
        Object.assign({}, question, { id: newId() }),
      );
      return insert(ownerId, { title: title ?? quiz.title, subject: quiz.subject, questions });
    },
    async remove(ownerId, id) {
      return (await quizzes.remove(ownerId, id, now())) ? null : reject('not_found');
    },
    async restore(ownerId, id) {
      // A second undo of the same deletion finds the quiz there already, which is what was wanted.
      await quizzes.restore(ownerId, id);
      return (await quizzes.get(ownerId, id)) ?? reject('not_found');
    },
  };
}

/** Every question's words as they are stored: plain text made from the formatted, formulas typeset here. */
function settledContent(content: QuizContent): QuizContent {
  return { ...content, questions: content.questions.map((one) => settled(one, typeset)) };
}

/** An answer names its question by id, so a quiz cannot hold the same one twice. */
function sameIdTwice(questions: Question[]): Rejection | null {
  const seen = new Set<string>();
  for (const [index, { id }] of questions.entries()) {
    if (seen.has(id)) {
      return reject('bad_request', {
        issues: [{ path: ['questions', index, 'id'], message: 'used by another question' }],
      });
    }
    seen.add(id);
  }
  return null;
}
