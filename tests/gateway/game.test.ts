import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Quiz, Results } from '../../lan-server/contract/api.ts';
import type { ProjectorFrame, SeatFrame } from '../../lan-server/contract/frames.ts';
import { questionKinds } from '../../lan-server/questions/index.ts';
import { startProgram } from '../support/program.ts';
import type { Program } from '../support/program.ts';
import { connect, joinStudent, next, send, signIn } from '../support/teacher.ts';
import type { Teacher } from '../support/teacher.ts';

const question = { ...questionKinds.truefalse.blank('question-1'), text: 'Is it so?', right: true };
const questionId = question.id;

let program: Program;
let teacher: Teacher;

beforeAll(async () => {
  program = await startProgram();
  teacher = await signIn(program);
});
afterAll(() => program.end());

const answer = (picked: boolean) => ({ type: 'answer', questionId, round: 1, answer: { picked } });

test('points, teams and the board on the wall are the same after a power cut, and the results have them', async () => {
  const quiz = await teacher.call<Quiz>('POST', '/quizzes', {
    title: 'One',
    questions: [question],
  });
  const { id, code } = await teacher.startLesson({
    quizId: quiz.id,
    identity: 'anonymous',
    play: { leaderboard: true, scoring: 'speed', teams: { by: 'draw', names: ['Red', 'Blue'] } },
  });
  const desk = teacher.socket({ as: 'teacher', lessonId: id });
  await next(desk, 'plan');
  const students = [];
  for (const name of ['', '', '']) students.push(await joinStudent(program.url, code, name));
  const places = students.map(({ seat }) => seat.game?.team?.place);
  expect(new Set(places)).toEqual(new Set([0, 1]));
  const [first, second, third] = students;
  if (!first || !second || !third) throw new Error('three joined');
  // A student can neither change a drawn team nor do what is the teacher's.
  for (const command of [
    { type: 'chooseTeam', team: 1 },
    { type: 'moveSeat', seatId: first.seat.seatId, team: 1 },
    { type: 'showBoard', board: 'podium' },
  ])
    expect(await send(first.socket, command)).toMatchObject({ ok: false });
  expect(await send(desk, { type: 'openQuestion', questionId })).toMatchObject({ ok: true });
  expect(await send(first.socket, answer(true))).toMatchObject({ ok: true });
  expect(await send(second.socket, answer(false))).toMatchObject({ ok: true });
  const told = new Promise<SeatFrame>((resolve) => {
    first.socket.on('seat', (frame) => frame.seat.game?.place && resolve(frame));
  });
  for (const command of [
    { type: 'revealKey', questionId },
    { type: 'moveSeat', seatId: first.seat.seatId, team: 0 },
    { type: 'moveSeat', seatId: second.seat.seatId, team: 1 },
    { type: 'moveSeat', seatId: third.seat.seatId, team: 1 },
    { type: 'showBoard', board: 'podium' },
  ])
    expect(await send(desk, command)).toMatchObject({ ok: true });
  const place = { rank: 1, of: 2, points: 1000, toNext: null };
  expect((await told).seat.game).toMatchObject({ team: { name: 'Red', place: 0 }, place });
  expect(JSON.stringify(await told)).not.toContain('Blue');

  await program.kill();
  program = await program.again();
  teacher = await signIn(program);
  const wall = teacher.socket({ as: 'projector', lessonId: id });
  const { view } = (await next(wall, 'frame')) as ProjectorFrame;
  expect(view.board).toMatchObject({
    is: 'podium',
    rows: [
      { name: 'Red', points: 1000, rank: 1 },
      { name: 'Blue', points: 0, rank: 2 },
    ],
  });
  const back = connect(program.url, { as: 'student', code, device: first.device });
  const welcome = await next(back, 'welcome');
  expect(welcome.view.board).toBe('podium');
  expect(welcome.seat?.game?.place).toEqual(place);

  const { game } = await teacher.call<Results>('GET', `/lessons/${id}/results`);
  expect(game?.teams?.map(({ name, members, points }) => [name, members, points])).toEqual([
    ['Red', 1, 1000],
    ['Blue', 2, 0],
  ]);
  expect(game?.students.map(({ points, rank, team }) => [points, rank, team])).toEqual([
    [1000, 1, 'Red'],
    [0, 2, 'Blue'],
    [0, 2, 'Blue'],
  ]);
  for (const socket of [wall, back, desk, ...students.map((one) => one.socket)])
    socket.disconnect();
});
