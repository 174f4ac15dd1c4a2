import { describe, expect, test } from 'vitest';
import type { StudentHistory } from '../../lan-server/contract/history.ts';
import type { LessonEvent } from '../../lan-server/ports.ts';
import { questionKinds } from '../../lan-server/questions/index.ts';
import type { Question } from '../../lan-server/questions/index.ts';
import { createOwnResults } from '../../lan-server/gateway/own-results.ts';
import { myLessonOf } from '../../lan-server/reports/student.ts';
import { choiceQuestion, entry, startedEvent } from '../db/lesson-events.ts';
import { codeOf, startRest } from './rest-server.ts';
import type { RestServer } from './rest-server.ts';

const questions: Question[] = [
  choiceQuestion('question-1'),
  { ...choiceQuestion('question-2'), explanation: 'Because of <water>.' },
  { ...questionKinds.opentext.blank('question-3'), text: 'Why <b>?' },
];

type Listed = { studentId: string; here: boolean };

/**
 * Ana and Ben of 7b in `count` lessons with a list of names: Ana has the first question right, the second wrong, and writes; Ben never
 * comes but to the first lesson.
 */
async function school(count: number) {
  const rest = await startRest();
  const teacher = (await rest.store.people.teacher())?.id ?? '';
  const made = await rest.asTeacher('POST', '/classes', { body: { name: '7b' } });
  const classId = String(made.json()['id']);
  const added = await rest.asTeacher('POST', `/classes/${classId}/students`, {
    body: { students: [{ name: 'Ana <Ruiz>', number: '77' }, { name: 'Ben' }] },
  });
  const [ana = '', ben = ''] = (added.json()['students'] as { id: string }[]).map(({ id }) => id);
  for (let number = 1; number <= count; number += 1)
    teach(rest, { teacher, classId, number }, [
      { studentId: ana, here: true },
      { studentId: ben, here: number === 1 },
    ]);
  return { ...rest, ana, ben, classId };
}

function teach(
  { store, time }: RestServer,
  { teacher, classId, number }: { teacher: string; classId: string; number: number },
  [ana, ben]: readonly [Listed, Listed],
): void {
  const lessonId = `lesson-000${number}`;
  const seats = [`seat-a00${number}`, `seat-b00${number}`] as const;
  const answer = (seatId: string, questionId: string, given: object): LessonEvent =>
    ({
      type: 'answered',
      seatId,
      questionId,
      round: 1,
      answer: given,
      commandId: `command-${seatId}-${questionId}`,
    }) as LessonEvent;
  const open = (questionId: string): LessonEvent => ({
    type: 'questionOpened',
    questionId,
    round: 1,
    closesAt: null,
    totalMs: null,
  });
  const started = startedEvent(lessonId, questions) as Extract<LessonEvent, { type: 'started' }>;
  const events: LessonEvent[] = [
    {
      ...started,
      settings: { identity: 'roster', changes: true },
      roster: [...seats],
    },
    { type: 'seatTaken', seatId: seats[0], device: `d-${seats[0]}` },
    ...(ben.here
      ? [{ type: 'seatTaken' as const, seatId: seats[1], device: `d-${seats[1]}` }]
      : []),
    open('question-1'),
    answer(seats[0], 'question-1', { picked: 1 }),
    ...(ben.here ? [answer(seats[1], 'question-1', { picked: 0 })] : []),
    open('question-2'),
    answer(seats[0], 'question-2', { picked: 0 }),
    open('question-3'),
    answer(seats[0], 'question-3', { text: `Ana thinks <${number}>` }),
    ...(ben.here ? [answer(seats[1], 'question-3', { text: 'Ben thinks' })] : []),
    { type: 'ended' },
  ];
  const base = entry(lessonId, 1, events, [
    { seatId: seats[0], name: 'Ana <Ruiz>' },
    { seatId: seats[1], name: 'Ben' },
  ]);
  const at = time.now - (10 - number) * 86_400_000;
  store.journal.create(
    { lessonId, ownerId: teacher, quizId: null, classId, sectionId: null },
    {
      ...base,
      events: base.events.map((stored, index) => ({ ...stored, at: at + index * 1000 })),
      students: [
        { seatId: seats[0], studentId: ana.studentId },
        { seatId: seats[1], studentId: ben.studentId },
      ],
    },
  );
}

