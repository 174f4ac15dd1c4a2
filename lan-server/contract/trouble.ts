import { z } from 'zod';

/**
 * Server → consoles, event `trouble`: the laptop's disk refuses, so that nothing can be stored; null = it takes everything
 * again. Sent when it changes, and to a console that comes meanwhile. Phones hear only of the end, so that what they keep
 * comes at once.
 */
export const troubleSchema = z
  .object({
    why: z.enum([
      'full',
      /** Another program holds the file. */
      'locked',
      /** Read-only, unplugged, broken, or over a limit. */
      'refused',
    ]),
  })
  .nullable();
export type Trouble = NonNullable<z.infer<typeof troubleSchema>>;
