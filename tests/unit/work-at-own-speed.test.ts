import { describe, expect, test } from 'vitest';
import type { Ack } from '../../lan-server/contract/commands.ts';
import type { SeatView, TeacherView } from '../../lan-server/contract/frames.ts';
import type { Question } from '../../lan-server/questions/index.ts';
import { kindOf, questionKinds } from '../../lan-server/questions/index.ts';
import type { DeviceStore } from '../../renderer/live/device.ts';
import { createHandIn } from '../../renderer/live/hand-in.ts';
import { withRows } from '../../renderer/live/matrix.ts';
import { answeredIn, isShown, questionsIn, workItems } from '../../renderer/phone/work/items.ts';
import type { WorkKnown, WorkStage } from '../../renderer/phone/work/items.ts';
import { quietMinutes, rowHeight } from '../../renderer/teacher/console/work/rows.ts';
import { workMoves, workStep } from '../../renderer/teacher/console/work/work-moves.ts';

function memory(): DeviceStore {
  const kept = new Map<string, string>();
  return {
    get: (key) => kept.get(key) ?? null,
    set: (key, value) => void kept.set(key, value),
    remove: (key) => void kept.delete(key),
    keys: (prefix) => [...kept.keys()].filter((key) => key.startsWith(prefix)),
  };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('handing in', () => {
  function student(store = memory()) {
    const seen = { ready: false, sent: [] as string[], done: [] as string[] };
    let reply: Ack | null = { ok: true, at: 1 };
    const later: (() => void)[] = [];
    const hand = createHandIn({
      store,
      key: 'hand',
      ready: () => seen.ready,
      async send(what) {
        seen.sent.push(what);
        return reply;
      },
      timers: { set: (run) => later.push(run), clear: () => undefined },
      onDone: (what) => seen.done.push(what),
      onChange: () => undefined,
    });
    return {
      ...seen,
      seen,
      hand,
      store,
      replies: (next: Ack | null) => (reply = next),
      wakes: () => later.splice(0).forEach((run) => run()),
    };
  }

  test('waits until every answer has arrived, also over a reload', async () => {
    const before = student();
    before.hand.want('handIn');
    await turn();
    expect(before.seen.sent).toEqual([]);
    before.hand.stop();
    const after = student(before.store);
    expect(after.hand.wanted()).toBe('handIn');
    after.seen.ready = true;
    after.hand.look();
    await turn();
    expect([after.seen.sent, after.seen.done, after.hand.wanted()]).toEqual([
      ['handIn'],
      ['handIn'],
      null,
    ]);
  });

  test('is asked again where nobody knows whether it arrived, and given up where it is refused', async () => {
    const { hand, seen, replies, wakes } = student();
    seen.ready = true;
    replies(null);
    hand.want('handIn');
    await turn();
    expect(hand.wanted()).toBe('handIn');
    replies({ ok: false, error: { code: 'work_not_open', message: '' } });
    wakes();
    await turn();
    expect([seen.sent.length, seen.done, hand.wanted()]).toEqual([2, [], null]);
  });

  test('the last wish counts', async () => {
    const { hand, seen } = student();
    hand.want('handIn');
    hand.want('takeBack');
    seen.ready = true;
    hand.look();
    await turn();
    expect(seen.sent).toEqual(['takeBack']);
  });
});

describe('the questions on a phone', () => {
  const questions: Question[] = Array.from({ length: 8 }, (_, at) => ({
    ...questionKinds.choice.blank(`question-${at}`),
    options: ['a', 'b'],
    right: 0,
  }));
  const paper = {
    questions: questions.map((question) => ({
      round: 1,
      question: kindOf(question).redact(question),
    })),
  };
  const stage = { at: 'work', standing: 'open', feedback: 'end', timer: null } as const;
  const known = (seatId: string, more: Partial<WorkKnown> = {}): WorkKnown => ({
    seat: {
      seatId,
      work: { handedIn: false, answers: [], results: [] },
    } as unknown as SeatView,
    paper,
    kept: [],
    stuck: false,
    handing: null,
    changes: true,
    ...more,
  });
  const mixed: WorkStage = { ...stage, mixed: true };
  const idsFor = (seatId: string) =>
    workItems(mixed, known(seatId)).map(({ question }) => question.id);

  test('stand in an order of each seat’s own, the same at each look', () => {
    expect(idsFor('seat-1')).toEqual(idsFor('seat-1'));
    expect(idsFor('seat-1').toSorted()).toEqual(questions.map(({ id }) => id));
    const orders = new Set(Array.from({ length: 30 }, (_, at) => idsFor(`seat-${at}`).join()));
    expect(orders.size).toBe(30);
  });

  test('may have a slide among them, which can always be read and is no question', () => {
    const slide = { ...questionKinds.slide.blank('slide-1'), text: 'Read this first.' };
    const first = { round: 0, question: kindOf(slide).redact(slide) };
    const items = workItems(
      { ...stage, mixed: false },
      known('seat-1', { paper: { questions: [first, ...paper.questions] } }),
    );
    expect([items.length, questionsIn(items), items[0] && isShown(items[0])]).toEqual([9, 8, true]);
  });

  test('are answered by what is stored and by what is still here, the newer one first', () => {
    const kept = [1, 2].map((at) => ({
      questionId: 'question-3',
      round: 1,
      answer: { picked: at },
      keptAt: at,
    }));
    const items = workItems({ ...stage, mixed: false }, known('seat-1', { kept, stuck: true }));
    expect(answeredIn(items)).toBe(1);
    expect(items[3]?.mine).toEqual({ answer: { picked: 2 }, is: 'kept', at: 2 });
  });
});

describe('the console', () => {
  const work = {
    standing: 'ready',
    feedback: 'end',
    minutes: null,
    timer: null,
    handedIn: 0,
    answered: [0, 0],
    right: [0, 0],
  } as const;
  const view = (more: object, of: object = {}) =>
    ({
      status: 'live',
      seats: 3,
      current: null,
      work: { ...work, ...more },
      ...of,
    }) as unknown as TeacherView;
  const order = ['question-1', 'question-2'];

  test('has one next step: start, close, release, each question, end', () => {
    expect(workStep(view({}), order)).toEqual({ do: 'startWork' });
    expect(workStep(view({ standing: 'open', handedIn: 1 }), order)).toEqual({
      do: 'closeWork',
      waiting: 2,
    });
    expect(workStep(view({ standing: 'closed' }), order)).toEqual({ do: 'releaseWork' });
    const at = (number: number) => ({ current: { number } });
    expect(workStep(view({ standing: 'released' }, at(1)), order)).toMatchObject({ number: 2 });
    expect(workStep(view({ standing: 'released' }, at(2)), order)).toMatchObject({ do: 'end' });
    // Paused and ended are as in any lesson.
    expect(workStep(view({ standing: 'open' }, { status: 'paused' }), order)).toBeNull();
  });

  test('says why something cannot be done', () => {
    expect(workMoves(view({}), order).reveal).toEqual({ can: false, reason: 'notStarted' });
    expect(workMoves(view({ standing: 'open' }), order).skip).toEqual({
      can: false,
      reason: 'ownSpeed',
    });
    expect(workMoves(view({ standing: 'closed' }), order).again).toMatchObject({
      command: { type: 'startWork' },
    });
  });

  test('keeps the rows it has heard of, and says who has been quiet for long', () => {
    const row = { cells: 'r-', handedIn: false, quietMs: 1000 };
    const first = withRows([], { seq: 1, whole: true, rows: [{ at: 0, ...row }] }, 5000);
    const then = withRows(first, { seq: 2, whole: false, rows: [{ at: 1, ...row }] }, 9000);
    expect(then.map((one) => one?.quietSince)).toEqual([4000, 8000]);
    expect(quietMinutes(then[0], 4000 + 119_000)).toBeNull();
    expect(quietMinutes(then[0], 4000 + 190_000)).toBe(3);
    expect(quietMinutes(then[0] && { ...then[0], handedIn: true }, 1e9)).toBeNull();
  });

  test('draws thirty students without scrolling, and none lower than 16 px', () => {
    expect(rowHeight(30, 484) * 30).toBeLessThanOrEqual(484);
    expect(rowHeight(200, 484)).toBe(16);
    expect(rowHeight(3, 484)).toBe(28);
  });
});
