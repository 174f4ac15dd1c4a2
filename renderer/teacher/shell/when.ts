import { useText } from '../../i18n/text.tsx';
import { daysBetween } from './days.ts';

/** Says a day the way people do: “today”, “yesterday”, “18 November”, with the year when it is another. */
export function useWhen(): (at: number) => string {
  const { language, date } = useText();
  return (at) => {
    const now = Date.now();
    const days = daysBetween(at, now);
    if (days <= 1)
      return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-days, 'day');
    const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
    return date(at, {
      day: 'numeric',
      month: 'long',
      ...(sameYear ? {} : { year: 'numeric' }),
    });
  };
}
