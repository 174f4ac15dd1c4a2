import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Quiz, Results } from '../../lan-server/contract/api.ts';
import type { TeacherFrame } from '../../lan-server/contract/frames.ts';
import { questionKinds } from '../../lan-server/questions/index.ts';
import { startProgram } from '../support/program.ts';
import type { Program } from '../support/program.ts';
import { connect, joinStudent, newDevice, next, send, signIn } from '../support/teacher.ts';
import type { Teacher, TestSocket } from '../support/teacher.ts';

const question = {
  ...questionKinds.choice.blank('question-1'),
  text: 'Which?',
  options: ['First', 'Second', 'Third'],
  right: 1,
};
const questionId = question.id;

let program: Program;
let teacher: Teacher;
const open: TestSocket[] = [];

beforeAll(async () => {
  program = await startProgram();
  teacher = await signIn(program);
});
afterAll(async () => {
  for (const socket of open) socket.disconnect();
  await program.end();
});

async function consoleOf(lessonId: string) {
  const socket = teacher.socket({ as: 'teacher', lessonId });
  open.push(socket);
  let newest = null as TeacherFrame | null;
  socket.on('frame', (frame) => (newest = frame as TeacherFrame));
  await next(socket, 'plan');
  return {
    current: () => newest?.view.current,
    async ask(command: object) {
      expect(await send(socket, command)).toMatchObject({ ok: true });
    },
  };
}

const answer = (socket: TestSocket, round: number, picked: number, sure?: boolean, id?: string) =>
  send(
    socket,
    {
      type: 'answer',
      questionId,
      round,
      answer: { picked },
      ...(sure !== undefined && { sure }),
    },
    id,
  );

test('a discussion, its first vote and how sure students were outlive a power cut, and the results say who moved', async () => {
  const quiz = await teacher.call<Quiz>('POST', '/quizzes', {
    title: 'One',
    questions: [question],
  });
  const lesson = await teacher.startLesson({ quizId: quiz.id, play: { confidence: true } });
  const before = await consoleOf(lesson.id);
  const ana = newDevice();
  const ben = newDevice();
  const anas = (await joinStudent(program.url, lesson.code, 'Ana', ana)).socket;
  const bens = (await joinStudent(program.url, lesson.code, 'Ben', ben)).socket;
  open.push(anas, bens);
  await before.ask({ type: 'openQuestion', questionId });
  await answer(anas, 1, 1);
  await answer(bens, 1, 0, true);
  const said = await answer(anas, 1, 1, false, 'sure-said-once');
  // A retry gets its first reply, and counts once.
  expect(await answer(anas, 1, 1, false, 'sure-said-once')).toEqual(said);
  await expect
    .poll(() => before.current()?.confidence)
    .toMatchObject({ sure: 1, unsure: 1, rightUnsure: 1, wrongSure: 1 });
  await before.ask({ type: 'closeQuestion', questionId });
  await expect.poll(() => before.current()?.worthTalking).toBe(true);
  await before.ask({ type: 'discuss', questionId, seconds: 600 });
  await program.kill();
  program = await program.again();

  const after = await consoleOf(lesson.id);
  await expect.poll(() => after.current()?.talk?.timer?.running).toBe(true);
  const back = async (device: string) => {
    const socket = connect(program.url, { as: 'student', code: lesson.code, device });
    open.push(socket);
    return { socket, welcome: await next(socket, 'welcome') };
  };
  const [anaAgain, benAgain] = [await back(ana), await back(ben)];
  expect(anaAgain.welcome.view.stage).toMatchObject({ at: 'closed', talk: {} });
  await after.ask({ type: 'voteAgain', questionId });
  await answer(anaAgain.socket, 2, 1);
  await answer(benAgain.socket, 2, 1, true);
  // What belongs to the first vote is no answer to the second.
  expect(await answer(benAgain.socket, 1, 2)).toMatchObject({ ok: false });
  await after.ask({ type: 'revealKey', questionId });
  const flow = [
    [0, 1, 0],
    [0, 1, 0],
    [0, 0, 0],
  ];
  await expect
    .poll(() => after.current()?.compared)
    .toMatchObject({ round: 1, right: 1, both: 2, flow, talked: true });
  const results = await teacher.call<Results>('GET', `/lessons/${lesson.id}/results`);
  expect(results.questions[0]).toMatchObject({
    right: 2,
    confidence: { sure: 1, rightSure: 1 },
    votes: [
      { round: 1, answered: 2, right: 1 },
      { round: 2, answered: 2, right: 2 },
    ],
    compared: { flow },
  });
});
