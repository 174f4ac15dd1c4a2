import { describe, expect, test } from 'vitest';
import { createGroupCommit } from '../../../lan-server/live/group-commit.ts';
import { anId, createStage, onDisk, question, seated, tap, turn, untimed } from './stage.ts';
import type { Stage } from './stage.ts';

const notSaved = { rejected: 'not_saved' };

async function opened(): Promise<{
  stage: Stage;
  room: Awaited<ReturnType<Stage['start']>>;
  seats: string[];
}> {
  const stage = createStage();
  const room = await stage.start();
  const seats = await Promise.all(['Ana', 'Ben', 'Chiara'].map((name) => seated(room, name)));
  await room.teacher(anId(), { type: 'openQuestion', questionId: question.id });
  await stage.pass(100);
  stage.heard.length = 0;
  return { stage, room, seats };
}

describe('commands of one turn', () => {
  test('of all lessons go to disk in one transaction', async () => {
    const stage = createStage();
    const rooms = [await stage.start(), await stage.start()];
    await Promise.all(
      rooms.flatMap((room) => ['Ana', 'Ben', 'Chiara'].map((name) => seated(room, name))),
    );
    expect(stage.journal.commits).toHaveLength(1);
    expect(stage.journal.commits[0]).toHaveLength(6);
  });

  test('are decided one after the other: an answer behind the closing is too late, one before it counts', async () => {
    const { stage, room, seats } = await opened();
    const [before, closed, behind] = await Promise.all([
      tap(room, seats[0] ?? '', 0),
      room.teacher(anId(), { type: 'closeQuestion', questionId: question.id }),
      tap(room, seats[1] ?? '', 0),
    ]);
    expect(before).toHaveProperty('at');
    expect(closed).toHaveProperty('at');
    expect(behind).toEqual({
      rejected: 'question_not_open',
      details: { late: 'tapped_after_closing' },
    });
    expect(room.state().asked.get(question.id)?.answered).toBe(1);
    expect(room.state()).toEqual(onDisk(stage, room));
  });

  test('that are the same one twice count once and are answered alike', async () => {
    const { stage, room, seats } = await opened();
    const id = anId();
    const [first, again] = await Promise.all([
      tap(room, seats[0] ?? '', 0, id),
      tap(room, seats[0] ?? '', 0, id),
    ]);
    expect(again).toEqual(first);
    const stored = stage.journal.lessons.get(room.lessonId)?.events ?? [];
    expect(stored.filter(({ event }) => event.type === 'answered')).toHaveLength(1);
  });

  test('that are two joins of one device make one seat and hold one name', async () => {
    const stage = createStage();
    const room = await stage.start();
    const [first, again] = await Promise.all([
      room.join('device', 'Ana'),
      room.join('device', 'Ana'),
    ]);
    expect(again).toMatchObject({
      joined: { seat: 'joined' in first ? first.joined?.seat : null },
    });
    expect(room.state().seats.size).toBe(1);
    const next = await room.join('another device', 'Ana');
    expect(next).toMatchObject({ joined: { seat: { name: 'Ana 2' } } });
  });
});

describe('a console’s command that is sent again', () => {
  test('is carried out once and answered alike', async () => {
    const { stage, room } = await opened();
    const id = anId();
    const first = await room.teacher(id, { type: 'extendTimer', seconds: 30 });
    await stage.pass(3000);
    expect(await room.teacher(id, { type: 'extendTimer', seconds: 30 })).toEqual(first);
    const progress = room.state().asked.get(question.id)?.progress;
    expect(progress).toMatchObject({ timer: { totalMs: 90_000 } });
  });

  test('is carried out where the disk had refused it', async () => {
    const { stage, room } = await opened();
    const id = anId();
    stage.journal.refuse = 1;
    expect(await room.teacher(id, { type: 'pauseLesson' })).toEqual(notSaved);
    expect(await room.teacher(id, { type: 'pauseLesson' })).toHaveProperty('at');
    expect(room.state().status).toBe('paused');
  });
});

