import { describe, expect, test } from 'vitest';
import { coalesce } from '../../../lan-server/live/coalesce.ts';
import { anId, createStage, question, seated, tap, untimed } from './stage.ts';
import type { Stage } from './stage.ts';

type Room = Awaited<ReturnType<Stage['start']>>;

async function classOf(names: string[], lesson = {}) {
  const stage = createStage();
  const room = await stage.start(lesson);
  const seats = await Promise.all(names.map((name) => seated(room, name)));
  await stage.pass(100);
  stage.heard.length = 0;
  return { stage, room, seats };
}

async function tell(stage: Stage, room: Room, command: Parameters<Room['teacher']>[1]) {
  stage.heard.length = 0;
  expect(await room.teacher(anId(), command)).toHaveProperty('at');
  await stage.pass(100);
  return stage.heard.flatMap(({ to }) => (to.startsWith('seat ') ? [to.slice(5)] : []));
}

describe('wall and console', () => {
  test('get at most twenty frames a second, and the last state always', async () => {
    const { stage, room, seats } = await classOf(['Ana']);
    await room.teacher(anId(), { type: 'openQuestion', questionId: question.id });
    await stage.pass(1000);
    stage.heard.length = 0;
    for (let at = 0; at < 100; at += 1) {
      await tap(room, seats[0] ?? '', at % 3);
      await stage.pass(10);
    }
    await tap(room, seats[0] ?? '', 1);
    await stage.pass(100);
    const frames = stage.heard.flatMap((each) => (each.to === 'console' ? [each.frame] : []));
    expect(frames.length).toBeLessThanOrEqual(22);
    expect(frames.length).toBeGreaterThan(15);
    const picture = frames.at(-1)?.view.current?.picture;
    expect(picture).toMatchObject({ counts: [0, 1, 0] });
  });

  test('show the last answer of the class at once, whenever the frame before it was', async () => {
    const { stage, room, seats } = await classOf(['Ana', 'Ben', 'Chiara']);
    await room.teacher(anId(), { type: 'openQuestion', questionId: question.id });
    await stage.pass(1000);
    stage.heard.length = 0;
    const shown = () =>
      stage.heard.flatMap((each) =>
        each.to === 'wall' && each.frame.view.stage.at === 'open'
          ? [each.frame.view.stage.answered]
          : [],
      );
    for (const [at, seat] of seats.entries()) await tap(room, seat, at);
    expect(shown()).toEqual([1, 3]);
    // Whoever changes an answer afterwards waits for the next frame like everybody.
    await tap(room, seats[0] ?? '', 2);
    await tap(room, seats[1] ?? '', 2);
    expect(shown()).toEqual([1, 3]);
    await stage.pass(100);
    expect(shown()).toEqual([1, 3, 3]);
  });

  test('are told the new seats once, also where a console comes late', async () => {
    const { stage, room } = await classOf(['Ana', 'Ben']);
    const late = room.publisher.console().roster;
    expect(late).toMatchObject({ from: 0, seats: [{ name: 'Ana' }, { name: 'Ben' }] });
    await seated(room, 'Chiara');
    await stage.pass(100);
    const increments = stage.heard.flatMap((each) => (each.to === 'roster' ? [each.frame] : []));
    expect(increments).toMatchObject([{ from: 2, seats: [{ name: 'Chiara' }] }]);
  });

  test('a request behind a run that threw still leads to a run', () => {
    const waiting: (() => void)[] = [];
    let runs = 0;
    const { ask } = coalesce(
      () => {
        runs += 1;
        if (runs === 1) throw new Error('cannot draw');
      },
      50,
      { set: (run) => waiting.push(run), clear() {} },
    );
    expect(ask).toThrow('cannot draw');
    ask();
    expect(runs).toBe(2);
  });
});

