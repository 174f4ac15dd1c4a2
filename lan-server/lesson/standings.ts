import type { GameResults } from '../contract/game.ts';
import { isGame } from './boards.ts';
import { playOf } from './events.ts';
import { rankOf, sortRanking } from './ranking.ts';
import { tidy } from './scoring.ts';
import type { LessonState } from './state.ts';
import { teamStandings } from './teams.ts';

/** Points, places and teams as they stand, for the teacher alone; undefined where nothing of it is played. */
export function gameResults(state: LessonState): GameResults | undefined {
  const { scoring, streaks, teams, ...rest } = playOf(state.settings);
  if (!isGame({ scoring, streaks, teams, ...rest })) return undefined;
  const seats = [...state.seats.values()];
  const present = seats.filter(({ removed }) => !removed);
  sortRanking(present);
  return {
    scoring,
    streaks,
    teams:
      teams &&
      teamStandings(state).map(({ team, name, points, rank }) => ({
        team,
        name,
        points,
        rank,
        members: state.game.teamSizes[team] ?? 0,
      })),
    students: seats.map((seat) => ({
      seatId: seat.id,
      points: tidy(seat.points),
      rank: seat.removed ? null : rankOf(present, seat.points).rank,
      team: seat.team === null ? null : (teams?.names[seat.team] ?? null),
    })),
  };
}
