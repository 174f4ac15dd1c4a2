import { useState } from 'react';
import type { Timer } from '../../lan-server/contract/frames.ts';

/** Frames differ by the way they took; a deadline that moves by less was not moved by anybody. */
const jitterMs = 250;

type Held = { timer: Timer | null; deadline: number | null };

function deadlineOf(timer: Timer | null): number | null {
  return timer?.running ? performance.now() + timer.leftMs : null;
}

/** When a running timer ends, on this page's performance.now() clock in ms; null without one or while it stands. */
export function useDeadline(timer: Timer | null): number | null {
  const [held, hold] = useState<Held>(() => ({ timer, deadline: deadlineOf(timer) }));
  if (held.timer === timer) return held.deadline;
  const heard = deadlineOf(timer);
  const same =
    heard !== null && held.deadline !== null && Math.abs(heard - held.deadline) < jitterMs;
  const deadline = same ? held.deadline : heard;
  hold({ timer, deadline });
  return deadline;
}
