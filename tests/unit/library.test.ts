import { beforeEach, describe, expect, test } from 'vitest';
import type { Quiz } from '../../lan-server/contract/api.ts';
import { isRejection } from '../../lan-server/contract/rejections.ts';
import { createLibrary } from '../../lan-server/library/quizzes.ts';
import type { Library } from '../../lan-server/library/quizzes.ts';
import type { QuizzesPort } from '../../lan-server/ports.ts';
import { kindNamed } from '../../lan-server/questions/index.ts';

/** What a quizzes port keeps, in memory, for one owner. */
function memoryQuizzes(): QuizzesPort {
  const kept = new Map<string, Quiz>();
  const deleted = new Map<string, Quiz>();
  return {
    list: async () => [],
    get: async (_owner, id) => kept.get(id) ?? null,
    insert: async (_owner, quiz) => void kept.set(quiz.id, quiz),
    async update(_owner, quiz) {
      if (kept.get(quiz.id)?.revision !== quiz.revision - 1) return false;
      kept.set(quiz.id, quiz);
      return true;
    },
    async remove(_owner, id) {
      const quiz = kept.get(id);
      if (quiz) deleted.set(id, quiz);
      return kept.delete(id);
    },
    async restore(_owner, id) {
      const quiz = deleted.get(id);
      if (quiz) kept.set(id, quiz);
      return deleted.delete(id);
    },
  };
}

function quizOf(result: unknown): Quiz {
  if (isRejection(result)) throw new Error(result.rejected);
  return result as Quiz;
}

const owner = 'teacher-1';
const question = kindNamed('choice').blank('question-1');

describe('the library', () => {
  let library: Library;
  let time = 0;

  beforeEach(() => {
    time = 100;
    let ids = 0;
    library = createLibrary({
      quizzes: memoryQuizzes(),
      now: () => time,
      newId: () => `made-${(ids += 1)}`,
    });
  });

  const create = async () =>
    quizOf(
      await library.create(owner, { title: 'Osmosis', subject: 'Biology', questions: [question] }),
    );

  test('each save raises the revision by one', async () => {
    const { id } = await create();
    time = 200;
    const content = { title: 'Osmosis 2', subject: '', questions: [] };
    expect(await library.save(owner, id, { ...content, revision: 1 })).toEqual({
      revision: 2,
      updatedAt: 200,
    });
    expect(await library.get(owner, id)).toMatchObject({ ...content, revision: 2, createdAt: 100 });
  });

  test('a save over an older revision is refused and brings the newer quiz', async () => {
    const quiz = await create();
    await library.save(owner, quiz.id, { ...quiz, title: 'From the other tab' });
    const late = await library.save(owner, quiz.id, { ...quiz, title: 'From this tab' });
    expect(late).toMatchObject({
      rejected: 'changed_elsewhere',
      details: { quiz: { title: 'From the other tab', revision: 2 } },
    });
  });

  test('two questions with the same id are refused', async () => {
    const questions = [question, { ...question, text: 'Another' }];
    expect(await library.create(owner, { title: '', subject: '', questions })).toMatchObject({
      rejected: 'bad_request',
      details: { issues: [{ path: ['questions', 1, 'id'] }] },
    });
    const quiz = await create();
    expect(await library.save(owner, quiz.id, { ...quiz, questions })).toMatchObject({
      rejected: 'bad_request',
    });
  });

  test('a copy has its own id and question ids, the title given or the same', async () => {
    const quiz = await create();
    const copy = quizOf(await library.duplicate(owner, quiz.id, 'Osmosis (copia)'));
    expect(copy).toMatchObject({ title: 'Osmosis (copia)', subject: 'Biology', revision: 1 });
    expect(copy.id).not.toBe(quiz.id);
    expect(copy.questions[0]?.id).not.toBe(question.id);
    expect(copy.questions).toMatchObject([{ kind: 'choice', options: ['', '', '', ''] }]);
    expect(quizOf(await library.duplicate(owner, quiz.id, undefined)).title).toBe('Osmosis');
    expect((await create()).questions[0]?.id).toBe('question-1');
  });

  test('a deleted quiz comes back whole, also when undone twice', async () => {
    const quiz = await create();
    expect(await library.remove(owner, quiz.id)).toBeNull();
    expect(await library.get(owner, quiz.id)).toEqual({ rejected: 'not_found' });
    expect(await library.save(owner, quiz.id, quiz)).toEqual({ rejected: 'not_found' });
    expect(await library.remove(owner, quiz.id)).toEqual({ rejected: 'not_found' });
    expect(await library.restore(owner, quiz.id)).toEqual(quiz);
    expect(await library.restore(owner, quiz.id)).toEqual(quiz);
    expect(await library.restore(owner, 'never-was')).toEqual({ rejected: 'not_found' });
  });
});
