/** What was, what is and, after undoing, what had been. */
export type History<T> = {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** What the last step was about and when: typing on in the same field soon after belongs to that step. */
  readonly run: { readonly field: string; readonly at: number } | null;
};

/** How many steps can be taken back. */
const longest = 300;
/** Milliseconds without typing after which going on is a new step. */
const pause = 1500;

/** A history in which nothing has happened yet. */
export function freshHistory<T>(present: T): History<T> {
  return { past: [], present, future: [], run: null };
}

/** Takes a step. With the `field` of the step before and soon enough after it, it is one with that step. `at` in ms. */
export function recorded<T>(
  history: History<T>,
  present: T,
  field: string | null,
  at: number,
): History<T> {
  const { past, run } = history;
  const goesOn = field !== null && run?.field === field && at - run.at < pause;
  return {
    past: goesOn ? past : [...past, history.present].slice(-longest),
    present,
    future: [],
    run: field === null ? null : { field, at },
  };
}

/** Takes the last step back; the same history when there is none. */
export function undone<T>(history: History<T>): History<T> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: before,
    future: [history.present, ...history.future],
    run: null,
  };
}

/** Takes the step again that was last taken back; the same history when there is none. */
export function redone<T>(history: History<T>): History<T> {
  const [after, ...future] = history.future;
  if (after === undefined) return history;
  return { past: [...history.past, history.present], present: after, future, run: null };
}
