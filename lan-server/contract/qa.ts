import { z } from 'zod';
import { commandIdSchema } from './ids.ts';

/** Students' questions to the teacher: not at all; seen by the class once the teacher lets them through; or at once. */
export const qaRuleSchema = z.enum(['off', 'moderated', 'open']);
export type QaRule = z.infer<typeof qaRuleSchema>;

/** What a student wrote: no control characters, no empty lines in a row. */
export const postTextSchema = z
  .string()
  .max(1000)
  .transform((text) =>
    text
      .normalize('NFC')
      .replaceAll(/[^\P{C}\n]+/gu, ' ')
      .replaceAll(/\n{2,}/g, '\n')
      .trim()
      .slice(0, 280)
      .replace(/[\uD800-\uDBFF]$/, ''),
  );

/** A post is known by the command that brought it: a retry is the same one. */
export const postIdSchema = commandIdSchema;

/** `waits`: for the teacher. `answered` ones stay in sight, below the others. */
export const postStandingSchema = z.enum(['waits', 'shown', 'hidden', 'answered']);
export type PostStanding = z.infer<typeof postStandingSchema>;

/** A post as the teacher sees it. Never whose it is: a class asks what it dares to ask. */
export const teacherPostSchema = z.object({
  id: postIdSchema,
  text: z.string(),
  votes: z.int(),
  standing: postStandingSchema,
  /** ms since 1970. */
  at: z.number(),
});
export type TeacherPost = z.infer<typeof teacherPostSchema>;

/** A post as a student sees it. */
export const studentPostSchema = z.object({
  id: postIdSchema,
  text: z.string(),
  votes: z.int(),
  standing: postStandingSchema,
  /** Written, or voted for, by this seat. */
  own: z.boolean(),
  voted: z.boolean(),
});
export type StudentPost = z.infer<typeof studentPostSchema>;

/** Server → console, event `qa`: the newest hundred posts, waiting ones first; sent when they change. */
export const qaFrameSchema = z.object({
  seq: z.int(),
  posts: z.array(teacherPostSchema).max(100),
  onWall: postIdSchema.nullable(),
});
export type QaFrame = z.infer<typeof qaFrameSchema>;

/** How the lesson goes for a student just now; it fades after a minute. */
export const moodSchema = z.enum(['lost', 'slower', 'fine']);
export type Mood = z.infer<typeof moodSchema>;

/** A sign of applause or of a thought; it fades after ten seconds. */
export const reactionSchema = z.enum(['clap', 'heart', 'idea', 'wow']);
export type Reaction = z.infer<typeof reactionSchema>;

/** How many students are of each mood now. */
export const moodsSchema = z.object({ lost: z.int(), slower: z.int(), fine: z.int() });
export type Moods = z.infer<typeof moodsSchema>;

/** How many of each sign came in the last ten seconds. */
export const reactionsSchema = z.object({
  clap: z.int(),
  heart: z.int(),
  idea: z.int(),
  wow: z.int(),
});
export type Reactions = z.infer<typeof reactionsSchema>;
