import type { Actor, TeacherCommand } from '../contract/commands.ts';
import type { SeatId } from '../contract/ids.ts';
import { reject } from '../contract/rejections.ts';
import type { Asked } from './asked.ts';
import type { Decision } from './commands.ts';
import { playOf } from './events.ts';
import type { LessonSettings } from './events.ts';
import { hundredths, tidy } from './scoring.ts';
import type { LessonState, Seat } from './state.ts';

/**
 * The team that is drawn for a new seat: one of the smallest, and which of them is left to the seat's id, so that nobody can
 * time it. null where teams are not drawn.
 */
export function drawnTeam(state: LessonState, seatId: SeatId): number | null {
  const { teams, approve } = playOf(state.settings);
  if (teams?.by !== 'draw') return null;
  const sizes = teams.names.map((_, team) => state.game.teamSizes[team] ?? 0);
  // Who waits for the teacher's yes is in no team yet, and will be.
  if (approve)
    for (const { waits, team } of state.seats.values())
      if (waits && team !== null) sizes[team] = (sizes[team] ?? 0) + 1;
  const least = Math.min(...sizes);
  const smallest = sizes.flatMap((size, team) => (size === least ? [team] : []));
  let chance = 0;
  for (const sign of seatId) chance = (chance * 31 + (sign.codePointAt(0) ?? 0)) % 65_521;
  return smallest[chance % smallest.length] ?? 0;
}

/** Once: whoever is in the wrong team asks the teacher, so that nobody follows the points. */
export function chooseTeam(state: LessonState, actor: Actor, team: number): Decision {
  if (actor.as !== 'student') return reject('forbidden');
  const seat = state.seats.get(actor.seatId);
  if (!seat) return reject('not_joined');
  if (seat.removed) return reject('seat_removed');
  if (playOf(state.settings).teams?.by !== 'choice' || !hasTeam(state.settings, team))
    return reject('not_in_this_lesson');
  if (seat.team !== null) return seat.team === team ? [] : reject('team_chosen');
  return [{ type: 'teamJoined', seatId: seat.id, team }];
}

/** The teacher puts a student into another team. */
export function moveSeat(
  state: LessonState,
  { seatId, team }: Extract<TeacherCommand, { type: 'moveSeat' }>,
): Decision {
  if (!hasTeam(state.settings, team)) return reject('not_in_this_lesson');
  const seat = state.seats.get(seatId);
  if (!seat) return reject('seat_unknown');
  return seat.team === team ? [] : [{ type: 'teamJoined', seatId, team }];
}

/** Whether a team of this place is among those of the lesson. */
function hasTeam(settings: LessonSettings, team: number): boolean {
  return team < (playOf(settings).teams?.names.length ?? 0);
}

/** Adds (1) or takes out (-1) a seat with all that it earned, from its team. */
export function countMember(state: LessonState, seat: Seat, by: 1 | -1): void {
  if (seat.team === null || seat.removed) return;
  const { teamSizes } = state.game;
  teamSizes[seat.team] = (teamSizes[seat.team] ?? 0) + by;
  for (const questionId of state.game.revealed) {
    const asked = state.asked.get(questionId);
    if (asked) countAt(asked, seat, by);
  }
}

/** The same for one question. Who came after its reveal does not weigh on the team there. */
export function countAt(asked: Asked, seat: Seat, by: 1 | -1): void {
  if (asked.earned === null || seat.team === null || seat.removed) return;
  if (seat.takenAt > asked.revealedAt) return;
  const team = (asked.teams[seat.team] ??= { sum: 0, of: 0 });
  const earned = asked.earned.get(seat.id);
  team.sum += by * (earned ? earned.base + earned.bonus : 0);
  team.of += by;
}

/**
 * A team's points: for each question the mean of those of its members who had a seat when the key was shown, summed up. Of a team
 * whose members were all there from the start this is the mean of their points: its size does not decide.
 */
export function teamPoints(state: LessonState, team: number): number {
  let points = 0;
  for (const questionId of state.game.revealed) {
    const counted = state.asked.get(questionId)?.teams[team];
    if (counted && counted.of > 0) points += counted.sum / counted.of;
  }
  return tidy(points);
}

export type TeamStanding = {
  team: number;
  name: string;
  points: number;
  rank: number;
  toNext: number | null;
};

/** All teams, most points first; equal points share a rank. */
export function teamStandings(state: LessonState): TeamStanding[] {
  const names = playOf(state.settings).teams?.names ?? [];
  const sorted = names
    .map((name, team) => ({ team, name, points: teamPoints(state, team) }))
    .toSorted((a, b) => hundredths(b.points) - hundredths(a.points) || a.team - b.team);
  return sorted.map((one) => {
    const at = sorted.findIndex(({ points }) => points === one.points);
    const next = sorted[at - 1];
    return { ...one, rank: at + 1, toNext: next ? tidy(next.points - one.points) : null };
  });
}
