/** Timers as the room needs them; injected so that tests can hold time. */
export type Timers = {
  set(run: () => void, ms: number): unknown;
  clear(timer: unknown): void;
};

export const realTimers: Timers = {
  set: (run, ms) => setTimeout(run, ms),
  clear: (timer) => clearTimeout(timer as NodeJS.Timeout),
};

export type Coalesced = {
  /** Asks for a run: at once if the last one is long enough ago, else as soon as it is. */
  ask(): void;
  /** A run at once, whenever the last one was: for what everybody waits for. */
  now(): void;
  /** Drops what is still to come. */
  stop(): void;
};

/** Runs `run` at most once per `everyMs`, however often it is asked for; the last request always leads to a run. */
export function coalesce(run: () => void, everyMs: number, timers: Timers): Coalesced {
  let waiting: unknown = null;
  let again = false;
  let stopped = false;

  function go() {
    again = false;
    run();
    waiting = timers.set(() => {
      waiting = null;
      if (again && !stopped) go();
    }, everyMs);
  }

  return {
    ask() {
      if (stopped) return;
      if (waiting === null) go();
      else again = true;
    },
    now() {
      if (stopped) return;
      if (waiting !== null) timers.clear(waiting);
      go();
    },
    stop() {
      stopped = true;
      if (waiting !== null) timers.clear(waiting);
    },
  };
}