describe('when the disk refuses a commit', () => {
  test('every sender is told, memory is what the disk holds, and nobody has seen the rest', async () => {
    const { stage, room, seats } = await opened();
    stage.journal.refuse = 1;
    const results = await Promise.all([
      ...seats.map((seatId) => tap(room, seatId, 1)),
      room.teacher(anId(), { type: 'revealKey', questionId: question.id }),
      room.join('late device', 'Dilan'),
      // Refused for what is not on disk after all.
      room.teacher(anId(), { type: 'closeQuestion', questionId: question.id }),
    ]);
    expect(results).toEqual(results.map(() => notSaved));
    expect(room.state()).toEqual(onDisk(stage, room));
    await stage.pass(1000);
    expect(JSON.stringify(stage.heard)).not.toMatch(/"revealed"|Dilan|"answered":[1-9]/);
  });

  test('the same commands sent again are stored once, and everybody sees the whole', async () => {
    const { stage, room, seats } = await opened();
    const id = anId();
    stage.journal.refuse = 2;
    expect(await tap(room, seats[0] ?? '', 1, id)).toEqual(notSaved);
    expect(await room.join('late device', 'Dilan')).toEqual(notSaved);
    const joined = await room.join('late device', 'Dilan');
    expect(joined).toMatchObject({ joined: { seat: { name: 'Dilan' } } });
    const stored = await tap(room, seats[0] ?? '', 1, id);
    expect(stored).toHaveProperty('at');
    expect(await tap(room, seats[0] ?? '', 1, id)).toEqual(stored);
    await stage.pass(100);
    expect(room.state()).toEqual(onDisk(stage, room));
    const frames = stage.heard.flatMap((each) => (each.to === 'console' ? [each.frame.view] : []));
    expect(frames.at(-1)).toMatchObject({ seats: 4, current: { answered: 1 } });
    const names = stage.heard.flatMap((each) => (each.to === 'roster' ? each.frame.seats : []));
    expect(names.map(({ name }) => name)).toContain('Dilan');
  });

  test('and cannot be read either, nothing is shown until it can; then it goes on by itself', async () => {
    const { stage, room, seats } = await opened();
    stage.journal.refuse = 1;
    stage.journal.deaf = true;
    expect(await room.teacher(anId(), { type: 'revealKey', questionId: question.id })).toEqual(
      notSaved,
    );
    expect(room.ready()).toBe(false);
    room.publisher.refresh();
    expect(await tap(room, seats[0] ?? '', 1)).toEqual(notSaved);
    await stage.pass(5000);
    expect(stage.heard).toEqual([]);

    stage.journal.deaf = false;
    await stage.pass(1000);
    expect(room.ready()).toBe(true);
    expect(room.state()).toEqual(onDisk(stage, room));
    await stage.pass(60_000);
    expect(room.state().asked.get(question.id)?.progress.phase).toBe('closed');
  });

  test('and cannot be read either, who joins again then has a name', async () => {
    const stage = createStage();
    const room = await stage.start();
    stage.journal.refuse = 1;
    stage.journal.deaf = true;
    expect(await room.join('device', 'Ana')).toEqual(notSaved);
    stage.journal.deaf = false;
    expect(await room.join('device', 'Ana')).toMatchObject({ joined: { seat: { name: 'Ana' } } });
  });

  test('again and again, the question is still closed when its time is up', async () => {
    const { stage, room } = await opened();
    stage.journal.refuse = 5;
    await stage.pass(70_000);
    expect(room.state().asked.get(question.id)?.progress.phase).toBe('closed');
    expect(room.state()).toEqual(onDisk(stage, room));
  });

  test('the answers of another lesson in the same turn are told too', async () => {
    const { stage, room, seats } = await opened();
    const other = await stage.start();
    stage.journal.refuse = 1;
    expect(await Promise.all([tap(room, seats[0] ?? '', 1), other.join('device', 'Ana')])).toEqual([
      notSaved,
      notSaved,
    ]);
    expect(other.state()).toEqual(onDisk(stage, other));
  });
});

