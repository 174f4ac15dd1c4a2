import { Temporal } from 'temporal-polyfill';
import type { Repeat } from '../contract/schedule.ts';

/** In ms. */
export const minute = 60_000;

/** No plan has more occurrences than this: five a week for a school year of forty-two weeks, and some. */
export const mostOccurrences = 220;

/** The laptop's own time zone, as an IANA name. */
export function laptopZone(): string {
  return Temporal.Now.timeZoneId();
}

/** Whether the program knows a time zone of this name. */
export function isZone(zone: string): boolean {
  try {
    Temporal.Now.zonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

/**
 * When a wall clock in `zone` shows `time` on `day`, ms since 1970. A time that is skipped when clocks go forward is taken as
 * the time that they show instead (02:30 becomes 03:30); of one that comes twice, the first.
 */
export function instantOf(day: string, time: string, zone: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime({
    timeZone: zone,
    plainTime: Temporal.PlainTime.from(time),
  }).epochMilliseconds;
}

/** Which day it is in `zone` at `at`, ms since 1970. */
export function dayAt(at: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString();
}

/** What the wall clock in `zone` shows at `at`: HH:MM. */
export function timeAt(at: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' });
}

/** The day so many days later, or earlier. */
export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** How many days `to` comes after `from`. */
export function daysFromTo(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' })
    .days;
}

/**
 * The days of a plan, in order: its first alone, or from it on every wanted weekday. The first day is one of them whatever weekday it
 * is, because the teacher named it. At most `mostOccurrences`.
 */
export function daysOf(first: string, repeat: Repeat | null): string[] {
  if (repeat === null) return [first];
  const wanted = new Set(repeat.weekdays);
  const { end } = repeat;
  const times = 'times' in end ? Math.min(end.times, mostOccurrences) : mostOccurrences;
  const last = 'until' in end ? end.until : '9999-12-31';
  const days = [first];
  for (let day = addDays(first, 1); days.length < times && day <= last; day = addDays(day, 1))
    if (wanted.has(Temporal.PlainDate.from(day).dayOfWeek)) days.push(day);
  return days;
}
