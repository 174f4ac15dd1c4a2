const key = 'chalkbox.failed-loads';

/** How often this tab could not fetch the questions, kept over a reload by the browser's storage of the tab. */
export function failedLoads(storage: () => Storage) {
  return {
    another(): number | null {
      try {
        const failed = (Number(storage().getItem(key)) || 0) + 1;
        storage().setItem(key, String(failed));
        return failed;
      } catch {
        return null;
      }
    },
    over(): void {
      try {
        storage().removeItem(key);
      } catch {
        // Nothing was kept.
      }
    },
  };
}
