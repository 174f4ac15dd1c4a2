import { describe, expect, test } from 'vitest';
import type { Ack, StudentCommand } from '../../lan-server/contract/commands.ts';
import type { SeatView, StudentView, Welcome } from '../../lan-server/contract/frames.ts';
import type { Connection, LinkState } from '../../renderer/live/connection.ts';
import { createDeviceStore } from '../../renderer/live/device.ts';
import { createSeatSession } from '../../renderer/live/seat-session.ts';
import { memoryStorage } from './student-storage.ts';

const hour = 3_600_000;
const seat: SeatView = {
  seatId: 'seat-1',
  name: 'Priya',
  removed: false,
  points: 0,
  answer: null,
  result: null,
};
const given = (picked: number, question = 1) => ({
  questionId: `question-${question}`,
  round: 1,
  number: question,
  answer: { picked },
});

function view(lessonId: string): StudentView {
  const question = {
    id: 'question-1',
    kind: 'choice' as const,
    text: 'What happens next?',
    points: 1,
    options: ['It shrinks', 'It bursts'],
  };
  return {
    lesson: {
      id: lessonId,
      title: 'Osmosis',
      code: `482${lessonId.slice(-1)}`,
      identity: 'nickname',
    },
    status: 'live',
    changes: true,
    stage: { at: 'open', number: 1, of: 2, round: 1, question, timer: null },
  };
}

/** A phone over days: its storage stays, its clocks are the test's, the laptop's clock is the truth. */
function phone({ laptopAhead = 0, storage = memoryStorage() } = {}) {
  const time = { real: 50 * hour, asleep: 0, set: 0 };
  const wallClock = () => time.real + time.set;
  const laptopClock = () => time.real + laptopAhead;

  function openPage(lessonId = 'lesson-1') {
    const openedAt = time.real - time.asleep;
    let link: LinkState = { is: 'connecting' };
    let onLink: (state: LinkState) => void = () => undefined;
    let onWelcome: (welcome: Welcome) => void = () => undefined;
    const sent: { id: string; command: StudentCommand; answer: (ack: Ack | null) => void }[] = [];
    const connection = {
      link: () => link,
      onLink: (listener: typeof onLink) => {
        onLink = listener;
        return () => undefined;
      },
      on: (event: string, listener: never) => {
        if (event === 'welcome') onWelcome = listener;
      },
      send: (id: string, command: StudentCommand) =>
        new Promise<Ack | null>((answer) => {
          sent.push({ id, command, answer });
        }),
      retryNow: () => undefined,
      renew: () => undefined,
      close: () => undefined,
    } as unknown as Connection;
    let ids = 0;
    const session = createSeatSession({
      connection,
      store: createDeviceStore(() => storage),
      newId: () => `command-${openedAt}-${(ids += 1)}`,
      // Stands still while the phone sleeps, begins with the page, and cannot be set.
      monotonic: () => time.real - time.asleep - openedAt,
      wallClock,
    });
    return {
      session,
      sent,
      online() {
        link = { is: 'online' };
        onWelcome({ seq: 1, view: view(lessonId), seat, at: laptopClock() });
      },
      offline() {
        link = { is: 'offline', since: wallClock(), nextTryAt: null };
        onLink(link);
      },
      async acknowledge(ack: Ack | null) {
        sent.shift()?.answer(ack);
        await new Promise((done) => setImmediate(done));
      },
      tappedAt: () => {
        const command = sent[0]?.command;
        return command?.type === 'answer' ? command.tappedAt : null;
      },
    };
  }

  return {
    storage,
    openPage,
    laptopClock,
    passes: (ms: number, asleep = false) => {
      time.real += ms;
      if (asleep) time.asleep += ms;
    },
    setClock: (ms: number) => {
      time.set += ms;
    },
  };
}