describe('what fails behind the commit', () => {
  test.each(['students', 'teacher', 'seat', 'plan', 'roster', 'projector'] as const)(
    'an audience (%s) that cannot hear costs nobody the acknowledgement, and the lesson goes on',
    async (audience) => {
      const { stage, room, seats } = await opened();
      stage.breakAudience(audience);
      const results = await Promise.all([
        tap(room, seats[0] ?? '', 1),
        room.join('late device', 'Dilan'),
        room.teacher(anId(), { type: 'setKey', questionId: question.id, key: { right: 2 } }),
        tap(room, seats[1] ?? '', 1),
      ]);
      for (const result of results) expect(result).toHaveProperty('at');
      await stage.pass(200);
      expect(stage.complaints.length).toBeGreaterThan(0);
      stage.breakAudience(null);
      stage.heard.length = 0;
      expect(await tap(room, seats[2] ?? '', 1)).toHaveProperty('at');
      await stage.pass(200);
      expect(stage.heard.some(({ to }) => to === 'console')).toBe(true);
    },
  );

  test('who comes after a flush waits a little for the others; a tap never waits, and takes them along', async () => {
    const commits: number[] = [];
    const timers: { run: () => void; ms: number }[] = [];
    const commit = createGroupCommit({
      journal: { commit: (entries) => void commits.push(entries.length) },
      log: { info() {}, warn() {}, error() {} },
      timers: {
        set(run, ms) {
          const timer = { run, ms };
          timers.push(timer);
          return timer;
        },
        clear: (timer) => void timers.splice(timers.indexOf(timer as (typeof timers)[number]), 1),
      },
    });
    const room = { publish() {}, refold() {} };
    const work = {
      prepare: () => ({ lessonId: 'lesson-1', events: [], names: [] }),
      settle() {},
      fail() {},
    };
    commit.submit(room, work, true);
    await turn();
    // Nobody came before: no reason to wait.
    expect(commits).toEqual([1]);
    commit.submit(room, work, true);
    commit.submit(room, work, true);
    await turn();
    expect(commits).toEqual([1]);
    expect(timers).toEqual([{ run: expect.any(Function), ms: expect.any(Number) }]);
    expect(timers[0]?.ms).toBeLessThanOrEqual(10);
    timers.shift()?.run();
    await turn();
    expect(commits).toEqual([1, 2]);
    commit.submit(room, work, true);
    commit.submit(room, work);
    await turn();
    expect(commits).toEqual([1, 2, 2]);
    // The pause after the last flush ends by itself, and nothing waits then.
    timers.shift()?.run();
    await turn();
    expect(timers).toEqual([]);
    commit.submit(room, work, true);
    await turn();
    expect(commits).toEqual([1, 2, 2, 1]);
  });

  test('a command that breaks in the middle is undone before anybody sees it, and its neighbours are stored', async () => {
    const order: string[] = [];
    const commit = createGroupCommit({
      journal: { commit: (entries) => void order.push(`commit ${entries.length}`) },
      log: { info() {}, warn() {}, error() {} },
    });
    const room = {
      publish: () => void order.push('publish'),
      refold: () => void order.push('refold'),
    };
    const work = (name: string, breaks = false) => ({
      prepare() {
        if (breaks) throw new Error('a bug');
        return { lessonId: 'lesson-1', events: [], names: [] };
      },
      settle: () => void order.push(`${name} stored`),
      fail: () => void order.push(`${name} not stored`),
    });
    commit.submit(room, work('first'));
    commit.submit(room, work('second', true));
    commit.submit(room, work('third'));
    await turn();
    expect(order).toEqual([
      'commit 1',
      'refold',
      'first stored',
      'publish',
      'second not stored',
      'commit 1',
      'third stored',
      'publish',
    ]);
  });
});

test('an untimed question stays open however often the disk refuses', async () => {
  const stage = createStage();
  const room = await stage.start();
  await room.teacher(anId(), { type: 'openQuestion', questionId: untimed.id });
  stage.journal.refuse = 1;
  expect(await room.teacher(anId(), { type: 'endLesson' })).toEqual(notSaved);
  await stage.pass(600_000);
  expect(room.state().status).toBe('live');
  expect(room.state().asked.get(untimed.id)?.progress.phase).toBe('open');
});
