import type { Board, BoardKind, OwnGame } from '../contract/game.ts';
import { leaderboardRows, podiumRows } from '../contract/game.ts';
import type { TeacherView } from '../contract/frames.ts';
import type { SeatId } from '../contract/ids.ts';
import type { Play } from '../contract/play.ts';
import { playOf } from './events.ts';
import { boardOf } from './game.ts';
import { rankOf } from './ranking.ts';
import { tidy } from './scoring.ts';
import type { LessonState, Seat } from './state.ts';
import { teamStandings } from './teams.ts';

/** What each audience may know of the game; `views/` hands it out. */

/** Whether points, rows, places or teams are any matter of this lesson. */
export function isGame({ scoring, streaks, leaderboard, teams }: Play): boolean {
  return scoring === 'speed' || streaks || leaderboard || teams !== null;
}

/** The board on the wall: its size does not grow with the class. Students without points are on none. */
export function boardView(
  state: LessonState,
  is: BoardKind,
  nameOf: (seatId: SeatId) => string | null,
): Board {
  return {
    is,
    scoring: playOf(state.settings).scoring,
    ...countedSoFar(state),
    rows: boardOf(state.settings) === 'teams' ? teamRows(state) : seatRows(state, is, nameOf),
  };
}

function teamRows(state: LessonState): Board['rows'] {
  return teamStandings(state).map(({ team, name, points, rank }) => ({
    name,
    team,
    points,
    rank,
    before: state.game.ranksBefore.get(String(team)) ?? null,
  }));
}

function seatRows(
  { game }: LessonState,
  is: BoardKind,
  nameOf: (seatId: SeatId) => string | null,
): Board['rows'] {
  const shown = game.ranking.slice(0, is === 'podium' ? podiumRows : leaderboardRows);
  return shown.flatMap((seat) => {
    const name = seat.points > 0 ? nameOf(seat.id) : null;
    if (name === null) return [];
    const { rank } = rankOf(game.ranking, seat.points);
    const before = game.ranksBefore.get(seat.id) ?? null;
    return [{ name, team: null, points: tidy(seat.points), rank, before }];
  });
}

function countedSoFar({ game, asked }: LessonState) {
  const sums = { after: 0, right: 0, answered: 0 };
  for (const questionId of game.revealed) {
    const one = asked.get(questionId);
    if (!one || one.earned === null) continue;
    sums.after += 1;
    sums.right += one.right;
    sums.answered += one.answered;
  }
  return sums;
}

/** What a seat alone may know; undefined where nothing of it is played. */
export function ownGame(state: LessonState, seat: Seat): OwnGame | undefined {
  const play = playOf(state.settings);
  if (!play.streaks && play.teams === null && boardOf(state.settings) === null) return undefined;
  const name = seat.team === null ? undefined : play.teams?.names[seat.team];
  const chooses = play.teams?.by === 'choice' && seat.team === null;
  return {
    team: name === undefined || seat.team === null ? null : { name, place: seat.team },
    choose: chooses ? (play.teams?.names ?? []) : [],
    streak: play.streaks ? seat.streak : null,
    place: state.game.board === null || seat.removed ? null : placeOf(state, seat),
  };
}

function placeOf(state: LessonState, seat: Seat): OwnGame['place'] {
  const { ranking } = state.game;
  if (boardOf(state.settings) === 'seats') {
    const points = tidy(seat.points);
    return { ...rankOf(ranking, seat.points), of: ranking.length, points };
  }
  const standings = teamStandings(state);
  const own = standings.find(({ team }) => team === seat.team);
  if (!own) return null;
  const { rank, toNext, points } = own;
  return { rank, toNext, points, of: standings.length };
}

/** What the console knows of the game; one character a seat. */
export function consoleGame(state: LessonState): TeacherView['game'] {
  const play = playOf(state.settings);
  if (!isGame(play)) return undefined;
  const { board, shownSince } = state.game;
  return {
    board,
    shownSince,
    counted: countedSoFar(state).after > 0,
    of: boardOf(state.settings),
    teams: play.teams && { ...play.teams, grid: teamGrid(state) },
  };
}

function teamGrid({ seats }: LessonState): string {
  let grid = '';
  for (const { team } of seats.values()) grid += team ?? '-';
  return grid;
}
