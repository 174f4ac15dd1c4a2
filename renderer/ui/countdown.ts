import { useEffect, useReducer } from 'react';

/** Milliseconds until a deadline on the clock of performance.now(), never below 0. */
const left = (deadline: number) => Math.max(0, deadline - performance.now());

/**
 * Counts down by itself: the milliseconds left until `deadline`, a moment on this page's performance.now() clock
 * (the wall clock may be set while a lesson runs). Null: nothing to count, gives null. Redraws once a second, when the
 * figure on the clock changes, and stops at 0.
 */
export function useCountdown(deadline: number | null): number | null {
  const [, redraw] = useReducer((times: number) => times + 1, 0);

  useEffect(() => {
    if (deadline === null) return undefined;
    let timer = 0;
    const sleep = () => {
      const remaining = left(deadline);
      if (remaining === 0) return;
      // Wake just after the next whole second: rounding up, that is when the shown figure changes.
      timer = window.setTimeout(
        () => {
          redraw();
          sleep();
        },
        (remaining % 1000) + 5,
      );
    };
    sleep();
    return () => window.clearTimeout(timer);
  }, [deadline]);

  return deadline === null ? null : left(deadline);
}
