import { expect, test } from 'vitest';
import { isGood } from '../load/figures.ts';
import { liveFigures, measureLive } from '../load/live.ts';

test('the bench takes a class through both servers and gives every figure', async () => {
  const quickly = { questions: () => 2, times: { answeringMs: 50, pauseMs: 0 } };
  const figures = liveFigures(await measureLive([6], 1, () => {}, {}, quickly));
  expect(figures.map(({ name }) => name)).toEqual([
    'answer-ack-p50-6',
    'answer-ack-p99-6',
    'question-cpu-6',
    'join-all-6',
    'fan-out-p99-6',
    'count-on-wall-6',
    'memory-per-student-6',
    'bytes-per-question-6',
  ]);
  for (const { value, floor } of figures) {
    expect(Number.isFinite(value)).toBe(true);
    expect(Number.isFinite(floor)).toBe(true);
  }
  // Bytes do not depend on how busy the machine is.
  const bytes = figures.find(({ name }) => name === 'bytes-per-question-6');
  expect(bytes && isGood(bytes)).toBe(true);
  expect(bytes?.value).toBeGreaterThan(400);
});
