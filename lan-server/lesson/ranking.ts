import { hundredths } from './scoring.ts';
import type { Seat } from './state.ts';

/**
 * Students by their points: an array of seats, most points first, then in the order of joining. A seat that changes is taken out
 * before and put back after, each by bisection, so that the whole is sorted at a reveal only.
 */
type Ranking = Seat[];

/** Sorts in place. */
export function sortRanking(ranking: Ranking): void {
  ranking.sort(before);
}

export function takeOut(ranking: Ranking, seat: Seat): void {
  const at = placeFor(ranking, (other) => before(other, seat) < 0);
  if (ranking[at] === seat) ranking.splice(at, 1);
}

export function putIn(ranking: Ranking, seat: Seat): void {
  ranking.splice(
    placeFor(ranking, (other) => before(other, seat) < 0),
    0,
    seat,
  );
}

/** The rank of so many points, from 1: equal points share one. `toNext`: points to the place before, null for the first. */
export function rankOf(ranking: Ranking, points: number): { rank: number; toNext: number | null } {
  const own = hundredths(points);
  const at = placeFor(ranking, (other) => hundredths(other.points) > own);
  const next = ranking[at - 1];
  return { rank: at + 1, toNext: next ? (hundredths(next.points) - own) / 100 : null };
}

function before(one: Seat, other: Seat): number {
  return hundredths(other.points) - hundredths(one.points) || one.number - other.number;
}

/** The first place of which `isBefore` does not hold. */
function placeFor(ranking: Ranking, isBefore: (seat: Seat) => boolean): number {
  let low = 0;
  let high = ranking.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const seat = ranking[middle];
    if (seat && isBefore(seat)) low = middle + 1;
    else high = middle;
  }
  return low;
}
