import type * as Parts from './lesson-screens.ts';

/** The second half of the phone's script, as far as it has come. */
export type LessonPart =
  | { is: 'loading' }
  /** It did not come. */
  | { is: 'failing' }
  | ({ is: 'here' } & typeof Parts);

export type LessonPartStore = {
  snapshot(): LessonPart;
  subscribe(listener: () => void): () => void;
  /** Fetches it, once; the door is on the screen meanwhile. */
  start(): void;
};

/** The waits before the page is loaded again, in ms; after the last one only the student does it. */
const waits = [500, 2000, 5000, 10_000, 20_000];

/**
 * Everything but the door: kinds of questions and how they are answered. A browser does not fetch a script again that failed once,
 * so the page is loaded anew as soon as the laptop answers: the seat and what is unsent are kept. `later` calls back after so many
 * ms; `tries` remembers over a reload how often it failed.
 */
export function createLessonPart({
  load,
  later,
  mayReload,
  reload,
  tries,
}: {
  load: () => Promise<typeof Parts>;
  later: (run: () => void, ms: number) => void;
  /** Whether the laptop answers, and nobody is typing. */
  mayReload: () => Promise<boolean>;
  reload: () => void;
  /** `another` counts a failure and says how many there were; null where that cannot be kept over a reload. */
  tries: { another(): number | null; over(): void };
}): LessonPartStore {
  const listeners = new Set<() => void>();
  let now: LessonPart = { is: 'loading' };
  let started = false;

  const become = (next: LessonPart) => {
    now = next;
    for (const listener of listeners) listener();
  };

  const reloadOnceThere = (ms: number) =>
    later(() => {
      mayReload().then(
        (may) => (may ? reload() : reloadOnceThere(ms)),
        () => reloadOnceThere(ms),
      );
    }, ms);

  return {
    snapshot: () => now,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start() {
      if (started) return;
      started = true;
      load().then(
        (parts) => {
          tries.over();
          become({ is: 'here', ...parts });
        },
        () => {
          become({ is: 'failing' });
          const failed = tries.another();
          const wait = failed === null ? undefined : waits[failed - 1];
          if (wait !== undefined) reloadOnceThere(wait);
        },
      );
    },
  };
}
