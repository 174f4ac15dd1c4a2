import { languageSchema } from './languages.ts';
import { z } from 'zod';
import { commandIdSchema, studentIdSchema } from './ids.ts';

/**
 * Picking one's name from a list, in a lesson or on the page of a class. Names leave only as the answer to what somebody asked who
 * has the code.
 */

/** How a student shows that a name is theirs: not at all, by the PIN, or by its first two digits as pictures. */
export const proofSchema = z.enum(['none', 'pin', 'pictures']);
export type Proof = z.infer<typeof proofSchema>;

/** So many names are found at once; a list that is no longer than `wholeList` is shown whole. */
export const mostFound = 30;
export const wholeList = 60;

export const foundNameSchema = z.object({
  student: studentIdSchema,
  name: z.string(),
  /** What the picture is drawn from. */
  avatar: z.string(),
  /** The school's number, where two of one name would look the same. Left out otherwise. */
  number: z.string().optional(),
  /** Left out where the name needs no proof. */
  proof: proofSchema.exclude(['none']).optional(),
});
export type FoundName = z.infer<typeof foundNameSchema>;

export const foundNamesSchema = z.object({
  names: z.array(foundNameSchema).max(wholeList),
  /** There are more: a letter more finds them. */
  more: z.boolean(),
});
export type FoundNames = z.infer<typeof foundNamesSchema>;

/** Names of the list in which every typed word begins a word; without a word the whole list where it is short. */
export const findNameSchema = z.object({
  type: z.literal('findName'),
  text: z.string().max(80),
});

/** “This is me.” `proof`: the digits. `ask`: without them, so the teacher is asked. */
export const pickNameSchema = z.object({
  type: z.literal('pickName'),
  student: studentIdSchema,
  proof: z
    .string()
    .regex(/^[0-9]{2,8}$/)
    .optional(),
  ask: z.boolean().optional(),
});

/** Does not wait for the teacher's yes any longer. */
export const callOffSchema = z.object({ type: z.literal('callOff') });

/** What a phone at a class's page may ask for. */
export const classCommandSchema = z.discriminatedUnion('type', [
  findNameSchema,
  pickNameSchema,
  /** This device is nobody's any more. */
  z.object({ type: z.literal('forgetMe') }),
  /** What the teacher has released of the results of who this device is; `language` says the program's own words. */
  z.object({ type: z.literal('myResults'), language: languageSchema }),
]);
export const classEnvelopeSchema = z.object({ id: commandIdSchema, command: classCommandSchema });

/** What became of a name that this device asked for: the teacher has to say; said no; gave it to another device. */
export const pickStandingSchema = z.enum(['asked', 'refused', 'moved']);
export type PickStanding = z.infer<typeof pickStandingSchema>;

/** In a lesson with a list, to a device without a seat. */
export const pickSchema = z.object({
  standing: pickStandingSchema.nullable(),
  /** Who this device is in the class; null: it never said. */
  me: foundNameSchema.nullable(),
});
export type Pick = z.infer<typeof pickSchema>;

/** Server → a device at a class's page, event `class`: at its connection and whenever it changes. */
export const classFrameSchema = z.object({
  class: z.object({ name: z.string(), subject: z.string() }),
  /** Who this device is; null: it has not said. */
  me: foundNameSchema.nullable(),
});
export type ClassFrame = z.infer<typeof classFrameSchema>;
