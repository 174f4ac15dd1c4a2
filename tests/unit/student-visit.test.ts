import { describe, expect, test } from 'vitest';
import type { DoorLesson } from '../../lan-server/contract/api.ts';
import type { SeatSession, Session } from '../../renderer/live/seat-session.ts';
import { createVisit } from '../../renderer/student/visit.ts';

const lesson = (code: string): DoorLesson => ({
  code,
  title: 'Osmosis',
  teacher: 'Ms Okafor',
  identity: 'nickname',
});

const outside: Session = {
  link: { is: 'connecting' },
  live: null,
  pending: null,
  unsent: 0,
  failing: false,
  refused: null,
  kept: [],
  handing: null,
  offer: null,
};
const inside = { link: { is: 'online' }, live: {} } as Partial<Session>;
const refusedFor = (code: 'unknown_code' | 'lesson_over' | 'bad_request'): Partial<Session> => ({
  link: { is: 'refused', error: { code, message: '' } },
});

/** A student before the door; the laptop's sayings and the browser's buttons are the test's. */
async function student({
  path = null as string | null,
  lessons = [lesson('4827')],
  lost = [] as string[],
} = {}) {
  let code = path;
  const history: (string | null)[] = [];
  const opened: { code: string; says(next: Partial<Session>): void; closed: boolean }[] = [];
  let moved: () => void = () => undefined;
  const visit = createVisit({
    open(wanted) {
      let snapshot = outside;
      let tell: () => void = () => undefined;
      const one = {
        code: wanted,
        closed: false,
        says(next: Partial<Session>) {
          snapshot = { ...snapshot, ...next };
          tell();
        },
      };
      opened.push(one);
      return {
        snapshot: () => snapshot,
        subscribe(listener: () => void) {
          tell = listener;
          return () => undefined;
        },
        close: () => (one.closed = true),
      } as unknown as SeatSession;
    },
    lessons: () => Promise.resolve(lessons),
    dropLost: (gone) => lost.includes(gone),
    address: {
      code: () => code,
      show(next, how) {
        code = next;
        if (how === 'push') history.push(next);
      },
      onMove: (listener) => (moved = listener),
    },
    later: () => undefined,
  });
  await new Promise((done) => setImmediate(done));
  return {
    visit,
    opened,
    history,
    path: () => code,
    goBack: (to: string | null) => {
      code = to;
      moved();
    },
  };
}

describe('the way to a lesson', () => {
  test('opens by itself with the fourth digit, and the address follows once the lesson has let in', async () => {
    const { visit, opened, history } = await student();
    visit.type('482');
    expect(opened).toHaveLength(0);
    visit.type('4827');
    expect(opened.map(({ code }) => code)).toEqual(['4827']);
    expect(history).toEqual([]);
    opened[0]?.says(inside);
    expect(history).toEqual(['4827']);
  });

  test('takes a code that was pasted with spaces', async () => {
    const { visit, opened } = await student();
    visit.type(' 48 27 ');
    expect(opened.map(({ code }) => code)).toEqual(['4827']);
  });

  test('waits for six digits where codes have six, and still knows a shorter one', async () => {
    const { visit, opened } = await student({ lessons: [lesson('482719'), lesson('1234')] });
    visit.type('4827');
    expect(opened).toHaveLength(0);
    visit.type('482719');
    visit.leave();
    visit.type('1234');
    expect(opened.map(({ code }) => code)).toEqual(['482719', '1234']);
  });

  test('comes back from a wrong code with its digits and what is wrong, and begins anew with the next digit', async () => {
    const { visit, opened } = await student();
    visit.type('0000');
    opened[0]?.says(refusedFor('unknown_code'));
    expect(visit.snapshot()).toMatchObject({ code: null, digits: '0000', problem: 'unknown' });
    expect(opened[0]?.closed).toBe(true);
    visit.type('00004');
    expect(visit.snapshot()).toMatchObject({ digits: '4', problem: null });
  });

  test('says that a lesson is over, and that too few digits are too few', async () => {
    const { visit, opened } = await student();
    visit.type('48');
    visit.enter();
    expect(visit.snapshot().problem).toBe('short');
    visit.enter('4827');
    opened[0]?.says(refusedFor('lesson_over'));
    expect(visit.snapshot().problem).toBe('over');
  });

  test('goes straight on from a link, and to the door when its code is none', async () => {
    const { visit, opened, path } = await student({ path: '4827' });
    expect(opened.map(({ code }) => code)).toEqual(['4827']);
    opened[0]?.says(refusedFor('unknown_code'));
    expect(path()).toBeNull();
    expect(visit.snapshot()).toMatchObject({ digits: '4827', problem: 'unknown', session: null });
  });

  test('says that an answer on the phone never left it, where its lesson is gone', async () => {
    const { visit, opened } = await student({ path: '4827', lost: ['4827'] });
    opened[0]?.says(refusedFor('unknown_code'));
    expect(visit.snapshot().problem).toBe('lost');
    visit.enter('1234');
    opened[1]?.says(refusedFor('unknown_code'));
    expect(visit.snapshot().problem).toBe('unknown');
  });

  test('does not throw out of a lesson whose laptop refuses for once', async () => {
    const { visit, opened } = await student({ path: '4827' });
    opened[0]?.says(inside);
    opened[0]?.says(refusedFor('bad_request'));
    expect(visit.snapshot().code).toBe('4827');
  });

  test('leaves by the page’s own button and by the browser’s', async () => {
    const { visit, opened, history, goBack } = await student({ path: '4827' });
    opened[0]?.says(inside);
    visit.leave();
    expect(history).toEqual([null]);
    expect(visit.snapshot()).toMatchObject({ code: null, session: null, digits: '' });
    goBack('4827');
    expect(opened.map(({ closed }) => closed)).toEqual([true, false]);
    goBack(null);
    expect(opened.map(({ closed }) => closed)).toEqual([true, true]);
  });

  test('opens the same lesson anew for another student', async () => {
    const { visit, opened } = await student({ path: '4827' });
    opened[0]?.says(inside);
    visit.again();
    expect(opened.map(({ code, closed }) => [code, closed])).toEqual([
      ['4827', true],
      ['4827', false],
    ]);
    // What the first connection still says is not heard.
    opened[0]?.says(inside);
    expect(visit.snapshot().session?.live).toBeNull();
  });
});
