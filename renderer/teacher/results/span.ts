import type { LessonSummary } from '../../../lan-server/contract/api.ts';
import { useText } from '../../i18n/text.tsx';
import { useWhen } from '../shell/when.ts';

/** Says when a lesson was: the day, from and to. */
export function useSpan(): (lesson: Pick<LessonSummary, 'startedAt' | 'endedAt'>) => string {
  const { t, time } = useText();
  const when = useWhen();
  return ({ startedAt, endedAt }) =>
    endedAt === null
      ? t('results.since', { date: when(startedAt), from: time(startedAt) })
      : t('results.span', { date: when(startedAt), from: time(startedAt), to: time(endedAt) });
}
