/** Where those came from who were taken out of a lesson. */
export type Suspects = {
  /** Somebody from this address was taken out of the lesson for good. */
  note(lessonId: string, address: string): void;
  has(lessonId: string, address: string): boolean;
};

/** More addresses than a school has phones are no school's. */
const mostKnown = 2000;

/**
 * Who was taken out could come again with another browser, as somebody new. So whoever is new and comes from the same address
 * waits for the teacher's yes. Kept in memory alone: an address says where somebody is, and has no place in a journal.
 */
export function createSuspects(): Suspects {
  const known = new Set<string>();
  const place = (lessonId: string, address: string) => `${lessonId} ${address}`;
  return {
    note(lessonId, address) {
      known.add(place(lessonId, address));
      const oldest = known.values().next();
      if (known.size > mostKnown && !oldest.done) known.delete(oldest.value);
    },
    has: (lessonId, address) => known.has(place(lessonId, address)),
  };
}
