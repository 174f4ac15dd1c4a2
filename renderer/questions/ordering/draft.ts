/** What stands in the fields: the items by place, the one picked up, and the one that moved last (said aloud). */
export type OrderingDraft = { order: number[]; held: number | null; moved: number | null };

/** The places of `size` items as the draft has them; the editor's preview may have gained or lost some since. */
export function placesOf({ order }: OrderingDraft, size: number): number[] {
  const known = order.filter((item) => item < size);
  for (let item = 0; item < size; item += 1) if (!known.includes(item)) known.push(item);
  return known;
}

/** Puts an item at a place; the others close up. The same draft where there is no such place. */
export function putAt(draft: OrderingDraft, item: number, place: number): OrderingDraft {
  if (place < 0 || place >= draft.order.length) return draft;
  const order = draft.order.filter((one) => one !== item);
  order.splice(place, 0, item);
  return { ...draft, order, moved: item };
}

/** Moves the item that is picked up by one place; null while none is. */
export function nudged(draft: OrderingDraft, by: 1 | -1): OrderingDraft | null {
  if (draft.held === null) return null;
  return putAt(draft, draft.held, draft.order.indexOf(draft.held) + by);
}

/** A tap on an item: picks it up, puts it back, or puts the one that is picked up here. */
export function tapped(draft: OrderingDraft, item: number): OrderingDraft {
  if (draft.held === null) return { ...draft, held: item };
  if (draft.held === item) return { ...draft, held: null };
  return { ...putAt(draft, draft.held, draft.order.indexOf(item)), held: null };
}
