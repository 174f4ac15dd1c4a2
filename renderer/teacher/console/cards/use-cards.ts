import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { LessonId, QuestionId } from '../../../../lan-server/contract/ids.ts';
import type { CardList, CardStanding } from '../../../../lan-server/contract/moderation.ts';
import { useApi } from '../../api-context.tsx';
import { valueOf } from '../../api-failure.ts';

/** While a class writes, something changes all the time: it is fetched twice a second at most. */
const restMs = 500;

/** A number as it was at most half a second ago; at once where it had rested. */
function useRested(value: number): number {
  const [rested, setRested] = useState(value);
  const since = useRef(0);
  useEffect(() => {
    if (value === rested) return undefined;
    const wait = Math.max(0, since.current + restMs - performance.now());
    const timer = window.setTimeout(() => {
      since.current = performance.now();
      setRested(value);
    }, wait);
    return () => window.clearTimeout(timer);
  }, [value, rested]);
  return rested;
}

/** Some of the answers to an open question; undefined until they have come. Fetched anew with each `version`. */
export function useCards(
  lessonId: LessonId,
  query: { questionId: QuestionId; standing: CardStanding; from: number },
  round: number,
  version: number,
): CardList | undefined {
  const api = useApi();
  const rested = useRested(version);
  const { data } = useQuery({
    queryKey: ['cards', lessonId, query, round, rested],
    queryFn: async () => valueOf(await api.cards(lessonId, query)),
    placeholderData: keepPreviousData,
    gcTime: 1000,
  });
  return data;
}
