import type { TeacherView } from '../../../lan-server/contract/frames.ts';

/** The stations of one question, in order. */
export const stations = ['open', 'close', 'reveal', 'next'] as const;
export type Station = (typeof stations)[number];

/** The station that comes next, drawn bold; null on the join screen and after the lesson. */
export function stationOf(view: Pick<TeacherView, 'current' | 'status'>): Station | null {
  if (!view.current || view.status === 'ended') return null;
  switch (view.current.phase) {
    case 'fresh':
      return 'open';
    case 'open':
      return 'close';
    case 'closed':
      return 'reveal';
    case 'revealed':
    case 'skipped':
      return 'next';
    default:
      return view.current.phase satisfies never;
  }
}
