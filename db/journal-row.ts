import type { StoredEvent } from '../lan-server/ports.ts';

/** A row of the journal as SQLite gives it; `event` is JSON. */
export type JournalRow = { seq: number; at: number; event: string };

/** An event as it stands in the file; `unreadable` where the row is damaged, so that its place in the journal stays taken. */
export function storedEvent({ seq, at, event }: JournalRow): StoredEvent {
  try {
    return { seq, at, event: JSON.parse(event) as StoredEvent['event'] };
  } catch {
    return { seq, at, event: { type: 'unreadable' } };
  }
}
