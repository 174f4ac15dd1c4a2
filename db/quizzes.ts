import type { Database } from 'better-sqlite3';
import type { Quiz, QuizSummary } from '../lan-server/contract/api.ts';
import type { QuizzesPort } from '../lan-server/ports.ts';
import { kindOf } from '../lan-server/questions/index.ts';
import { afterPlace, wantedOrNull, placeValues, teachFolding } from './list-rows.ts';

type QuizRow = Omit<Quiz, 'questions'> & { questions: string };

/** Quizzes as the teacher writes them; lessons keep their own frozen copy. */
export function createQuizzes(db: Database): QuizzesPort {
  teachFolding(db);
  const list = db.prepare<[object], QuizSummary>(
    `SELECT id, title, subject, question_count AS questions, unready, updated_at AS updatedAt, used_at AS usedAt
     FROM quizzes WHERE owner_id = $ownerId AND deleted_at IS NULL
       AND ($q IS NULL OR holds(title, $q))
       AND ($subject IS NULL OR folded(subject) = folded($subject))
       AND ${afterPlace('updated_at', 'id')}
     ORDER BY updated_at DESC, id LIMIT $limit`,
  );
  const get = db.prepare<[string, string], QuizRow>(
    `SELECT id, title, subject, questions, revision, created_at AS createdAt, updated_at AS updatedAt
     FROM quizzes WHERE owner_id = ? AND id = ? AND deleted_at IS NULL`,
  );
  const insert = db.prepare(
    `INSERT INTO quizzes (id, owner_id, title, subject, questions, question_count, unready, revision, created_at, updated_at)
     VALUES ($id, $ownerId, $title, $subject, $questions, $questionCount, $unready, $revision, $createdAt, $updatedAt)`,
  );
  // The revision in the condition makes "read, compare, save" one step: of two tabs one wins, the other is told.
  const update = db.prepare(
    `UPDATE quizzes SET title = $title, subject = $subject, questions = $questions, question_count = $questionCount,
       unready = $unready, revision = $revision, updated_at = $updatedAt
     WHERE id = $id AND owner_id = $ownerId AND deleted_at IS NULL AND revision = $revision - 1`,
  );
  const remove = db.prepare<[number, string, string]>(
    'UPDATE quizzes SET deleted_at = ? WHERE owner_id = ? AND id = ? AND deleted_at IS NULL',
  );
  const restore = db.prepare<[string, string]>(
    'UPDATE quizzes SET deleted_at = NULL WHERE owner_id = ? AND id = ? AND deleted_at IS NOT NULL',
  );

  return {
    async list(ownerId, { after, limit, q, subject }) {
      return list.all({
        ownerId,
        q: wantedOrNull(q),
        subject: wantedOrNull(subject),
        ...placeValues(after),
        limit,
      });
    },
    async get(ownerId, id) {
      const row = get.get(ownerId, id);
      return row ? { ...row, questions: JSON.parse(row.questions) as Quiz['questions'] } : null;
    },
    async insert(ownerId, quiz) {
      insert.run(rowOf(ownerId, quiz));
    },
    async update(ownerId, quiz) {
      const { createdAt: _, ...row } = rowOf(ownerId, quiz);
      return update.run(row).changes > 0;
    },
    async remove(ownerId, id, at) {
      return remove.run(at, ownerId, id).changes > 0;
    },
    async restore(ownerId, id) {
      return restore.run(ownerId, id).changes > 0;
    },
  };
}

function rowOf(ownerId: string, quiz: Quiz) {
  return {
    ...quiz,
    ownerId,
    questions: JSON.stringify(quiz.questions),
    questionCount: quiz.questions.length,
    unready: quiz.questions.filter((question) => kindOf(question).problems(question).length > 0)
      .length,
  };
}
