import { z } from 'zod';
import { questionIdSchema, seatIdSchema } from './ids.ts';

/** Where an answer to an open question stands: not yet looked at, on the wall, or kept from it. */
export const cardStandingSchema = z.enum(['waiting', 'shown', 'hidden']);
export type CardStanding = z.infer<typeof cardStandingSchema>;

export const headingSchema = z.string().trim().max(60);

/** What the teacher does with an answer. `answeredAt`: the answer that was seen; one that was changed since is another. */
export const moderateCard = {
  questionId: questionIdSchema,
  seatId: seatIdSchema,
  answeredAt: z.number(),
  standing: cardStandingSchema.optional(),
  starred: z.boolean().optional(),
  /** '' = none. */
  heading: headingSchema.optional(),
};

/** Which page of the answers the wall shows, from 0. */
export const turnCards = { questionId: questionIdSchema, page: z.int().min(0).max(999) };

/** What the console is told of an open question's answers in each frame: numbers alone, so that it does not grow. */
export const cardsSchema = z.object({
  waiting: z.int(),
  shown: z.int(),
  hidden: z.int(),
  page: z.int(),
  pages: z.int(),
  /** Another number: there may be something new to fetch. */
  version: z.int(),
});
export type Cards = z.infer<typeof cardsSchema>;

export const mostCardsFetched = 20;

/** GET /lessons/:id/cards?questionId=&standing=&from=: answers, the newest first, at most twenty. */
export const cardsQuerySchema = z.object({
  questionId: questionIdSchema,
  standing: cardStandingSchema,
  from: z.coerce.number().int().min(0).max(100_000).default(0),
});
export type CardsQuery = z.infer<typeof cardsQuerySchema>;

export const cardListSchema = z.object({
  /** All with this standing. */
  total: z.int(),
  cards: z.array(
    z.object({
      seatId: seatIdSchema,
      text: z.string(),
      answeredAt: z.number(),
      standing: cardStandingSchema,
      starred: z.boolean(),
      heading: z.string(),
    }),
  ),
  /** Those in use, to put more answers under. */
  headings: z.array(z.string()),
});
export type CardList = z.infer<typeof cardListSchema>;
