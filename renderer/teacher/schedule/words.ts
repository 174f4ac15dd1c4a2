import { useText } from '../../i18n/text.tsx';
import type { ClassPlace, Planned } from '../../../lan-server/contract/schedule.ts';
import { dayAfter } from './plan-draft.ts';

/** How days and times of plans are said: by the school's wall clock, whatever zone this device is in. */
export function usePlanWords() {
  const { t, date, time } = useText();
  const at = (day: string, clock = '12:00') => new Date(`${day}T${clock}:00`);

  return {
    /** “Today”, “Tomorrow”, “Monday, 23 November”. */
    day(day: string, today: string): string {
      if (day === today) return t('schedule.today');
      if (day === dayAfter(today, 1)) return t('schedule.tomorrow');
      const sameYear = day.slice(0, 4) === today.slice(0, 4);
      return date(at(day), {
        weekday: 'long',
        day: 'numeric',
        month: 'long',
        ...(sameYear ? {} : { year: 'numeric' }),
      });
    },
    time: (clock: string) => time(at('2026-01-05', clock)),
    /** Monday first. */
    weekday: (weekday: number, how: 'short' | 'long' = 'short') =>
      date(new Date(2026, 0, 4 + weekday, 12), { weekday: how }),
    title: ({ title }: { title: string }) => title || t('schedule.untitled'),
    /** “Biology 7b · Group 2”; empty without a class. */
    place: (place: ClassPlace | null): string =>
      [place?.name, place?.sectionName].filter(Boolean).join(' · '),
    /** Title and class, for a sentence. */
    whole({ title, class: place }: Pick<Planned, 'title' | 'class'>): string {
      return [place?.name, title || t('schedule.untitled')].filter(Boolean).join(' · ');
    },
  };
}
