import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import {
  doorLessonSchema,
  healthSchema,
  lessonListSchema,
  lessonSummarySchema,
  networkSchema,
  resultsSchema,
} from '../../lan-server/contract/api.ts';
import type { LessonEvent } from '../../lan-server/ports.ts';
import { kindNamed } from '../../lan-server/questions/index.ts';
import { choiceQuestion } from '../db/lesson-events.ts';
import type { RestServer } from './rest-server.ts';
import { codeOf, startRest } from './rest-server.ts';

/** A quiz of one ready and one unfinished question, and the lesson started from it. */
async function lessonFromQuiz(
  { asTeacher, store, time }: RestServer,
  title = 'Osmosis & “más”: ¿qué?',
) {
  const questions = [choiceQuestion('question-1'), kindNamed('choice').blank('unready-1')];
  const quiz = await asTeacher('POST', '/quizzes', {
    body: { title, subject: 'Biology', questions },
  });
  const quizId = quiz.json()['id'] as string;
  const lesson = lessonSummarySchema.parse(
    (await asTeacher('POST', '/lessons', { body: { quizId } })).json(),
  );
  let seq = 1;
  const happen = (events: LessonEvent[], names: { seatId: string; name: string }[] = []) =>
    store.journal.commit([
      {
        lessonId: lesson.id,
        names,
        events: events.map((event) => ({ seq: (seq += 1), at: time.now + seq, event })),
      },
    ]);
  return { quizId, lesson, happen };
}

describe('lessons over HTTP', () => {
  test('start from a quiz with the questions that can be asked, and its title', async () => {
    const server = await startRest();
    const { lesson, quizId } = await lessonFromQuiz(server);
    expect(lesson).toMatchObject({
      title: 'Osmosis & “más”: ¿qué?',
      subject: 'Biology',
      status: 'live',
      questions: 1,
    });
    const frozen = server.store.journal.read(lesson.id)[0]?.event;
    expect(frozen).toMatchObject({
      questions: [{ id: 'question-1' }],
      settings: { identity: 'nickname', changes: true },
    });
    const list = await server.asTeacher('GET', '/quizzes');
    expect(list.json()).toMatchObject({ quizzes: [{ id: quizId, usedAt: lesson.startedAt }] });
  });

  test('start with nothing prepared as one question with four bare letters', async () => {
    const { asTeacher, store } = await startRest();
    const reply = await asTeacher('POST', '/lessons', {
      body: { title: 'Quick', identity: 'anonymous', changes: false },
    });
    expect(reply.status).toBe(201);
    const lesson = lessonSummarySchema.parse(reply.json());
    expect(lesson.title).toBe('Quick');
    expect(store.journal.read(lesson.id)[0]?.event).toMatchObject({
      settings: { identity: 'anonymous', changes: false },
      questions: [{ kind: 'choice', text: '', options: ['', '', '', ''], right: null }],
    });
  });

  test('do not start from a quiz that is empty, not ready, or not there', async () => {
    const { asTeacher } = await startRest();
    const start = async (questions: unknown[]) => {
      const quiz = await asTeacher('POST', '/quizzes', { body: { questions } });
      return asTeacher('POST', '/lessons', { body: { quizId: quiz.json()['id'] } });
    };
    expect(codeOf(await start([]))).toBe('no_questions');
    const unready = await start([kindNamed('truefalse').blank('unready-1')]);
    expect(unready.status).toBe(409);
    expect(unready.json()).toMatchObject({
      error: {
        code: 'quiz_not_ready',
        details: {
          questions: [
            { questionId: 'unready-1', number: 1, problems: ['text_missing', 'key_missing'] },
          ],
        },
      },
    });
    expect(codeOf(await asTeacher('POST', '/lessons', { body: { quizId: 'never-was' } }))).toBe(
      'not_found',
    );
    expect((await asTeacher('GET', '/lessons')).json()).toEqual({ lessons: [], next: null });
  });

  test('are listed newest first and by status', async () => {
    const server = await startRest();
    const { lesson: first, happen } = await lessonFromQuiz(server);
    happen([{ type: 'ended' }]);
    server.time.now += 1000;
    const { lesson: second } = await lessonFromQuiz(server);
    const ids = async (query: string) =>
      lessonListSchema
        .parse((await server.asTeacher('GET', `/lessons${query}`)).json())
        .lessons.map(({ id }) => id);
    expect(await ids('')).toEqual([second.id, first.id]);
    expect(await ids('?status=live')).toEqual([second.id]);
    expect(await ids('?status=ended')).toEqual([first.id]);
    expect(codeOf(await server.asTeacher('GET', '/lessons?status=maybe'))).toBe('bad_request');
    expect((await server.asTeacher('GET', `/lessons/${first.id}`)).json()).toMatchObject({
      status: 'ended',
    });
    expect(codeOf(await server.asTeacher('GET', '/lessons/never-was'))).toBe('not_found');
  });
});

