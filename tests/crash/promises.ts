import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import type { Results } from '../../lan-server/contract/api.ts';
import type { TeacherCommand } from '../../lan-server/contract/commands.ts';
import type { TeacherFrame } from '../../lan-server/contract/frames.ts';
import type { LessonEvent } from '../../lan-server/lesson/events.ts';
import { currentAsked } from '../../lan-server/lesson/state.ts';
import type { LessonState } from '../../lan-server/lesson/state.ts';
import { kindOf } from '../../lan-server/questions/index.ts';
import { placeOf } from './disk.ts';
import type { OnDisk } from './disk.ts';
import type { Ledger } from './ledger.ts';

type Answered = Extract<LessonEvent, { type: 'answered' }> & { at: number };

/** Everything that anybody was told is in the file, once. */
export function expectKept(disk: OnDisk, ledger: Ledger): void {
  expect(ledger.wrong).toEqual([]);
  expect(disk.events.map(({ seq }) => seq)).toEqual(disk.events.map((_, index) => index + 1));
  const answered = disk.events.flatMap(({ event, at }): Answered[] =>
    event.type === 'answered' ? [{ ...event, at }] : [],
  );
  const byCommand = new Map(answered.map((event) => [event.commandId, event]));
  expect(byCommand.size, 'a command is stored twice').toBe(answered.length);

  const lost = ledger.answers.filter((told) => {
    const stored = byCommand.get(told.commandId);
    return (
      stored?.at !== told.at ||
      stored.seatId !== told.seatId ||
      stored.questionId !== told.questionId ||
      stored.round !== told.round ||
      JSON.stringify(stored.answer) !== JSON.stringify(told.answer)
    );
  });
  expect(lost, 'ticked, but not stored as it was ticked').toEqual([]);
  const raised = answered.filter(({ commandId }) => ledger.refused.has(commandId));
  expect(raised, 'refused, but stored').toEqual([]);

  expectReportsFit(disk, answered);
  expectSeats(disk, ledger);
  const forgotten = ledger.teacher.filter(({ command, at }) => {
    const effect = effectOf[command.type];
    return (
      effect && !disk.events.some((stored) => stored.at === at && stored.event.type === effect)
    );
  });
  expect(forgotten, 'the teacher was told, but it is not stored').toEqual([]);
}

/** What each of the driver's commands leaves in the journal; the others may change nothing. */
const effectOf: Partial<Record<TeacherCommand['type'], LessonEvent['type']>> = {
  openQuestion: 'questionOpened',
  closeQuestion: 'questionClosed',
  revealKey: 'keyRevealed',
  pauseLesson: 'lessonPaused',
  resumeLesson: 'lessonResumed',
  extendTimer: 'timerExtended',
  setKey: 'keySet',
  endLesson: 'ended',
};

/** The reports' table holds the newest answer of each seat to each round, and nothing else. */
function expectReportsFit(disk: OnDisk, answered: Answered[]): void {
  const newest = new Map(
    answered.map((event) => [placeOf(event), { answer: event.answer, at: event.at }]),
  );
  expect(Object.fromEntries(disk.counted)).toEqual(Object.fromEntries(newest));
}

/** One seat a device, the one that the student was told, with a name of its own. */
function expectSeats(disk: OnDisk, ledger: Ledger): void {
  const taken = disk.events.flatMap(({ event }) => (event.type === 'seatTaken' ? [event] : []));
  expect(new Set(taken.map(({ device }) => device)).size, 'a device has two seats').toBe(
    taken.length,
  );
  expect(new Set(taken.map(({ seatId }) => seatId)).size).toBe(taken.length);
  const byDevice = new Map(taken.map(({ device, seatId }) => [device, seatId]));
  for (const [token, seatId] of ledger.seats) {
    const device = createHash('sha256').update(token).digest('base64url');
    expect(byDevice.get(device)).toBe(seatId);
  }
  expect([...disk.names.keys()].toSorted()).toEqual(taken.map(({ seatId }) => seatId).toSorted());
  expect(new Set(disk.names.values()).size, 'two have one name').toBe(disk.names.size);
}

/** The results route says what a fold of the journal says. */
export function expectResults(results: Results, { state, names }: OnDisk): void {
  for (const { question, answered, picture, rows, rounds } of results.questions) {
    const asked = state.asked.get(question.id);
    expect(asked).toBeDefined();
    if (!asked) continue;
    expect(rounds).toBe(asked.round);
    expect(answered).toBe(asked.answered);
    const kind = kindOf(asked.question);
    expect(picture).toEqual(kind.picture(asked.question, asked.tally));
    expect(rows).toEqual(kind.rows(asked.question, asked.tally));
  }
  for (const { seatId, name, removed, answers } of results.students) {
    expect(name).toBe(names.get(seatId));
    expect(removed).toBe(state.seats.get(seatId)?.removed);
    for (const [index, answer] of answers.entries()) {
      const id = results.questions[index]?.question.id ?? '';
      expect(answer?.at).toBe(state.asked.get(id)?.answers.get(seatId)?.at);
    }
  }
  expect(results.students).toHaveLength(state.seats.size);
}

/** How often a running timer is noted on disk: live/timekeeping.ts. A busy machine is late with it. */
const touchMs = 1000;
const busyMs = 1500;

/**
 * After the restart the lesson stands where the file had it, with what was left of the time. `killedAt` and
 * `startedAt` frame the time that the program was gone, `seenAt` is when the frame came; all ms since 1970.
 */
export function expectGoesOn(
  { view }: TeacherFrame,
  before: OnDisk,
  times: { killedAt: number; startedAt: number; seenAt: number },
): void {
  const { state } = before;
  expect(view.status).toBe(state.status);
  expect(view.seats).toBe(state.seated);
  expect(view.grid).toHaveLength(state.seats.size);
  const asked = currentAsked(state);
  expect(view.current?.questionId ?? null).toBe(state.current);
  if (!asked || !view.current) return;
  const kind = kindOf(asked.question);
  expect(view.current.round).toBe(asked.round);
  expect(view.current.answered).toBe(asked.answered);
  expect(view.current.picture).toEqual(kind.picture(asked.question, asked.tally));
  const left = timeLeft(state, times.killedAt);
  const elapsed = times.seenAt - times.startedAt;
  if (left !== null && view.current.phase === 'closed') {
    // It ran out meanwhile.
    expect(left.ms).toBeLessThanOrEqual(elapsed);
    return;
  }
  expect(view.current.phase).toBe(asked.progress.phase);
  const { timer } = view.current;
  if (left === null) {
    expect(timer).toBeNull();
    return;
  }
  expect(timer).toMatchObject({ running: left.running, totalMs: left.totalMs });
  if (!left.running) {
    expect(timer?.leftMs).toBe(left.ms);
    return;
  }
  expect(timer?.leftMs).toBeGreaterThanOrEqual(Math.max(0, left.ms - elapsed - 20));
  expect(timer?.leftMs).toBeLessThanOrEqual(Math.max(0, left.ms) + touchMs + busyMs);
}

/** What was left of the open question's timer when the program was killed. */
function timeLeft(state: LessonState, killedAt: number) {
  const progress = currentAsked(state)?.progress;
  if (progress?.phase !== 'open' || progress.timer === null) return null;
  const { timer } = progress;
  return timer.running
    ? { running: true, ms: timer.closesAt - killedAt, totalMs: timer.totalMs }
    : { running: false, ms: timer.leftMs, totalMs: timer.totalMs };
}
