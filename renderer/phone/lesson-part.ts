import type { QuestionScreen } from './QuestionScreen.tsx';

/** The second half of the phone's script, as far as it has come. */
export type LessonPart =
  | { is: 'loading' }
  /** It did not come `tries` times; the next try is on its way. */
  | { is: 'failing'; tries: number }
  | { is: 'here'; QuestionScreen: typeof QuestionScreen };

export type LessonPartStore = {
  snapshot(): LessonPart;
  subscribe(listener: () => void): () => void;
  /** Fetches it, once; the door is on the screen meanwhile. Tries again by itself until it is there. */
  start(): void;
};

/** The waits between tries, in ms; the last one stays. */
const waits = [500, 2000, 5000];

/** Everything but the door: kinds of questions and how they are answered. `later` calls back after so many ms. */
export function createLessonPart({
  load,
  later,
}: {
  load: () => Promise<{ QuestionScreen: typeof QuestionScreen }>;
  later: (run: () => void, ms: number) => void;
}): LessonPartStore {
  const listeners = new Set<() => void>();
  let now: LessonPart = { is: 'loading' };
  let started = false;

  const become = (next: LessonPart) => {
    now = next;
    for (const listener of listeners) listener();
  };

  const fetchIt = (tries: number) => {
    load().then(
      ({ QuestionScreen }) => become({ is: 'here', QuestionScreen }),
      () => {
        become({ is: 'failing', tries });
        later(() => fetchIt(tries + 1), waits[Math.min(tries, waits.length) - 1] ?? 5000);
      },
    );
  };

  return {
    snapshot: () => now,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start() {
      if (started) return;
      started = true;
      fetchIt(1);
    },
  };
}