describe('results over HTTP', () => {
  async function answeredLesson(server: RestServer) {
    const { lesson, happen } = await lessonFromQuiz(server);
    happen(
      [
        { type: 'seatTaken', seatId: 'seat-1', device: 'd1' },
        { type: 'seatTaken', seatId: 'seat-2', device: 'd2' },
        {
          type: 'questionOpened',
          questionId: 'question-1',
          round: 1,
          closesAt: null,
          totalMs: null,
        },
        {
          type: 'answered',
          seatId: 'seat-1',
          questionId: 'question-1',
          round: 1,
          answer: { picked: 0 },
          commandId: 'command-1',
        },
        {
          type: 'answered',
          seatId: 'seat-1',
          questionId: 'question-1',
          round: 1,
          answer: { picked: 1 },
          commandId: 'command-2',
        },
        { type: 'ended' },
      ],
      [
        { seatId: 'seat-1', name: '=Ana' },
        { seatId: 'seat-2', name: 'Íñigo' },
      ],
    );
    return lesson;
  }

  test('show the counted answer of each student and how each question went', async () => {
    const server = await startRest();
    const { id } = await answeredLesson(server);
    const results = resultsSchema.parse(
      (await server.asTeacher('GET', `/lessons/${id}/results`)).json(),
    );
    expect(results.questions).toMatchObject([{ answered: 1, right: 1, meanCredit: 1 }]);
    expect(results.students).toMatchObject([
      { name: '=Ana', points: 2, answers: [{ text: 'B Second', letter: 'B', right: true }] },
      { name: 'Íñigo', points: 0, answers: [null] },
    ]);
    expect(results.maxPoints).toBe(2);
  });

  test('come as CSV that a spreadsheet opens and that runs no formula', async () => {
    const server = await startRest();
    const { id } = await answeredLesson(server);
    const file = await server.asTeacher('GET', `/lessons/${id}/export.csv?lang=es`);
    expect(file.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(file.headers['content-disposition']).toBe(
      `attachment; filename="Osmosis & ?m?s? ?qu? 2026-11-21.csv"; filename*=UTF-8''Osmosis%20%26%20%E2%80%9Cm%C3%A1s%E2%80%9D%20%C2%BFqu%C3%A9%202026-11-21.csv`,
    );
    expect(file.bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(parse(file.text, { bom: true })).toEqual([
      ['N.º', 'Nombre', 'Retirado', 'Puntos (de 2)', '1. Which one is question-1?', '1. Puntos'],
      ['1', "'=Ana", '', '2', 'B Second', '2'],
      ['2', 'Íñigo', '', '0', '', ''],
    ]);
  });

  test('come as XLSX in the teacher’s language when the request names none', async () => {
    const server = await startRest();
    const { id } = await answeredLesson(server);
    await server.asTeacher('PATCH', '/teacher', { body: { language: 'es' } });
    const file = await server.asTeacher('GET', `/lessons/${id}/export.xlsx`);
    expect(file.headers['content-type']).toContain('spreadsheetml');
    expect(await readSheet(file.bytes, 'Estudiantes')).toHaveLength(3);
    const [head] = await readSheet(file.bytes, 'Preguntas');
    expect(head?.slice(0, 2)).toEqual(['N.º', 'Pregunta']);
  });

  test('of a lesson that is not there are not found; an unknown language is refused', async () => {
    const server = await startRest();
    const { id } = await answeredLesson(server);
    for (const what of ['results', 'export.csv', 'export.xlsx']) {
      expect(codeOf(await server.asTeacher('GET', `/lessons/never-was/${what}`))).toBe('not_found');
    }
    expect(codeOf(await server.asTeacher('GET', `/lessons/${id}/export.csv?lang=xx`))).toBe(
      'bad_request',
    );
  });
});

describe('the simulated class over HTTP', () => {
  test('is started, told, and stopped; an ended lesson takes none', async () => {
    const server = await startRest();
    const { lesson, happen } = await lessonFromQuiz(server);
    const path = `/lessons/${lesson.id}/simulation`;
    expect((await server.asTeacher('POST', path, { body: {} })).json()).toEqual({
      students: 30,
      joined: 0,
      running: true,
    });
    expect((await server.asTeacher('GET', path)).json()).toMatchObject({ students: 30 });
    expect((await server.asTeacher('DELETE', path)).status).toBe(204);
    expect((await server.asTeacher('GET', path)).json()).toMatchObject({ running: false });
    expect(codeOf(await server.asTeacher('POST', path, { body: { students: 61 } }))).toBe(
      'bad_request',
    );
    happen([{ type: 'ended' }]);
    expect(codeOf(await server.asTeacher('POST', path, { body: {} }))).toBe('lesson_over');
    for (const method of ['GET', 'POST', 'DELETE']) {
      const body = method === 'POST' ? { body: {} } : {};
      expect(codeOf(await server.asTeacher(method, '/lessons/never-was/simulation', body))).toBe(
        'not_found',
      );
    }
  });
});

describe('the door, the network and the health', () => {
  test('anybody sees which lessons can be joined, by list and by code', async () => {
    const server = await startRest();
    const { lesson } = await lessonFromQuiz(server);
    const door = doorLessonSchema.parse(
      (await server.ask('GET', `/api/v1/door/${lesson.code}`)).json(),
    );
    expect(door).toMatchObject({ title: lesson.title, teacher: 'Ms Okafor' });
    expect((await server.ask('GET', '/api/v1/door')).json()).toEqual({ lessons: [door] });
    expect(codeOf(await server.ask('GET', '/api/v1/door/9999'))).toBe('unknown_code');
    expect(codeOf(await server.ask('GET', '/api/v1/door/abcd'))).toBe('bad_request');
  });

  test('a machine that tries all codes is stopped after sixty, a class that comes in is not', async () => {
    const server = await startRest();
    const { lesson } = await lessonFromQuiz(server);
    const statuses = new Set<number>();
    for (let student = 0; student < 650; student += 1) {
      statuses.add((await server.ask('GET', `/api/v1/door/${lesson.code}`)).status);
    }
    expect([...statuses]).toEqual([200]);
    const tries: unknown[] = [];
    for (let code = 5000; code < 5070; code += 1) {
      tries.push(codeOf(await server.ask('GET', `/api/v1/door/${code}`)));
    }
    expect(tries.indexOf('too_many')).toBe(60);
  });

  test('the teacher sees how students get here', async () => {
    const { asTeacher } = await startRest();
    const network = networkSchema.parse((await asTeacher('GET', '/network')).json());
    expect(network).toMatchObject({ addresses: ['192.168.1.20'], name: 'chalkbox-2.local' });
  });

  test('anybody may ask for the health, and it says when the disk refuses', async () => {
    const { ask, store, time } = await startRest();
    time.now += 5000;
    const well = await ask('GET', '/health');
    expect(healthSchema.parse(well.json())).toEqual({
      status: 'ok',
      version: '0.1.0',
      uptimeSeconds: 5,
      database: 'ok',
      liveLessons: 0,
      connectedSeats: 0,
    });
    store.close();
    time.now += 5000;
    const ill = await ask('GET', '/health');
    expect([ill.status, ill.json()['database']]).toEqual([503, 'failing']);
  });
});
