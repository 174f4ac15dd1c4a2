import { describe, expect, test } from 'vitest';
import type { Ack, StudentCommand } from '../../lan-server/contract/commands.ts';
import type { SeatView, StudentView } from '../../lan-server/contract/frames.ts';
import type { ServerEvents } from '../../lan-server/contract/sockets.ts';
import type { Connection, LinkState } from '../../renderer/live/connection.ts';
import { seatCode } from '../../lan-server/contract/seat-code.ts';
import type { WayBack } from '../../renderer/live/way-back.ts';
import { createDeviceStore } from '../../renderer/live/device.ts';
import { createSeatSession } from '../../renderer/live/seat-session.ts';
import { memoryStorage } from './student-storage.ts';

const question = {
  id: 'question-1',
  kind: 'choice' as const,
  text: 'What happens next?',
  points: 1,
  options: ['It shrinks', 'It bursts'],
};

function view(at: 'lobby' | 'open' | 'closed', round = 1): StudentView {
  const asked = { number: 1, of: 2, round, question };
  return {
    lesson: { id: 'lesson-1', title: 'Osmosis', code: '4827', identity: 'nickname' },
    status: 'live',
    changes: true,
    stage:
      at === 'lobby' ? { at } : at === 'open' ? { at, ...asked, timer: null } : { at, ...asked },
  };
}

const seat: SeatView = {
  seatId: 'seat-1',
  name: 'Priya',
  removed: false,
  points: 0,
  answer: null,
  result: null,
};
const given = { questionId: 'question-1', round: 1, number: 1, answer: { picked: 1 } };

/** A laptop at the other end, as the page's connection sees it. */
function laptop(storage = memoryStorage(), brought: WayBack | null = null) {
  let link: LinkState = { is: 'connecting' };
  const linkListeners: ((state: LinkState) => void)[] = [];
  const events: Partial<Record<keyof ServerEvents, (payload: never) => void>> = {};
  const commands: { id: string; command: StudentCommand; answer: (ack: Ack | null) => void }[] = [];
  const connection: Connection = {
    link: () => link,
    onLink(listener) {
      linkListeners.push(listener);
      return () => undefined;
    },
    on(event, listener) {
      events[event] = listener;
    },
    send: (id, command) =>
      new Promise((answer) => {
        commands.push({ id, command: command as StudentCommand, answer });
      }),
    retryNow: () => undefined,
    renew: () => undefined,
    close: () => undefined,
  };
  let ids = 0;
  const session = createSeatSession({
    connection,
    store: createDeviceStore(() => storage),
    brought,
    newId: () => `command-${(ids += 1)}`,
    monotonic: () => 100,
    wallClock: () => 5000,
  });
  return {
    session,
    commands,
    says: <E extends 'welcome' | 'frame' | 'seat'>(
      event: E,
      payload: Parameters<ServerEvents[E]>[0],
    ) => {
      events[event]?.(payload as never);
    },
    links: (next: LinkState) => {
      link = next;
      for (const listener of linkListeners) listener(next);
    },
    acknowledges: async (ack: Ack | null) => {
      commands.shift()?.answer(ack);
      await new Promise((done) => setImmediate(done));
    },
  };
}

