import type { BoardKind } from '../contract/game.ts';
import { kindOf } from '../questions/index.ts';
import type { Asked, CountedAnswer, Earned } from './asked.ts';
import { playOf } from './events.ts';
import type { LessonSettings } from './events.ts';
import { putIn, rankOf, sortRanking, takeOut } from './ranking.ts';
import { basePoints, speedShare, streakBonus } from './scoring.ts';
import type { LessonState, Seat } from './state.ts';
import { countAt, countMember, teamStandings } from './teams.ts';

/** Who stands on the boards of a lesson: teams where there are some, else students by name; null: there are no boards. */
export function boardOf(settings: LessonSettings): 'seats' | 'teams' | null {
  const { leaderboard, teams } = playOf(settings);
  if (!leaderboard) return null;
  if (teams !== null) return 'teams';
  return settings.identity === 'anonymous' ? null : 'seats';
}

/** A student came. */
export function enterGame(state: LessonState, seat: Seat): void {
  if (isRanked(state)) putIn(state.game.ranking, seat);
  countMember(state, seat, 1);
}

/** A student is removed or comes back: points stay with the seat, but count nowhere while it is away. */
export function setPresent(state: LessonState, seat: Seat, present: boolean): void {
  if (seat.removed === !present) return;
  if (!present) leave(state, seat);
  seat.removed = !present;
  if (present) enterGame(state, seat);
}

/** A student is in another team now, with all points. */
export function joinTeam(state: LessonState, seat: Seat, team: number): void {
  countMember(state, seat, -1);
  seat.team = team;
  countMember(state, seat, 1);
}

/** The key is shown at `at`: points are given, once, to everybody. */
export function award(state: LessonState, asked: Asked, at: number): void {
  const { revealed } = state.game;
  revealed.push(asked.question.id);
  asked.revealedAt = at;
  asked.earned = earnedBy(state, asked);
  if (asked.earned === null) return;
  state.game.shownSince = null;
  for (const seat of state.seats.values()) {
    addNext(state, asked, seat);
    countAt(asked, seat, 1);
  }
  if (isRanked(state)) sortRanking(state.game.ranking);
}

/** The question is asked anew: what its last round earned is taken back. */
export function withdraw(state: LessonState, asked: Asked): void {
  const at = state.game.revealed.indexOf(asked.question.id);
  if (at >= 0) state.game.revealed.splice(at, 1);
  asked.earned = null;
  asked.teams = [];
  recountAll(state);
}

/** The key of a revealed question is another: its answers are graded anew, and rows of right ones with them. */
export function regrade(state: LessonState, asked: Asked): void {
  asked.earned = earnedBy(state, asked);
  recountAll(state);
}

/** Changes the counted answer of one seat to a revealed question: one that arrived late counts, or counts no more. */
export function reawardSeat(
  state: LessonState,
  asked: Asked,
  seat: Seat,
  change: () => void,
): void {
  const isPlaced = !seat.removed && isRanked(state);
  if (isPlaced) takeOut(state.game.ranking, seat);
  countMember(state, seat, -1);
  change();
  const counted = asked.answers.get(seat.id);
  const earned = counted && asked.earned ? earnedWith(state, asked, counted) : null;
  if (earned) asked.earned?.set(seat.id, earned);
  else asked.earned?.delete(seat.id);
  recountSeat(state, seat);
  countMember(state, seat, 1);
  if (isPlaced) putIn(state.game.ranking, seat);
}

/** A board goes onto the wall: from now on movement is told since then. */
export function showBoard(state: LessonState, board: BoardKind): void {
  const { game } = state;
  game.board = board;
  game.shownSince = board;
  game.ranksBefore = game.ranks;
  game.ranks = new Map();
  if (boardOf(state.settings) === 'teams')
    for (const { team, rank } of teamStandings(state)) game.ranks.set(String(team), rank);
  else
    for (const seat of game.ranking)
      game.ranks.set(seat.id, rankOf(game.ranking, seat.points).rank);
}

function isRanked(state: LessonState): boolean {
  return boardOf(state.settings) === 'seats';
}

function leave(state: LessonState, seat: Seat): void {
  if (isRanked(state)) takeOut(state.game.ranking, seat);
  countMember(state, seat, -1);
}

/** By seat, what the answers of the round are worth; null where no points can be had. */
function earnedBy(state: LessonState, asked: Asked): Asked['earned'] {
  const { question } = asked;
  if (question.points === 0 || kindOf(question).key(question) === null) return null;
  const earned = new Map<string, Earned>();
  for (const [seatId, counted] of asked.answers) {
    const one = earnedWith(state, asked, counted);
    if (one) earned.set(seatId, one);
  }
  return earned;
}

function earnedWith(state: LessonState, asked: Asked, counted: CountedAnswer): Earned | null {
  const { question, clock } = asked;
  const grade = kindOf(question).grade(question, counted.answer);
  if (grade === null) return null;
  const share = speedShare(clock, counted.late?.tappedAt ?? counted.at);
  const rules = playOf(state.settings);
  const base = basePoints(rules, question.points, grade.credit, share);
  return { base, bonus: 0, right: grade.right };
}

/** Adds the question that comes next in the order of reveals. */
function addNext(state: LessonState, asked: Asked, seat: Seat): void {
  if (asked.earned === null) return;
  const earned = asked.earned.get(seat.id);
  seat.streak = earned?.right ? seat.streak + 1 : 0;
  if (!earned) return;
  earned.bonus = streakBonus(playOf(state.settings), asked.question.points, seat.streak);
  seat.points += earned.base + earned.bonus;
}

function recountSeat(state: LessonState, seat: Seat): void {
  seat.points = 0;
  seat.streak = 0;
  for (const questionId of state.game.revealed) {
    const asked = state.asked.get(questionId);
    if (asked) addNext(state, asked, seat);
  }
}

/** Everybody's points, rows, teams and places from nothing. */
function recountAll(state: LessonState): void {
  const { game } = state;
  game.teamSizes = [];
  for (const questionId of game.revealed) {
    const asked = state.asked.get(questionId);
    if (asked) asked.teams = [];
  }
  for (const seat of state.seats.values()) {
    recountSeat(state, seat);
    countMember(state, seat, 1);
  }
  if (isRanked(state)) sortRanking(game.ranking);
}