describe('a seat’s own frame', () => {
  test('goes at the reveal to those who answered, before the reveal itself', async () => {
    const { stage, room, seats } = await classOf(['Ana', 'Ben', 'Chiara']);
    await room.teacher(anId(), { type: 'openQuestion', questionId: question.id });
    await tap(room, seats[0] ?? '', 1);
    await tap(room, seats[2] ?? '', 0);
    expect(await tell(stage, room, { type: 'revealKey', questionId: question.id })).toEqual([
      seats[0],
      seats[2],
    ]);
    const order = stage.heard.map(({ to }) => to);
    expect(order.indexOf('students')).toBeGreaterThan(order.indexOf(`seat ${seats[2]}`));
  });

  test('goes to those who answered when the lesson comes back to their question', async () => {
    const { stage, room, seats } = await classOf(['Ana', 'Ben']);
    await room.teacher(anId(), { type: 'openQuestion', questionId: question.id });
    await tap(room, seats[1] ?? '', 1);
    expect(await tell(stage, room, { type: 'goTo', questionId: untimed.id })).toEqual([]);
    expect(await tell(stage, room, { type: 'goTo', questionId: question.id })).toEqual([seats[1]]);
  });

  test('goes to another tab of the seat that answered, and to nobody else', async () => {
    const { stage, room, seats } = await classOf(['Ana', 'Ben']);
    await room.teacher(anId(), { type: 'openQuestion', questionId: question.id });
    stage.heard.length = 0;
    await tap(room, seats[0] ?? '', 1);
    expect(stage.heard.filter(({ to }) => to.startsWith('seat '))).toEqual([]);
    room.presence.arrive(seats[0] ?? '');
    await tap(room, seats[0] ?? '', 2);
    const seat = stage.heard.filter(({ to }) => to.startsWith('seat '));
    expect(seat).toMatchObject([
      { to: `seat ${seats[0]}`, frame: { seat: { answer: { answer: { picked: 2 } } } } },
    ]);
  });

  test('tells of points that a further round takes back', async () => {
    const { stage, room, seats } = await classOf(['Ana', 'Ben']);
    await room.teacher(anId(), { type: 'openQuestion', questionId: question.id });
    await tap(room, seats[0] ?? '', 1);
    await room.teacher(anId(), { type: 'revealKey', questionId: question.id });
    expect(await tell(stage, room, { type: 'openQuestion', questionId: question.id })).toContain(
      seats[0],
    );
    expect(stage.heard).toContainEqual(
      expect.objectContaining({
        to: `seat ${seats[0]}`,
        frame: expect.objectContaining({ seat: expect.objectContaining({ points: 0 }) }),
      }),
    );
  });

  test('tells of points that a key set later for an earlier question gives', async () => {
    const { stage, room, seats } = await classOf(['Ana', 'Ben']);
    await room.teacher(anId(), { type: 'openQuestion', questionId: question.id });
    await tap(room, seats[1] ?? '', 2);
    await room.teacher(anId(), { type: 'revealKey', questionId: question.id });
    await room.teacher(anId(), { type: 'openQuestion', questionId: untimed.id });
    const key = { right: 2 };
    expect(await tell(stage, room, { type: 'setKey', questionId: question.id, key })).toEqual([
      seats[1],
    ]);
  });

  test('is not made for who is away', async () => {
    const { stage, room, seats } = await classOf(['Ana', 'Ben']);
    await room.teacher(anId(), { type: 'openQuestion', questionId: question.id });
    for (const seatId of seats) await tap(room, seatId, 1);
    room.presence.leave(seats[0] ?? '');
    expect(await tell(stage, room, { type: 'revealKey', questionId: question.id })).toEqual([
      seats[1],
    ]);
  });
});

test('presence counts seats, whatever the order in which their devices come and go', async () => {
  const { room, seats } = await classOf(['Ana', 'Ben']);
  const [ana = ''] = seats;
  const { presence } = room;
  presence.arrive(ana);
  expect(presence.here).toBe(2);
  presence.leave(ana);
  expect(presence.isHere(ana)).toBe(true);
  presence.leave(ana);
  presence.leave(ana);
  expect(presence.isHere(ana)).toBe(false);
  expect(presence.here).toBe(1);
  presence.arrive(ana);
  expect(presence.here).toBe(2);
});

describe('what is sent does not grow with the class:', () => {
  /** Bytes with every number as one digit: 10 and 1000 are what they say, not size. */
  const bytes = (frame: unknown) => JSON.stringify(frame).replaceAll(/\d+/g, '0').length;

  async function sizes(students: number) {
    const names = Array.from(
      { length: students },
      (_, index) => `Student ${String(index).padStart(4, '0')}`,
    );
    const { stage, room, seats } = await classOf(names);
    await room.teacher(anId(), { type: 'openQuestion', questionId: question.id });
    await room.teacher(anId(), { type: 'setWall', wall: { results: true } });
    await Promise.all(seats.map((seatId, index) => tap(room, seatId, index % 3)));
    await stage.pass(100);
    const open = room.publisher;
    const measured = [
      bytes(open.studentFrame()),
      bytes(open.welcome(seats[0] ?? '')),
      bytes(open.projectorFrame()),
    ];
    const console = bytes(open.console().frame);
    await room.teacher(anId(), { type: 'revealKey', questionId: question.id });
    measured.push(
      bytes(open.studentFrame()),
      bytes(open.welcome(seats[0] ?? '')),
      bytes(open.projectorFrame()),
    );
    return { measured, console };
  }

  test('a thousand phones and the wall get the bytes of fifty; the console one character more a seat', async () => {
    // The wall names the newest forty, so that fifty is a class like any other.
    const small = await sizes(50);
    const large = await sizes(1000);
    expect(large.measured).toEqual(small.measured);
    expect(large.console - small.console).toBe(950);
  });
});
