import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { reject } from '../../../lan-server/contract/rejections.ts';
import { createClock } from '../../../lan-server/live/clock.ts';
import { anId, createStage, onDisk, question, seated, tap, untimed } from './stage.ts';
import type { Stage } from './stage.ts';

const day = 24 * 60 * 60_000;

async function running() {
  const stage = createStage();
  const room = await stage.start();
  const seat = await seated(room, 'Ana');
  await room.teacher(anId(), { type: 'openQuestion', questionId: question.id });
  return { stage, room, seat, id: room.lessonId };
}

function roomOf(stage: Stage, id: string) {
  const room = stage.lessons.room(id);
  if (!room) throw new Error('the lesson is not there');
  return room;
}

const phase = (stage: Stage, id: string) =>
  roomOf(stage, id).state().asked.get(question.id)?.progress.phase;

describe('the time of a question', () => {
  test('ends at its second and a moment, not before', async () => {
    const { stage, id } = await running();
    await stage.pass(60_300);
    expect(phase(stage, id)).toBe('open');
    await stage.pass(200);
    expect(phase(stage, id)).toBe('closed');
  });

  test('follows more time, a pause and its end', async () => {
    const { stage, room, id } = await running();
    await stage.pass(50_000);
    await room.teacher(anId(), { type: 'extendTimer', seconds: 30 });
    await stage.pass(20_000);
    await room.teacher(anId(), { type: 'pauseLesson' });
    await stage.pass(day);
    expect(phase(stage, id)).toBe('open');
    await room.teacher(anId(), { type: 'resumeLesson' });
    await stage.pass(20_300);
    expect(phase(stage, id)).toBe('open');
    await stage.pass(200);
    expect(phase(stage, id)).toBe('closed');
  });

  test('stands still while the laptop sleeps, also where it would have been up long ago', async () => {
    const { stage, id } = await running();
    await stage.pass(20_000);
    stage.sleep(60 * 60_000);
    await stage.pass(0);
    expect(phase(stage, id)).toBe('open');
    expect(
      stage.heard.findLast((heard) => heard.to === 'students')?.frame.view.stage,
    ).toMatchObject({
      timer: { leftMs: 40_000, running: true },
    });
    await stage.pass(40_300);
    expect(phase(stage, id)).toBe('open');
    await stage.pass(200);
    expect(phase(stage, id)).toBe('closed');
    // It is an event like any other: a crash after the sleep keeps what was given back.
    expect(onDisk(stage, roomOf(stage, id))).toEqual(roomOf(stage, id).state());
  });

  test('that stands still in a pause is not moved by a sleep', async () => {
    const { stage, room, id } = await running();
    await stage.pass(20_000);
    await room.teacher(anId(), { type: 'pauseLesson' });
    stage.sleep(day);
    await stage.pass(1000);
    await room.teacher(anId(), { type: 'resumeLesson' });
    await stage.pass(40_300);
    expect(phase(stage, id)).toBe('open');
    await stage.pass(200);
    expect(phase(stage, id)).toBe('closed');
  });

  test('that is set in a paused lesson begins when the pause ends', async () => {
    const stage = createStage();
    const room = await stage.start();
    await room.teacher(anId(), { type: 'openQuestion', questionId: untimed.id });
    await room.teacher(anId(), { type: 'pauseLesson' });
    await room.teacher(anId(), { type: 'extendTimer', seconds: 30 });
    await stage.pass(300_000);
    await room.teacher(anId(), { type: 'resumeLesson' });
    await stage.pass(29_000);
    const progress = () => room.state().asked.get(untimed.id)?.progress.phase;
    expect(progress()).toBe('open');
    await stage.pass(2000);
    expect(progress()).toBe('closed');
  });

  test.each([
    ['later', 5000],
    ['days later', 3 * day],
    ['at the same moment', 0],
    ['and the laptop’s clock was set back an hour', -60 * 60_000],
  ])('goes on with what was left when the program comes back %s', async (_when, lostMs) => {
    const { stage, id } = await running();
    await stage.pass(20_000);
    const after = stage.crash(lostMs);
    expect(await after.lessons.recover()).toBe(1);
    const timer = roomOf(after, id).publisher.studentFrame().view.stage;
    expect(timer).toMatchObject({ timer: { totalMs: 60_000 } });
    const left = timer.at === 'open' ? (timer.timer?.leftMs ?? 0) : 0;
    // The running timer is noted once a second.
    expect(left).toBeGreaterThanOrEqual(40_000);
    expect(left).toBeLessThanOrEqual(41_000);
    await after.pass(40_000);
    expect(phase(after, id)).toBe('open');
    await after.pass(1500);
    expect(phase(after, id)).toBe('closed');
  });
});