describe('a student’s session', () => {
  test('shows an answer as pending until the laptop’s tick, and as stored by the tick alone', async () => {
    const { session, says, acknowledges } = laptop();
    says('welcome', { seq: 1, view: view('open'), seat, at: 9000 });
    session.answer(given);
    expect(session.snapshot().pending?.answer).toEqual({ picked: 1 });
    expect(session.snapshot().live?.seat?.answer).toBeNull();
    await acknowledges({ ok: true, at: 9000 });
    expect(session.snapshot().pending).toBeNull();
    expect(session.snapshot().live?.seat?.answer).toEqual({
      questionId: 'question-1',
      round: 1,
      answer: { picked: 1 },
      at: 9000,
    });
  });

  test('takes the newest frame of a connection and forgets the count at the next welcome', () => {
    const { session, says } = laptop();
    const at = () => session.snapshot().live?.view.stage.at;
    says('welcome', { seq: 7, view: view('lobby'), seat, at: 9000 });
    says('frame', { seq: 9, view: view('open') });
    says('frame', { seq: 8, view: view('lobby') });
    expect(at()).toBe('open');
    says('seat', { seq: 6, seat: { ...seat, name: 'Old' } });
    expect(session.snapshot().live?.seat?.name).toBe('Priya');
    says('welcome', { seq: 1, view: view('closed'), seat, at: 9000 });
    expect(at()).toBe('closed');
    says('frame', { seq: 2, view: view('lobby') });
    expect(at()).toBe('lobby');
  });

  test('lets another tab’s later answer stand when its own tick comes after it', async () => {
    const { session, says, acknowledges } = laptop();
    says('welcome', { seq: 1, view: view('open'), seat, at: 9000 });
    session.answer(given);
    const later = { questionId: 'question-1', round: 1, answer: { picked: 0 }, at: 9500 };
    says('seat', { seq: 2, seat: { ...seat, answer: later } });
    await acknowledges({ ok: true, at: 9000 });
    expect(session.snapshot().live?.seat?.answer).toEqual(later);
  });

  test('holds an answer tapped while the laptop is away and sends it after the next welcome', () => {
    const { session, says, links, commands } = laptop();
    says('welcome', { seq: 1, view: view('open'), seat, at: 9000 });
    links({ is: 'offline', since: 1, nextTryAt: null });
    session.answer(given);
    expect(commands).toHaveLength(0);
    links({ is: 'online' });
    // Connected is not enough: only the welcome says whose seat this is.
    expect(commands).toHaveLength(0);
    says('welcome', { seq: 1, view: view('closed'), seat, at: 9000 });
    expect(commands.map(({ command }) => command.type)).toEqual(['answer']);
  });

  test('tells of an answer that came too late until it has been read', async () => {
    const { session, says, acknowledges } = laptop();
    says('welcome', { seq: 1, view: view('open'), seat, at: 9000 });
    session.answer(given);
    says('frame', { seq: 2, view: view('closed') });
    await acknowledges({ ok: false, error: { code: 'question_not_open', message: '' } });
    expect(session.snapshot().refused?.kept?.number).toBe(1);
    expect(session.snapshot().unsent).toBe(0);
    session.dismissRefused();
    expect(session.snapshot().refused).toBeNull();
  });

  test('joins by the acknowledgement, and sends answers from then on', async () => {
    const { session, says, acknowledges, commands } = laptop();
    says('welcome', { seq: 1, view: view('lobby'), seat: null, at: 9000 });
    const joining = session.join('Priya');
    await acknowledges({
      ok: true,
      at: 1,
      joined: { seat, frame: { seq: 2, view: view('open') } },
    });
    expect(await joining).toBeNull();
    expect(session.snapshot().live?.seat?.name).toBe('Priya');
    session.answer(given);
    expect(commands).toHaveLength(1);
  });

  test('remembers the laptop’s name where a program that has just started does not hold it yet', () => {
    const { session, says } = laptop();
    says('welcome', { seq: 1, view: view('lobby'), seat, at: 1, lanName: 'chalkbox.local:4747' });
    says('welcome', { seq: 1, view: view('lobby'), seat, at: 2 });
    expect(session.snapshot().live?.lanName).toBe('chalkbox.local:4747');
    says('welcome', { seq: 1, view: view('lobby'), seat, at: 3, lanName: 'chalkbox-2.local:4747' });
    expect(session.snapshot().live?.lanName).toBe('chalkbox-2.local:4747');
  });

  test('takes over what was brought along for its seat, and sends it under the id that it had', async () => {
    const kept = {
      ...given,
      id: 'command-of-before',
      keptAt: 1000,
      tappedAt: 1000,
      code: '4827',
      order: 1,
    };
    const { seatId } = seat;
    const brought = { seat: seatCode(seatId), id: seatId, name: 'Priya', kept: [kept] };
    const { session, says, acknowledges, commands } = laptop(memoryStorage(), brought);
    says('welcome', { seq: 1, view: view('open'), seat: null, at: 9000 });
    expect(session.snapshot().offer).toEqual(brought);
    const coming = session.comeBack(brought.seat, 'Priya');
    expect(commands[0]?.command).toEqual({ type: 'comeBack', seat: brought.seat, name: 'Priya' });
    await acknowledges({
      ok: true,
      at: 1,
      joined: { seat, frame: { seq: 2, view: view('open') } },
    });
    expect(await coming).toBeNull();
    expect(session.snapshot().offer).toBeNull();
    expect(commands.map(({ id }) => id)).toEqual(['command-of-before']);
    expect(session.snapshot().pending?.answer).toEqual({ picked: 1 });
  });

  test('sends nothing of what was brought along for another seat than the one that it holds', () => {
    const kept = {
      ...given,
      id: 'command-of-before',
      keptAt: 1000,
      tappedAt: 1000,
      code: '4827',
      order: 1,
    };
    for (const [of, id] of [
      ['another-seat', 'another-seat'],
      // Made up by somebody who has read the code off the phone: the seat itself is nobody's to know.
      [seat.seatId, ''],
      [seat.seatId, seatCode(seat.seatId)],
    ] as const) {
      const brought = { seat: seatCode(of), id, name: 'Priya', kept: [kept] };
      const { session, says, commands } = laptop(memoryStorage(), brought);
      says('welcome', { seq: 1, view: view('open'), seat, at: 9000 });
      expect(commands).toEqual([]);
      expect(session.snapshot()).toMatchObject({ unsent: 0, pending: null });
    }
  });

  test('says why a seat was not given', async () => {
    const { session, says, acknowledges } = laptop();
    says('welcome', { seq: 1, view: view('lobby'), seat: null, at: 9000 });
    const refused = session.join(' ');
    await acknowledges({ ok: false, error: { code: 'name_empty', message: '' } });
    expect(await refused).toBe('name_empty');
    const unheard = session.join('Priya');
    await acknowledges(null);
    expect(await unheard).toBe('unreachable');
  });
});
