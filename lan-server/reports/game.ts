import type { LessonRecord } from '../ports.ts';
import type { Labels } from './labels.ts';

type Columns = {
  head: string[];
  cells: (seatId: string) => (string | number | null)[];
};

/** Points, rank and team of each student, only where the lesson was played for them. */
export function gameColumns({ game }: LessonRecord, labels: Labels): Columns {
  if (!game) return { head: [], cells: () => [] };
  const bySeat = new Map(game.students.map((student) => [student.seatId, student]));
  return {
    head: [labels.gamePoints, labels.rank, ...(game.teams ? [labels.team] : [])],
    cells(seatId) {
      const { points = null, rank = null, team = null } = bySeat.get(seatId) ?? {};
      return [points, rank, ...(game.teams ? [team] : [])];
    },
  };
}
