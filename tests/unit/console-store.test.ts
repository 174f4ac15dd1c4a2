import { describe, expect, test } from 'vitest';
import type { Ack } from '../../lan-server/contract/commands.ts';
import type { TeacherFrame } from '../../lan-server/contract/frames.ts';
import type { Connection, LinkState } from '../../renderer/live/connection.ts';
import { createTeacherLesson } from '../../renderer/live/console.ts';

/** A connection in the hands of the test: what the server says, and what it answers. */
function fakeConnection(answer: (id: string) => Ack | null = () => ({ ok: true, at: 1 })) {
  let link: LinkState = { is: 'online' };
  let onLink: (state: LinkState) => void = () => undefined;
  const listeners = new Map<string, (payload: never) => void>();
  const sent: string[] = [];
  let closed = false;
  const connection: Connection = {
    link: () => link,
    onLink(listener) {
      onLink = listener;
      return () => undefined;
    },
    on(event, listener) {
      listeners.set(event, listener);
    },
    send(id) {
      sent.push(id);
      return Promise.resolve(answer(id));
    },
    retryNow: () => undefined,
    renew: () => undefined,
    close: () => {
      closed = true;
    },
  };
  return {
    connection,
    sent,
    closed: () => closed,
    say: (event: string, payload: unknown) => listeners.get(event)?.(payload as never),
    become: (state: LinkState) => {
      link = state;
      onLink(state);
    },
  };
}

/** A store with a page that listens. */
function listening(connection: Connection) {
  const store = createTeacherLesson(() => connection);
  store.subscribe(() => undefined);
  return store;
}

const frame = (seq: number, grid: string) =>
  ({ seq, view: { grid, current: null }, door: { code: '4827' } }) as unknown as TeacherFrame;

describe('The console’s live connection', () => {
  test('keeps the newest frame and drops one that was overtaken', () => {
    const { connection, say } = fakeConnection();
    const store = listening(connection);
    say('frame', frame(7, 'aw'));
    say('frame', frame(6, 'ww'));
    expect(store.snapshot().frame?.view.grid).toBe('aw');
    say('frame', frame(7, 'aW'));
    expect(store.snapshot().frame?.view.grid).toBe('aW');
  });

  test('believes a program that counts anew after a restart', () => {
    const { connection, say, become } = fakeConnection();
    const store = listening(connection);
    say('frame', frame(70, 'aw'));
    become({ is: 'offline', since: 0, nextTryAt: null });
    become({ is: 'online' });
    say('frame', frame(3, 'aa'));
    expect(store.snapshot().frame?.view.grid).toBe('aa');
  });

  test('adds new seats to the roster and takes it whole at connect', () => {
    const { connection, say } = fakeConnection();
    const store = listening(connection);
    const seat = (name: string) => ({ seatId: name, name });
    say('roster', { from: 0, seats: [seat('Amara'), seat('Ben')] });
    say('roster', { from: 2, seats: [seat('Chiara')] });
    expect(store.snapshot().roster.map(({ name }) => name)).toEqual(['Amara', 'Ben', 'Chiara']);
    say('roster', { from: 0, seats: [seat('Dilan')] });
    expect(store.snapshot().roster.map(({ name }) => name)).toEqual(['Dilan']);
  });

  test('sends a command again under the same id when no answer comes', async () => {
    let asked = 0;
    const { connection, sent } = fakeConnection(() => {
      asked += 1;
      return asked < 2 ? null : { ok: true, at: 5 };
    });
    const ack = await listening(connection).send({ type: 'pauseLesson' });
    expect(ack).toEqual({ ok: true, at: 5 });
    expect(sent).toHaveLength(2);
    expect(new Set(sent).size).toBe(1);
  });

  test('says that nobody knows when the link is down, and sends nothing later', async () => {
    const { connection, sent, become } = fakeConnection();
    const store = listening(connection);
    become({ is: 'offline', since: 0, nextTryAt: null });
    expect(await store.send({ type: 'endLesson' })).toBeNull();
    expect(sent).toEqual([]);
  });

  test('tells a listener of every change until it leaves, and closes behind the last one', () => {
    const { connection, say, closed } = fakeConnection();
    const store = createTeacherLesson(() => connection);
    let heard = 0;
    const leave = store.subscribe(() => {
      heard += 1;
    });
    say('frame', frame(1, ''));
    expect(heard).toBe(1);
    expect(closed()).toBe(false);
    leave();
    expect(closed()).toBe(true);
  });
});
