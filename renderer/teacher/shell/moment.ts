import { useText } from '../../i18n/text.tsx';
import { useWhen } from './when.ts';

/** Says a moment the way people do: “today, 09:12”, “18 November, 14:05”. */
export function useMoment(): (at: number) => string {
  const { t, time } = useText();
  const when = useWhen();
  return (at) => t('safety.moment', { day: when(at), time: time(at) });
}