describe('an answer that waits on the phone', () => {
  test('is sent a day later by a new page, and says when it was tapped by the laptop’s clock', async () => {
    const one = phone({ laptopAhead: 7 * hour });
    const first = one.openPage();
    first.online();
    one.passes(hour);
    first.offline();
    one.passes(5000);
    const tapped = one.laptopClock();
    first.session.answer(given(1));
    first.session.close();
    one.passes(24 * hour);
    const second = one.openPage();
    expect(second.sent).toHaveLength(0);
    second.online();
    expect(second.tappedAt()).toBe(tapped);
    await second.acknowledge({ ok: true, at: one.laptopClock(), late: true });
    expect(one.storage.length).toBe(0);
    expect(second.session.snapshot().refused).toMatchObject({ error: null, kept: { number: 1 } });
  });

  test('says nothing of the time when it goes as it is tapped', () => {
    const one = phone();
    const page = one.openPage();
    page.online();
    one.passes(hour);
    page.session.answer(given(1));
    expect(page.sent[0]?.command).toEqual({
      type: 'answer',
      questionId: 'question-1',
      round: 1,
      answer: { picked: 1 },
    });
  });

  test.each([
    ['sleeps', 0, true],
    ['has its clock set back', -3 * hour, false],
  ])('is dated right on a phone that %s meanwhile', (_what, set, asleep) => {
    const one = phone();
    const page = one.openPage();
    page.online();
    page.offline();
    one.passes(hour, asleep);
    one.setClock(set);
    const tapped = one.laptopClock();
    page.session.answer(given(1));
    one.setClock(9 * hour);
    one.passes(hour, true);
    page.online();
    expect(page.tappedAt()).toBe(tapped);
  });

  test('tells how many wait behind it', async () => {
    const one = phone();
    const page = one.openPage();
    page.online();
    page.offline();
    page.session.answer(given(1, 1));
    page.session.answer(given(1, 2));
    page.online();
    expect(page.sent[0]?.command).toMatchObject({ more: 1 });
    await page.acknowledge({ ok: true, at: 1 });
    expect(page.sent[0]?.command).not.toHaveProperty('more');
  });

  test('is told of once with its reason, one answer after the other', async () => {
    const one = phone();
    const page = one.openPage();
    page.online();
    page.offline();
    page.session.answer(given(1, 1));
    page.session.answer(given(1, 2));
    page.online();
    const details = { late: 'tapped_after_closing' };
    await page.acknowledge({
      ok: false,
      error: { code: 'question_not_open', message: '', details },
    });
    await page.acknowledge({ ok: true, at: 1, late: true });
    expect(page.session.snapshot().refused).toMatchObject({
      kept: { number: 1 },
      error: { details },
    });
    page.session.dismissRefused();
    expect(page.session.snapshot().refused).toMatchObject({ kept: { number: 2 }, error: null });
    page.session.dismissRefused();
    expect(page.session.snapshot().refused).toBeNull();
  });

  test('of two tabs is one answer: both send it under one id, and it is forgotten once', async () => {
    const one = phone();
    const [left, right] = [one.openPage(), one.openPage()];
    left.online();
    left.offline();
    left.session.answer(given(1));
    right.online();
    left.online();
    expect(left.sent[0]?.id).toBe(right.sent[0]?.id);
    await right.acknowledge({ ok: true, at: 1 });
    // The browser tells the other tab that the storage has changed.
    left.session.lookAgain();
    expect(left.session.snapshot().unsent).toBe(0);
    await left.acknowledge({ ok: false, error: { code: 'question_not_open', message: '' } });
    expect(left.session.snapshot().refused).toBeNull();
  });

  test('stays in the page where the storage is full, and goes from there', () => {
    const full = {
      ...memoryStorage(),
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    const one = phone({ storage: full });
    const page = one.openPage();
    page.online();
    page.offline();
    page.session.answer(given(1));
    expect(page.session.snapshot().unsent).toBe(1);
    page.online();
    expect(page.sent).toHaveLength(1);
  });

  test('to a lesson that is long over is forgotten with a word when another lesson is there, and not before a day', () => {
    const one = phone();
    const first = one.openPage('lesson-1');
    first.online();
    first.offline();
    first.session.answer(given(1));
    first.session.close();
    one.passes(2 * hour);
    const soon = one.openPage('lesson-2');
    soon.online();
    expect(soon.session.snapshot().refused).toBeNull();
    expect(one.storage.length).toBe(1);
    one.passes(22 * hour);
    const later = one.openPage('lesson-3');
    later.online();
    expect(later.session.snapshot().refused).toEqual({ kept: null, error: null });
    expect(one.storage.length).toBe(0);
    expect(later.sent).toHaveLength(0);
  });
});
