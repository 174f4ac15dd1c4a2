import { z } from 'zod';
import { seatIdSchema } from './ids.ts';

/** How points are counted: by what was right alone, or also by how soon it came. */
export const scoringSchema = z.enum(['accuracy', 'speed']);

export const mostTeams = 8;
/** A team by its place among the names, from 0. */
export const teamSchema = z
  .int()
  .min(0)
  .max(mostTeams - 1);

/** A team's name as it is shown: no control characters, no runs of spaces. */
const teamNameSchema = z
  .string()
  .max(200)
  .transform((name) =>
    name
      .normalize('NFC')
      .replaceAll(/[\p{C}\s]+/gu, ' ')
      .trim(),
  )
  .pipe(z.string().min(1).max(24));

/** `choice`: each student picks a team after the name; `draw`: the program does, evenly. */
export const teamsSchema = z.strictObject({
  by: z.enum(['choice', 'draw']),
  names: z
    .array(teamNameSchema)
    .min(2)
    .max(mostTeams)
    .refine((names) => new Set(names.map((name) => name.toLowerCase())).size === names.length),
});

/** What of the game the wall can show: the first few between two questions, or the places at the end. */
export const boardKindSchema = z.enum(['leaderboard', 'podium']);
export type BoardKind = z.infer<typeof boardKindSchema>;

/** So many students stand on the leaderboard; teams all do. */
export const leaderboardRows = 5;
/** Three on the podium, six below. */
export const podiumRows = 9;

/** A board as the wall draws it: at most nine rows, however large the class. */
export const boardSchema = z.object({
  is: boardKindSchema,
  scoring: scoringSchema,
  /** Questions that have counted so far. */
  after: z.int(),
  /** Of all answers to them: fully right, and given. */
  right: z.int(),
  answered: z.int(),
  rows: z
    .array(
      z.object({
        name: z.string(),
        /** Place of the team, which gives its shape; null for a student. */
        team: teamSchema.nullable(),
        points: z.number(),
        /** From 1; equal points share a rank. */
        rank: z.int(),
        /** Rank when a board was shown last; null: there was none, or the student came since. */
        before: z.int().nullable(),
      }),
    )
    .max(podiumRows),
});
export type Board = z.infer<typeof boardSchema>;

/** What one seat alone may know of the game. */
export const ownGameSchema = z.object({
  /** The own team by name and place; null: none yet. */
  team: z.object({ name: z.string(), place: teamSchema }).nullable(),
  /** Names of the teams while one is to be chosen, else empty. */
  choose: z.array(z.string()).max(mostTeams),
  /** Right answers in a row, of the questions that counted; null where streaks do not count. */
  streak: z.int().nullable(),
  /**
   * While a board stands on the wall: the rank of the seat, or of its team, among `of`; how many points lie before the next place
   * (null: there is none before).
   */
  place: z
    .object({ rank: z.int(), of: z.int(), points: z.number(), toNext: z.number().nullable() })
    .nullable(),
});
export type OwnGame = z.infer<typeof ownGameSchema>;

/** Points, places and teams of a lesson so far, for its teacher. */
export const gameResultsSchema = z.object({
  scoring: scoringSchema,
  streaks: z.boolean(),
  /** Most points first; null where there were none. */
  teams: z
    .array(
      z.object({
        name: z.string(),
        team: teamSchema,
        points: z.number(),
        rank: z.int(),
        members: z.int(),
      }),
    )
    .nullable(),
  /** Everybody who ever took a seat, in the order of joining; the rank is null for who is removed. */
  students: z.array(
    z.object({
      seatId: seatIdSchema,
      points: z.number(),
      rank: z.int().nullable(),
      team: z.string().nullable(),
    }),
  ),
});
export type GameResults = z.infer<typeof gameResultsSchema>;