describe('after a restart', () => {
  test('all unfinished lessons go on under their codes; the ended one waits for late answers only', async () => {
    const stage = createStage();
    const rooms = [await stage.start(), await stage.start(), await stage.start()];
    await rooms[1]?.teacher(anId(), { type: 'endLesson' });
    const after = stage.crash(1000);
    expect(await after.lessons.recover()).toBe(2);
    expect(after.lessons.live().map(({ code }) => code)).toEqual(['1000', '1002']);
    const ended = rooms[1]?.lessonId ?? '';
    expect(after.lessons.room(ended)?.state().status).toBe('ended');
    await after.pass(30 * 60_000);
    expect(after.lessons.room(ended)).toBeNull();
    const muchLater = after.crash(1000);
    await muchLater.lessons.recover();
    expect(muchLater.lessons.room(ended)).toBeNull();
  });

  test('a retry of before gets the reply of before', async () => {
    const { stage, room, seat, id } = await running();
    const command = anId();
    const first = await tap(room, seat, 1, command);
    const after = stage.crash(1000);
    await after.lessons.recover();
    expect(await tap(roomOf(after, id), seat, 1, command)).toEqual(first);
  });

  test('a damaged row costs what it said and nothing else: its lesson and the others go on', async () => {
    const { stage, room, seat, id } = await running();
    const ben = await seated(room, 'Ben');
    await tap(room, seat, 1);
    await tap(room, ben, 1);
    const other = await stage.start();
    const events = stage.journal.lessons.get(id)?.events ?? [];
    const bens = events.find(({ event }) => event.type === 'seatTaken' && event.seatId === ben);
    if (bens) bens.event = { type: 'unreadable' };

    const after = stage.crash(1000);
    expect(await after.lessons.recover()).toBe(2);
    const back = roomOf(after, id);
    expect(after.complaints).toContain('The journal of a lesson is damaged; the rest goes on.');
    expect(back.state().asked.get(question.id)?.answered).toBe(1);
    // Ben's phone takes a seat anew, and everything that follows is stored.
    const again = await seated(back, 'Ben');
    expect(await tap(back, again, 1)).toHaveProperty('at');
    expect(back.state().asked.get(question.id)?.answered).toBe(2);
    expect(roomOf(after, other.lessonId).state()).toEqual(onDisk(after, other));
  });

  test('a damaged last row leaves its place taken, so that the next event can be stored', async () => {
    const { stage, seat, room, id } = await running();
    await tap(room, seat, 1);
    const last = stage.journal.lessons.get(id)?.events.at(-1);
    if (last) last.event = { type: 'unreadable' };
    const after = stage.crash(1000);
    await after.lessons.recover();
    expect(await tap(roomOf(after, id), seat, 2)).toHaveProperty('at');
  });

  test('a lesson without its beginning is ended, so that it stands among the results', async () => {
    const { stage, id } = await running();
    const other = await stage.start();
    const first = stage.journal.lessons.get(id)?.events[0];
    if (first) first.event = { type: 'unreadable' };
    const after = stage.crash(1000);
    expect(await after.lessons.recover()).toBe(1);
    expect(after.lessons.room(id)).toBeNull();
    expect(after.journal.lessons.get(id)?.events.at(-1)?.event.type).toBe('ended');
    expect(after.lessons.room(other.lessonId)).not.toBeNull();
  });
});

