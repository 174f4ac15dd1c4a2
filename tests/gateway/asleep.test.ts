import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Quiz } from '../../lan-server/contract/api.ts';
import { kindNamed } from '../../lan-server/questions/index.ts';
import type { Question } from '../../lan-server/questions/index.ts';
import { newId, seatPhones, timesBack } from '../load/reconnect.ts';
import type { Phone } from '../load/reconnect.ts';
import { startProgram } from '../support/program.ts';
import type { Program } from '../support/program.ts';
import { next, send, signIn } from '../support/teacher.ts';

const fixture = kindNamed('choice').fixtures[0]?.question as Extract<Question, { kind: 'choice' }>;
const question = { ...fixture, seconds: 20 };

let program: Program;
let phones: Phone[] = [];

beforeAll(async () => {
  program = await startProgram();
});
afterAll(async () => {
  program?.thaw();
  for (const { connection } of phones) connection.close();
  await program?.end();
});

test.skipIf(process.platform === 'win32')(
  'a laptop that sleeps takes no time from the class: its phones come back by themselves, to the same question with what was left',
  async () => {
    const teacher = await signIn(program);
    const quiz = await teacher.call<Quiz>('POST', '/quizzes', {
      title: 'Sleep',
      subject: '',
      questions: [question],
    });
    const lesson = await teacher.startLesson({ quizId: quiz.id });
    const desk = teacher.socket({ as: 'teacher', lessonId: lesson.id });
    await next(desk, 'plan');
    phones = await seatPhones(program.url, lesson.code, 5);
    await send(desk, { type: 'openQuestion', questionId: question.id });
    const [first] = phones;
    const given = { questionId: question.id, round: 1, answer: { picked: 1 } };
    await first?.connection.send(newId(), { type: 'answer', ...given });
    desk.disconnect();

    const times = await timesBack(phones, async () => {
      program.freeze();
      // A connection to a laptop that is asleep looks whole until the phone misses its pings, after up to 18 s.
      const links = () => new Set(phones.map(({ connection }) => connection.link().is));
      await expect.poll(links, { timeout: 60_000 }).toEqual(new Set(['offline']));
      program.thaw();
    });
    console.log(`awake: phones back after ${times.map(Math.round).join(', ')} ms`);
    for (const { welcome, seatId } of phones) {
      expect(welcome.seat?.seatId).toBe(seatId);
      const { stage } = welcome.view;
      // It slept for about eighteen of the twenty seconds: without the rule two were left at most.
      expect(stage.at === 'open' ? stage.timer?.leftMs : 0).toBeGreaterThan(5000);
    }
    expect(first?.welcome.seat?.answer).toMatchObject({ answer: { picked: 1 } });
  },
  120_000,
);
