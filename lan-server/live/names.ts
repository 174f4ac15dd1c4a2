import type { SeatId } from '../contract/ids.ts';

/** The names of one lesson's seats. They live beside the journal, never in it. */
export type Names = {
  of(seatId: SeatId): string | null;
  set(seatId: SeatId, name: string): void;
  forget(seatId: SeatId): void;
  /** The name itself, or with a free number behind it: two Anas are “Ana” and “Ana 2”. */
  free(wanted: string): string;
};

/** Begins with the names that are on disk. */
export function createNames(known: { seatId: SeatId; name: string }[]): Names {
  const bySeat = new Map<SeatId, string>();
  const taken = new Set<string>();
  const nextNumber = new Map<string, number>();

  function set(seatId: SeatId, name: string) {
    bySeat.set(seatId, name);
    taken.add(same(name));
  }
  for (const { seatId, name } of known) set(seatId, name);

  return {
    of: (seatId) => bySeat.get(seatId) ?? null,
    set,
    forget(seatId) {
      const name = bySeat.get(seatId);
      if (name === undefined) return;
      bySeat.delete(seatId);
      taken.delete(same(name));
      nextNumber.clear();
    },
    free(wanted) {
      if (!taken.has(same(wanted))) return wanted;
      // Goes on where the last one of this name ended: a thousand Anas cost a thousand looks, not half a million.
      let number = nextNumber.get(same(wanted)) ?? 2;
      while (taken.has(same(`${wanted} ${number}`))) number += 1;
      nextNumber.set(same(wanted), number);
      return `${wanted} ${number}`;
    },
  };
}

/** Names that a class would read as the same. */
function same(name: string): string {
  return name.normalize('NFKC').toLocaleLowerCase('en');
}
