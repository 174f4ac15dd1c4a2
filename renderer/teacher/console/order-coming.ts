import type { Phase } from '../../../lan-server/contract/frames.ts';
import type { QuestionId } from '../../../lan-server/contract/ids.ts';

/** Which questions may still be moved: never asked, and not on the wall. */
export function comingQuestions(
  order: readonly QuestionId[],
  phases: readonly Phase[],
  current: QuestionId | null,
): QuestionId[] {
  return order.filter((id, at) => (phases[at] ?? 'fresh') === 'fresh' && id !== current);
}

/**
 * The whole order after `moved` has taken the place of `over`, both among `coming`: what was asked keeps its place, and the
 * coming ones share the places that they had.
 */
export function moveComing(
  order: readonly QuestionId[],
  coming: readonly QuestionId[],
  moved: QuestionId,
  over: QuestionId,
): QuestionId[] {
  const from = coming.indexOf(moved);
  const to = coming.indexOf(over);
  if (from === -1 || to === -1) return [...order];
  const rest = coming.toSpliced(from, 1).toSpliced(to, 0, moved);
  const movable = new Set(coming);
  let next = 0;
  return order.map((id) => {
    if (!movable.has(id)) return id;
    const put = rest[next] ?? id;
    next += 1;
    return put;
  });
}
