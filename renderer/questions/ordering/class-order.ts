import type { OrderingPicture } from '../../../lan-server/questions/ordering/index.ts';

/** Where the class put each item on average, counted from 1; 0 while nobody has answered. */
export function meanPlaces({ places, total }: Pick<OrderingPicture, 'places' | 'total'>): number[] {
  return places.map((counts) => {
    const sum = counts.reduce((before, count, place) => before + count * (place + 1), 0);
    return total === 0 ? 0 : sum / total;
  });
}