describe('one student', () => {
  test('across lessons: points, attendance and own words; the file holds everything, harmlessly', async () => {
    const { asTeacher, ana, ben } = await school(2);
    const history = (await asTeacher('GET', `/students/${ana}/history`)).json() as StudentHistory;
    expect(history.student).toMatchObject({ name: 'Ana <Ruiz>', number: '77' });
    expect(history.mayErase).toBe(true);
    expect(history.enrolments).toMatchObject([{ className: '7b', to: null }]);
    expect(history.lessons).toMatchObject([
      {
        lessonId: 'lesson-0001',
        className: '7b',
        points: 2,
        maxPoints: 4,
        asked: 3,
        answered: 3,
        keyed: 2,
        right: 1,
        attendance: 'present',
      },
      { lessonId: 'lesson-0002', attendance: 'present' },
    ]);
    expect(history.written.map(({ text }) => text)).toEqual(['Ana thinks <2>', 'Ana thinks <1>']);
    const bens = (await asTeacher('GET', `/students/${ben}/history`)).json() as StudentHistory;
    expect(bens.lessons.map(({ attendance }) => attendance)).toEqual(['present', 'absent']);
    expect(JSON.stringify(bens)).not.toContain('Ana');

    const page = await asTeacher('GET', `/students/${ana}/export.html?lang=es`);
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.headers['content-disposition']).toContain('attachment');
    expect(page.text).toContain('<html lang="es">');
    expect(page.text).toContain('Ana &lt;Ruiz&gt;');
    expect(page.text).toContain('Ana thinks &lt;1&gt;');
    expect(page.text).not.toContain('<script');
    expect(page.text).not.toContain('Ben');
    const data = (await asTeacher('GET', `/students/${ana}/export.json`)).json();
    expect(data['student']).toMatchObject({ name: 'Ana <Ruiz>', number: '77', hasPin: false });
    expect(JSON.stringify(data)).toContain('Ana thinks <2>');
    expect(JSON.stringify(data)).not.toContain('Ben');
  });

  test('is erased with all they wrote; the class and its figures stay, and home tells who is missing', async () => {
    const { asTeacher, ana, ben, time, live } = await school(3);
    const before = (await asTeacher('GET', '/lessons/lesson-0001/results')).json();
    const home = (await asTeacher('GET', '/dashboard')).json();
    expect(home['attention']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ is: 'absent', studentId: ben, name: 'Ben', times: 2 }),
        expect.objectContaining({ is: 'disk' }),
      ]),
    );
    expect(home['outcomes']).toEqual(
      expect.arrayContaining([{ lessonId: 'lesson-0001', took: 2, right: expect.closeTo(1 / 3) }]),
    );

    await asTeacher('POST', '/lessons', { body: {} });
    const refused = await asTeacher('DELETE', `/students/${ana}/everything`);
    expect([refused.status, codeOf(refused)]).toEqual([409, 'lesson_runs']);
    live.liveCount = () => 0;

    expect((await asTeacher('DELETE', `/students/${ana}/everything`)).status).toBe(204);
    expect((await asTeacher('GET', `/students/${ana}/history`)).status).toBe(404);
    expect((await asTeacher('DELETE', `/students/${ana}/everything`)).status).toBe(404);
    const after = (await asTeacher('GET', '/lessons/lesson-0001/results')).json();
    expect(JSON.stringify(after)).not.toContain('Ana');
    const figures = (results: Record<string, unknown>) =>
      (results['questions'] as Record<string, unknown>[]).map((one) => [
        one['answered'],
        one['right'],
        one['meanCredit'],
      ]);
    expect(figures(after)).toEqual(figures(before));
    expect((await asTeacher('GET', `/students/${ben}/history`)).status).toBe(200);

    // Older than thirty days in three weeks: they are listed a week before.
    time.now += 20 * 86_400_000;
    const privacy = (await asTeacher('GET', '/privacy')).json();
    expect(privacy).toMatchObject({ days: 30 });
    expect(privacy['coming']).toMatchObject([
      { lessonId: 'lesson-0001', title: 'Osmosis', seats: 2 },
      { lessonId: 'lesson-0002' },
      { lessonId: 'lesson-0003' },
    ]);
  });

  test('reads their own results once they are released, and nobody reads them before', async () => {
    const { asTeacher, store, ana, ben, classId } = await school(1);
    const mine = async (id: string) => {
      const lessons = await store.history.lessonsOf(id, { teacherId: null, released: true });
      return lessons.map((lesson) => myLessonOf(lesson, 'en'));
    };
    expect((await asTeacher('GET', '/lessons/lesson-0001/released')).json()).toEqual({
      released: false,
      list: true,
    });
    expect(await mine(ana)).toEqual([]);
    await asTeacher('PUT', '/lessons/lesson-0001/released', { body: { released: true } });
    expect(await mine(ana)).toMatchObject([
      {
        title: 'Osmosis',
        points: 2,
        maxPoints: 4,
        answers: [
          { mine: 'B Second', right: true, key: 'B Second', points: 2 },
          { mine: 'A First', right: false, key: 'B Second', explanation: 'Because of <water>.' },
          { mine: 'Ana thinks <1>', right: null, key: null, points: null },
        ],
      },
    ]);
    expect(JSON.stringify(await mine(ben))).not.toContain('Ana');
    // On the device that sat there, and on no other that says it is hers.
    const own = createOwnResults(store);
    for (const device of ['d-seat-a001', 'd-of-a-classmate'])
      store.rosters.remember(device, classId, ana, 1);
    expect(await own(classId, 'd-seat-a001', 'en')).toMatchObject([{ title: 'Osmosis' }]);
    expect(await own(classId, 'd-of-a-classmate', 'en')).toEqual([]);
    expect(await own(classId, 'd-of-nobody', 'en')).toEqual({ rejected: 'not_joined' });

    await asTeacher('PUT', '/lessons/lesson-0001/released', { body: { released: false } });
    expect(await mine(ana)).toEqual([]);
  });
});
