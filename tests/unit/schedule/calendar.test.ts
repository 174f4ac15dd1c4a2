import { describe, expect, test } from 'vitest';
import {
  addDays,
  dayAt,
  daysFromTo,
  daysOf,
  instantOf,
  isZone,
  timeAt,
} from '../../../lan-server/schedule/calendar.ts';
import { endIfStarted, standingOf } from '../../../lan-server/schedule/due.ts';

const iso = (at: number) => new Date(at).toISOString().slice(0, 16);

describe('the calendar', () => {
  test('a time of the wall clock is the same before and after clocks change', () => {
    expect(iso(instantOf('2027-03-26', '10:15', 'Europe/Madrid'))).toBe('2027-03-26T09:15');
    expect(iso(instantOf('2027-03-29', '10:15', 'Europe/Madrid'))).toBe('2027-03-29T08:15');
    expect(iso(instantOf('2026-11-02', '10:15', 'America/New_York'))).toBe('2026-11-02T15:15');
  });

  test('of a skipped time the one that clocks show instead, of one that comes twice the first', () => {
    expect(iso(instantOf('2027-03-28', '02:30', 'Europe/Madrid'))).toBe('2027-03-28T01:30');
    expect(timeAt(instantOf('2027-03-28', '02:30', 'Europe/Madrid'), 'Europe/Madrid')).toBe(
      '03:30',
    );
    expect(iso(instantOf('2026-10-25', '02:30', 'Europe/Madrid'))).toBe('2026-10-25T00:30');
    // Clocks that go by half an hour.
    expect(
      timeAt(instantOf('2026-10-04', '02:15', 'Australia/Lord_Howe'), 'Australia/Lord_Howe'),
    ).toBe('02:45');
  });

  test('a plan has its first day and then the wanted weekdays, until a day or so many times', () => {
    // A Wednesday, repeated on Mondays and Wednesdays.
    const repeat = { weekdays: [1, 3], end: { until: '2027-01-20' } };
    expect(daysOf('2027-01-06', repeat)).toEqual([
      '2027-01-06',
      '2027-01-11',
      '2027-01-13',
      '2027-01-18',
      '2027-01-20',
    ]);
    expect(daysOf('2027-01-06', { weekdays: [5], end: { times: 3 } })).toEqual([
      '2027-01-06',
      '2027-01-08',
      '2027-01-15',
    ]);
    expect(daysOf('2027-01-06', null)).toEqual(['2027-01-06']);
    // A day that lies before the first ends it at once; none goes on for ever.
    expect(daysOf('2027-01-06', { weekdays: [1], end: { until: '2026-01-01' } })).toHaveLength(1);
    const days = [1, 2, 3, 4, 5, 6, 7];
    expect(daysOf('2027-01-06', { weekdays: days, end: { until: '2099-01-01' } })).toHaveLength(
      220,
    );
  });

  test('days are counted by the calendar, not by hours', () => {
    expect(addDays('2027-03-27', 2)).toBe('2027-03-29');
    expect(daysFromTo('2027-03-01', '2027-04-01')).toBe(31);
    expect(daysFromTo('2027-03-08', '2027-03-01')).toBe(-7);
    expect(dayAt(Date.UTC(2027, 0, 1, 23, 30), 'Europe/Madrid')).toBe('2027-01-02');
    expect([isZone('Europe/Madrid'), isZone('Europe/Nowhere')]).toEqual([true, false]);
  });
});

describe('what is due', () => {
  const row = {
    state: 'planned' as const,
    startsAt: 1000,
    endsAt: 2000,
    minutes: 45,
    byItself: false,
    asksAgainAt: null,
  };

  test('asks or starts from its start to its planned end, and is missed then', () => {
    const at = (now: number, change = {}) => standingOf({ ...row, ...change }, now, false);
    expect([999, 1000, 1999, 2000].map((now) => at(now))).toEqual([
      'waits',
      'asks',
      'asks',
      'missed',
    ]);
    expect(at(1500, { byItself: true })).toBe('starts');
    expect(at(1500, { asksAgainAt: 1600 })).toBe('waits');
    expect(at(1600, { asksAgainAt: 1600 })).toBe('asks');
    for (const state of ['started', 'cancelled'] as const)
      expect(at(5000, { state })).toBe('waits');
  });

  test('never stands beside another lesson of its plan', () => {
    expect(standingOf({ ...row, byItself: true }, 1500, true)).toBe('held');
    expect(standingOf(row, 2500, true)).toBe('missed');
  });

  test('what a wrong clock made out as missed comes after all', () => {
    expect(standingOf({ ...row, state: 'missed' }, 500, false)).toBe('comesAfterAll');
    expect(standingOf({ ...row, state: 'missed' }, 1500, false)).toBe('waits');
  });

  test('ends when it was to end, but lasts its whole duration where it is started early', () => {
    const times = { startsAt: 10 * 60_000, endsAt: 55 * 60_000, minutes: 45 };
    expect(endIfStarted(times, 20 * 60_000)).toBe(55 * 60_000);
    expect(endIfStarted(times, 5 * 60_000)).toBe(50 * 60_000);
  });
});
