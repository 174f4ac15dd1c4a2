import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProjectorFrame, TeacherFrame } from '../../lan-server/contract/frames.ts';
import type { QaFrame } from '../../lan-server/contract/qa.ts';
import type { Results } from '../../lan-server/contract/api.ts';
import { startProgram } from '../support/program.ts';
import type { Program } from '../support/program.ts';
import { joinStudent, next, send, signIn } from '../support/teacher.ts';
import type { Teacher, TestSocket } from '../support/teacher.ts';

let program: Program;
let teacher: Teacher;
const open: TestSocket[] = [];
const keep = (socket: TestSocket) => {
  open.push(socket);
  return socket;
};

beforeAll(async () => {
  program = await startProgram();
  teacher = await signIn(program);
});
afterAll(async () => {
  for (const socket of open) socket.disconnect();
  await program.end();
});

async function lesson(play: object) {
  const { id, code } = await teacher.startLesson({ play });
  const desk = await atDesk(id);
  const student = async (name: string) => {
    const { socket, seat } = await joinStudent(program.url, code, name);
    keep(socket);
    const posts = async () => {
      const ack = await send(socket, { type: 'readPosts' });
      return ack.ok ? (ack.posts ?? []) : ack.error.code;
    };
    return { socket, seat, posts };
  };
  return { id, code, ...desk, student };
}

async function atDesk(id: string, as: Teacher = teacher) {
  const desk = keep(as.socket({ as: 'teacher', lessonId: id }));
  const wall = keep(as.socket({ as: 'projector', lessonId: id }));
  let qa: QaFrame | null = null;
  let console: TeacherFrame | null = null;
  let shown: ProjectorFrame | null = null;
  desk.on('qa', (frame) => (qa = frame));
  desk.on('frame', (frame) => (console = frame as TeacherFrame));
  wall.on('frame', (frame) => (shown = frame as ProjectorFrame));
  await next(desk, 'plan');
  return {
    desk,
    qa: () => qa,
    frame: () => console,
    wall: () => shown,
  };
}

test('a question waits for the teacher, is seen and voted for once it is through, stands on the wall, and survives a restart', async () => {
  const { id, desk, qa, wall, student } = await lesson({ qa: 'moderated' });
  const ada = await student('Ada');
  const ben = await student('Ben');
  const asked = await send(ada.socket, { type: 'post', text: ' Why does it burst? \u0007' });
  expect(asked).toMatchObject({ ok: true });
  await expect
    .poll(() => qa()?.posts)
    .toMatchObject([{ text: 'Why does it burst?', standing: 'waits', votes: 0 }]);
  const postId = qa()?.posts[0]?.id ?? '';
  expect(await ada.posts()).toMatchObject([{ own: true, standing: 'waits' }]);
  expect(await ben.posts()).toEqual([]);
  expect(await send(ben.socket, { type: 'votePost', postId, on: true })).toMatchObject({
    ok: false,
  });
  // Not the student's to decide, whatever the packet says.
  expect(await send(ben.socket, { type: 'setPost', postId, standing: 'shown' })).toMatchObject({
    ok: false,
    error: { code: 'bad_request' },
  });

  await send(desk, { type: 'setPost', postId, standing: 'shown' });
  expect(await ben.posts()).toMatchObject([{ own: false, voted: false, votes: 0 }]);
  for (let tap = 0; tap < 2; tap += 1)
    expect(await send(ben.socket, { type: 'votePost', postId, on: true })).toMatchObject({
      ok: true,
    });
  expect(await send(ada.socket, { type: 'votePost', postId, on: true })).toMatchObject({
    ok: false,
    error: { code: 'forbidden' },
  });
  await expect.poll(() => qa()?.posts[0]?.votes).toBe(1);
  await send(desk, { type: 'showPost', postId });
  await expect.poll(() => wall()?.view.post).toEqual({ text: 'Why does it burst?', votes: 1 });
  expect(JSON.stringify(wall())).not.toContain(ada.seat.seatId);

  await program.kill();
  program = await program.again();
  teacher = await signIn(program);
  const again = await atDesk(id);
  await expect
    .poll(() => again.qa())
    .toMatchObject({
      posts: [{ id: postId, standing: 'shown', votes: 1 }],
      onWall: postId,
    });
  await send(again.desk, { type: 'setPost', postId, standing: 'hidden' });
  await expect.poll(() => again.wall()?.view.post).toBeUndefined();

  // It is kept with the lesson, and says of nobody that they asked.
  const results = await teacher.call<Results>('GET', `/lessons/${id}/results`);
  expect(results.posts).toMatchObject([
    { text: 'Why does it burst?', standing: 'hidden', votes: 1 },
  ]);
  expect(JSON.stringify(results.posts)).not.toContain(ada.seat.seatId);
});

test('open questions are seen at once; what a removed student asked goes with them; too many are refused', async () => {
  const { desk, qa, student } = await lesson({ qa: 'open' });
  const ada = await student('Ada');
  const ben = await student('Ben');
  await send(ada.socket, { type: 'post', text: 'Is it in the test?' });
  expect(await ben.posts()).toMatchObject([{ text: 'Is it in the test?', standing: 'shown' }]);
  for (let at = 0; at < 19; at += 1) await send(ada.socket, { type: 'post', text: `Again ${at}` });
  expect(await send(ada.socket, { type: 'post', text: 'One more' })).toMatchObject({
    ok: false,
    error: { code: 'too_many' },
  });
  await expect.poll(() => qa()?.posts.length).toBe(20);
  await send(desk, { type: 'removeSeat', seatId: ada.seat.seatId });
  await expect.poll(() => qa()?.posts.length).toBe(0);
  expect(await ben.posts()).toEqual([]);
  expect(await ada.posts()).toBe('seat_removed');
});

test('moods are counted by seat and applause by sign, on the console at once, and nothing of it where it is off', async () => {
  const { frame, wall, student } = await lesson({ pulse: true, reactions: true });
  const ada = await student('Ada');
  const ben = await student('Ben');
  await send(ada.socket, { type: 'feel', mood: 'lost' });
  await send(ada.socket, { type: 'feel', mood: 'slower' });
  await send(ben.socket, { type: 'feel', mood: 'lost' });
  await expect.poll(() => frame()?.moods).toEqual({ lost: 1, slower: 1, fine: 0 });
  await send(ben.socket, { type: 'react', reaction: 'clap' });
  await expect.poll(() => wall()?.reactions).toEqual({ clap: 1, heart: 0, idea: 0, wow: 0 });
  expect(wall()).not.toHaveProperty('moods');
  expect(await ada.posts()).toBe('not_in_this_lesson');

  const quiet = await lesson({});
  const cleo = await quiet.student('Cleo');
  for (const command of [
    { type: 'feel', mood: 'lost' },
    { type: 'react', reaction: 'clap' },
    { type: 'post', text: 'Hello?' },
  ])
    expect(await send(cleo.socket, command)).toMatchObject({
      ok: false,
      error: { code: 'not_in_this_lesson' },
    });
});
