import { useEffect, useState } from 'react';
import type { ApiError } from '../api.ts';

/** Seconds until the next attempt is allowed, as the refusal says; 0 when it names none. */
export function lockSeconds(error: ApiError): number {
  if (error.code !== 'too_many') return 0;
  const details = error.details as { retryAfterSeconds?: unknown } | null | undefined;
  const seconds = details?.retryAfterSeconds;
  return typeof seconds === 'number' && seconds > 0 ? Math.ceil(seconds) : 0;
}

/** Counts a lockout down, second by second; `way` says which field it belongs to. */
export function useLock<Way extends string>() {
  const [until, setUntil] = useState<{ way: Way; at: number } | null>(null);
  const [left, setLeft] = useState(0);

  useEffect(() => {
    if (!until) return undefined;
    const tick = () => {
      const seconds = Math.ceil((until.at - performance.now()) / 1000);
      setLeft(Math.max(0, seconds));
      if (seconds <= 0) setUntil(null);
    };
    tick();
    const timer = setInterval(tick, 250);
    return () => clearInterval(timer);
  }, [until]);

  return {
    left,
    way: until?.way ?? null,
    start: (way: Way, seconds: number) => setUntil({ way, at: performance.now() + seconds * 1000 }),
  };
}
