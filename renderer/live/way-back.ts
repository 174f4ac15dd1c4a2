import type { Kept } from './outbox.ts';

/** What a student takes along to the laptop's other address: the seat's code, whose it is, and what is not sent yet. */
export type WayBack = {
  seat: string;
  /** The seat's id. Whoever makes up such an address can have read the code off a phone, but knows no id. */
  id: string;
  /** null in an anonymous lesson. */
  name: string | null;
  kept: Kept[];
};

/**
 * The address of a lesson under the laptop's name (`chalkbox.local:4747`), with what is taken along. It travels behind the #,
 * which no browser sends to anybody.
 */
export function wayBackUrl(lanName: string, code: string, { name, kept, ...of }: WayBack): string {
  const carried = new URLSearchParams({ ...of, name: name ?? '', kept: JSON.stringify(kept) });
  return `http://${lanName}/j/${code}#${carried.toString()}`;
}

/** Reads what an address brought along; null where it brought nothing. Anybody can make up such an address. */
export function readWayBack(hash: string): WayBack | null {
  const carried = new URLSearchParams(hash.slice(1));
  const seat = carried.get('seat');
  if (!seat) return null;
  let kept: Kept[] = [];
  try {
    const told: unknown = JSON.parse(carried.get('kept') ?? '');
    if (Array.isArray(told))
      kept = told.filter((one: Partial<Kept> | null) => /^[\w-]{8,40}$/.test(one?.id ?? ''));
  } catch {
    // The seat is worth more than what could not be read.
  }
  return { seat, id: carried.get('id') || '', name: carried.get('name') || null, kept };
}
