import { describe, expect, test } from 'vitest';
import { quizSchema } from '../../lan-server/contract/api.ts';
import { kindNamed, kindNames } from '../../lan-server/questions/index.ts';
import { choiceQuestion, everyKind } from '../db/lesson-events.ts';
import { codeOf, startRest } from './rest-server.ts';

const question = choiceQuestion('question-1');

describe('quizzes over HTTP', () => {
  test('one of every kind of question is created, listed, read and saved', async () => {
    const { asTeacher } = await startRest();
    const created = await asTeacher('POST', '/quizzes', {
      body: { title: ' Osmosis ', subject: 'Biology', questions: everyKind },
    });
    expect(created.status).toBe(201);
    const quiz = quizSchema.parse(created.json());
    expect(quiz).toMatchObject({ title: 'Osmosis', revision: 1, questions: everyKind });
    expect((await asTeacher('GET', `/quizzes/${quiz.id}`)).json()).toEqual(quiz);

    const saved = await asTeacher('PUT', `/quizzes/${quiz.id}`, {
      body: { title: 'Osmosis 2', subject: '', questions: [], revision: 1 },
    });
    expect(saved.json()).toEqual({ revision: 2, updatedAt: quiz.updatedAt });
    expect((await asTeacher('GET', '/quizzes')).json()).toEqual({
      quizzes: [
        {
          id: quiz.id,
          title: 'Osmosis 2',
          subject: '',
          questions: 0,
          unready: 0,
          updatedAt: quiz.updatedAt,
          usedAt: null,
        },
      ],
      next: null,
    });
  });

  test('a draft is welcome, and the list counts what cannot be asked yet', async () => {
    const { asTeacher } = await startRest();
    const drafts = kindNames.map((name, index) => kindNamed(name).blank(`draft-${index}`));
    const created = await asTeacher('POST', '/quizzes', {
      body: { questions: [...drafts, question] },
    });
    expect(created.status).toBe(201);
    expect((await asTeacher('GET', '/quizzes')).json()).toMatchObject({
      quizzes: [{ questions: drafts.length + 1, unready: drafts.length }],
    });
  });

  test('a save over a newer revision is refused and brings the newer quiz', async () => {
    const { asTeacher } = await startRest();
    const { id } = quizSchema.parse((await asTeacher('POST', '/quizzes', { body: {} })).json());
    const save = (title: string) =>
      asTeacher('PUT', `/quizzes/${id}`, {
        body: { title, subject: '', questions: [], revision: 1 },
      });
    expect((await save('first')).status).toBe(200);
    const late = await save('second');
    expect(late.status).toBe(409);
    expect(late.json()).toMatchObject({
      error: { code: 'changed_elsewhere', details: { quiz: { title: 'first', revision: 2 } } },
    });
  });

  test('a deleted quiz is gone until it is restored', async () => {
    const { asTeacher } = await startRest();
    const quiz = quizSchema.parse(
      (await asTeacher('POST', '/quizzes', { body: { title: 'T', questions: [question] } })).json(),
    );
    expect((await asTeacher('DELETE', `/quizzes/${quiz.id}`)).status).toBe(204);
    expect(codeOf(await asTeacher('GET', `/quizzes/${quiz.id}`))).toBe('not_found');
    expect(codeOf(await asTeacher('DELETE', `/quizzes/${quiz.id}`))).toBe('not_found');
    expect((await asTeacher('POST', `/quizzes/${quiz.id}/restore`)).json()).toEqual(quiz);
    expect((await asTeacher('GET', `/quizzes/${quiz.id}`)).json()).toEqual(quiz);
    expect(codeOf(await asTeacher('POST', '/quizzes/never-was/restore'))).toBe('not_found');
  });

  test('a copy takes the title that the page gives, or the same one', async () => {
    const { asTeacher } = await startRest();
    const quiz = quizSchema.parse(
      (await asTeacher('POST', '/quizzes', { body: { title: 'T', questions: [question] } })).json(),
    );
    const named = await asTeacher('POST', `/quizzes/${quiz.id}/duplicate`, {
      body: { title: 'T (copia)' },
    });
    expect([named.status, named.json()['title']]).toEqual([201, 'T (copia)']);
    const plain = await asTeacher('POST', `/quizzes/${quiz.id}/duplicate`);
    expect([plain.status, plain.json()['title']]).toEqual([201, 'T']);
    expect(codeOf(await asTeacher('POST', '/quizzes/never-was/duplicate'))).toBe('not_found');
  });

  test('what does not fit the contract is refused: kinds, bounds, unknown fields, ids used twice', async () => {
    const { asTeacher } = await startRest();
    const bad = [
      { questions: [{ ...question, kind: 'riddle' }] },
      { questions: [{ ...question, text: 'x'.repeat(2001) }] },
      { questions: [{ ...question, options: ['only one'] }] },
      { questions: Array.from({ length: 201 }, (_, index) => choiceQuestion(`question-${index}`)) },
      { questions: [question, question] },
      { title: 'x'.repeat(201) },
      { colour: 'green' },
      [],
      'a quiz',
    ];
    for (const body of bad) {
      const reply = await asTeacher('POST', '/quizzes', { body });
      expect([reply.status, codeOf(reply)]).toEqual([400, 'bad_request']);
    }
    expect((await asTeacher('GET', '/quizzes')).json()).toEqual({ quizzes: [], next: null });
  });

  test('a quiz may be as long as a term, other bodies may not', async () => {
    const { asTeacher } = await startRest();
    const long = Array.from({ length: 120 }, (_, index) =>
      Object.assign({}, choiceQuestion(`question-${index}`), { text: 'é'.repeat(1500) }),
    );
    expect((await asTeacher('POST', '/quizzes', { body: { questions: long } })).status).toBe(201);
    const longer = await asTeacher('POST', '/quizzes', {
      raw: `{"title":"${'x'.repeat(1_100_000)}"}`,
    });
    expect([longer.status, codeOf(longer)]).toEqual([413, 'too_large']);
    const lesson = await asTeacher('POST', '/lessons', {
      raw: `{"title":"${'x'.repeat(20_000)}"}`,
    });
    expect([lesson.status, codeOf(lesson)]).toEqual([413, 'too_large']);
  });
});