test('an ended lesson is remembered for late phones, then forgotten, and its code is free', async () => {
  const { stage, room, id } = await running();
  const { code } = room.state();
  await room.teacher(anId(), { type: 'endLesson' });
  expect(stage.lessons.byCode(code)).toEqual(reject('lesson_over'));
  expect(stage.lessons.roomByCode(code)).toBe(room);
  expect(await room.join('device', 'Ben')).toEqual(reject('lesson_over'));
  await stage.pass(31 * 60_000);
  expect(stage.lessons.room(id)).toBeNull();
  expect(stage.lessons.byCode(code)).toEqual(reject('unknown_code'));
  // A phone that is still connected is refused, and nothing is published any more.
  stage.heard.length = 0;
  expect(await room.join('device', 'Ben')).toEqual(reject('lesson_over'));
  room.publisher.refresh();
  await stage.pass(1000);
  expect(stage.heard).toEqual([]);
});

test('the clock stands by itself while a lesson runs, and takes the laptop’s time before the first one', () => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'], now: 5_000_000 });
  onTestFinished(() => void vi.useRealTimers());
  const clock = createClock();
  vi.advanceTimersByTime(1000);
  // The laptop slept: the wall clock went on, monotonic time did not.
  vi.setSystemTime(90_000_000);
  expect(clock.now()).toBe(5_001_000);
  clock.sync();
  expect(clock.now()).toBe(90_000_000);
});

test('only the first lesson of several takes the laptop’s time', async () => {
  const stage = createStage();
  const first = await stage.start();
  await stage.start();
  expect(stage.syncs()).toBe(1);
  await first.teacher(anId(), { type: 'endLesson' });
  await stage.start();
  expect(stage.syncs()).toBe(1);
});

describe('the lesson’s clock after a sleep', () => {
  function laptop() {
    const time = { wall: 1_000_000, monotonic: 50 };
    const clock = createClock(
      () => time.wall,
      () => time.monotonic,
    );
    const pass = (wall: number, monotonic: number) => {
      time.wall += wall;
      time.monotonic += monotonic;
    };
    return { clock, pass };
  }

  test.each([
    ['stood still', 0],
    ['went on', 3_600_000],
  ])('is the laptop’s where the monotonic one %s, and says what was slept', (_how, monotonic) => {
    const { clock, pass } = laptop();
    pass(1000, 1000);
    expect(clock.wake()).toBe(0);
    pass(3_600_000, monotonic);
    expect(clock.wake()).toBe(3_600_000);
    expect(clock.now()).toBe(4_601_000);
    expect(clock.wake()).toBe(0);
  });

  test('counts a short break as time like any other', () => {
    const { clock, pass } = laptop();
    pass(4900, 4900);
    expect(clock.wake()).toBe(0);
    expect(clock.now()).toBe(1_004_900);
  });

  test('is not set back with the laptop’s, asleep or awake', () => {
    const { clock, pass } = laptop();
    pass(-3_600_000, 1000);
    expect(clock.wake()).toBe(0);
    expect(clock.now()).toBe(1_001_000);
    pass(-3_600_000, 60_000);
    expect(clock.wake()).toBe(60_000);
    expect(clock.now()).toBe(1_061_000);
  });

  test('set forward while the program runs, moves timers by as much: what is left stays', () => {
    const { clock, pass } = laptop();
    pass(3_601_000, 1000);
    const before = 1_001_000;
    const moved = clock.wake();
    expect(clock.now() - before).toBe(3_600_000);
    expect(moved).toBe(3_601_000);
  });
});
