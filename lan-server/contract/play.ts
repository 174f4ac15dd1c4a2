import { z } from 'zod';
import { qaRuleSchema } from './qa.ts';
import { scoringSchema, teamsSchema } from './game.ts';
import { proofSchema } from './roll.ts';
import { feedbackSchema } from './work.ts';

/**
 * The ways to play a lesson, chosen at its start and frozen with it. Every key has a default: a lesson as it is without any of
 * them.
 */
export const playSchema = z.strictObject({
  /** Whether a quick answer earns more (docs/scoring.md). */
  scoring: scoringSchema.default('accuracy'),
  /** Whether right answers in a row earn a bonus. */
  streaks: z.boolean().default(false),
  /** A leaderboard between questions and a podium at the end. In an anonymous lesson only teams stand on it. */
  leaderboard: z.boolean().default(false),
  teams: teamsSchema.nullable().default(null),
  /** Eight chalk marks fall when the podium stands. */
  confetti: z.boolean().default(false),
  /**
   * Beside an answer to a question that may have a key, students are asked how sure they are; it is never graded. Not at one's own
   * speed.
   */
  confidence: z.boolean().default(false),
  /** `self`: all questions are open at once, and each student goes through them at their own speed. */
  pacing: z.enum(['teacher', 'self']).default('teacher'),
  /** At one's own speed: after each answer, which is final then, or when the teacher releases all. */
  feedback: feedbackSchema.default('end'),
  /** At one's own speed: minutes for the whole work; null = until the teacher closes it. */
  minutes: z.int().min(1).max(600).nullable().default(null),
  /** At one's own speed: each student has the questions in another order. */
  mixed: z.boolean().default(false),
  /** Students' questions to the teacher. */
  qa: qaRuleSchema.default('off'),
  /** Students may say that they are lost, or that it goes too fast. */
  pulse: z.boolean().default(false),
  /** Applause and the like, on the wall. */
  reactions: z.boolean().default(false),
  /** Whoever comes after the first question may still take a seat. */
  lateJoin: z.boolean().default(true),
  /** Each new seat waits for the teacher's yes. */
  approve: z.boolean().default(false),
  /** How a student shows that a name of the list is theirs. Who has no PIN is not asked for one. */
  proof: proofSchema.default('none'),
  /** Two devices of one student: whose answer counts in a round. Both are kept. */
  devices: z.enum(['newest', 'first']).default('newest'),
  /** Minutes after the start within which nobody is late. */
  graceMinutes: z.int().min(0).max(120).default(5),
  /** Names with a coarse word in them are refused. */
  nameFilter: z.boolean().default(true),
});
export type Play = z.infer<typeof playSchema>;

/** A lesson played as it is by default; also one of an older program. */
export const defaultPlay: Play = playSchema.parse({});
