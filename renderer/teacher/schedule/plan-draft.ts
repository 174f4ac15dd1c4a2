import type { NewPlan, PlanChange, Planned } from '../../../lan-server/contract/schedule.ts';

/** What a teacher has chosen so far of a lesson in time. */
export type PlanDraft = {
  day: string;
  time: string;
  /** null: left empty. */
  minutes: number | null;
  byItself: boolean;
  /** Weekdays, 1 Monday … 7 Sunday; empty: once. */
  weekdays: readonly number[];
  /** The last day of a repeated one. */
  until: string;
};

const dayMs = 86_400_000;

/** Days are counted as in UTC, where each has 24 hours. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** A lesson that begins at the next full hour: the day and time to begin with. `now`: as this device's clock says. */
export function freshDraft(now: Date): PlanDraft {
  const next = new Date(now.getTime() + 3_600_000);
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${next.getFullYear()}-${two(next.getMonth() + 1)}-${two(next.getDate())}`;
  return {
    day,
    time: `${two(next.getHours())}:00`,
    minutes: 45,
    byItself: false,
    weekdays: [],
    until: dayAfter(day, 12 * 7),
  };
}

/** The draft of one that is planned already. */
export function draftOf(planned: Planned): PlanDraft {
  const { day, time, minutes, byItself } = planned;
  return { day, time, minutes, byItself, weekdays: [], until: day };
}

/** What stands in the way of storing it; null: nothing. */
export function draftProblem(draft: PlanDraft): 'day' | 'time' | 'minutes' | 'until' | null {
  if (!/^20\d\d-\d\d-\d\d$/.test(draft.day)) return 'day';
  if (!/^\d\d:\d\d$/.test(draft.time)) return 'time';
  if (draft.minutes === null) return 'minutes';
  if (draft.weekdays.length > 0 && !(draft.until >= draft.day)) return 'until';
  return null;
}

/** As the program takes it. */
export function planOf(draft: PlanDraft): Omit<NewPlan, 'lesson'> {
  const { day, time, minutes, byItself, weekdays, until } = draft;
  const repeat =
    weekdays.length === 0
      ? null
      : { weekdays: [...weekdays].sort((a, b) => a - b), end: { until } };
  return { day, time, minutes: minutes ?? 45, byItself, repeat };
}

/** What of one that is planned is otherwise in the draft. */
export function changeOf(planned: Planned, draft: PlanDraft): Omit<PlanChange, 'scope'> {
  return {
    ...(draft.day !== planned.day && { day: draft.day }),
    ...(draft.time !== planned.time && { time: draft.time }),
    ...(draft.minutes !== null && draft.minutes !== planned.minutes && { minutes: draft.minutes }),
    ...(draft.byItself !== planned.byItself && { byItself: draft.byItself }),
  };
}

/** The titles of those that overlap with `one`; ended, cancelled and missed ones are in nobody's way. */
export function conflictsWith(one: Planned, all: readonly Planned[]): Planned[] {
  const stands = ({ status }: Planned) => ['scheduled', 'live', 'paused'].includes(status);
  if (!stands(one)) return [];
  return all.filter(
    (other) =>
      other.id !== one.id &&
      stands(other) &&
      // A co-taught class's lesson is somebody else's to give.
      other.mine === one.mine &&
      other.startsAt < one.endsAt &&
      one.startsAt < other.endsAt,
  );
}
