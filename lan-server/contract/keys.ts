import { z } from 'zod';
import { nextSchema } from './lists.ts';

/** What a key of the school's own scripts may open; a route names the one that it asks for (routes/index.ts). */
export const scopeSchema = z.enum([
  'quizzes:read',
  'quizzes:write',
  'lessons:read',
  'lessons:write',
  'results:read',
  'classes:read',
  'classes:write',
  'students:read',
  'students:write',
  'schedule:read',
  'schedule:write',
]);
export type Scope = z.infer<typeof scopeSchema>;

/** How every key begins, so that one that lies about somewhere is known for what it is. */
export const keyPrefix = 'chalk_';
/** A key lasts so many days, unless told otherwise, and at most a year. */
export const keyDays = { usual: 90, most: 365 } as const;

export const keyIdSchema = z.string().regex(/^[A-Za-z0-9_-]{6,40}$/);
export type KeyId = z.infer<typeof keyIdSchema>;

/** POST /keys */
export const newKeySchema = z.strictObject({
  name: z.string().trim().min(1).max(80),
  scopes: z
    .array(scopeSchema)
    .min(1)
    .max(scopeSchema.options.length)
    .transform((scopes) => [...new Set(scopes)].sort()),
  days: z.int().min(1).max(keyDays.most).default(keyDays.usual),
});
export type NewKey = z.infer<typeof newKeySchema>;

/** A key as the list shows it: never the key itself. Times in ms since 1970. */
export const apiKeySchema = z.object({
  id: keyIdSchema,
  name: z.string(),
  /** Its first signs, to tell which one a script holds. */
  start: z.string(),
  scopes: z.array(scopeSchema),
  /** As whom it acts. */
  teacher: z.string(),
  createdAt: z.number(),
  expiresAt: z.number(),
  /** Kept to five minutes; null: never. */
  lastUsedAt: z.number().nullable(),
  revokedAt: z.number().nullable(),
  /** Whether it opens anything now; not when it has expired, was revoked, or its teacher has left. */
  works: z.boolean(),
});
export type ApiKey = z.infer<typeof apiKeySchema>;

/** GET /keys → newest first. */
export const apiKeysSchema = z.object({ keys: z.array(apiKeySchema), next: nextSchema });
export type ApiKeys = z.infer<typeof apiKeysSchema>;

/** POST /keys → the key, which is told this once. */
export const madeKeySchema = z.object({ key: apiKeySchema, secret: z.string() });
export type MadeKey = z.infer<typeof madeKeySchema>;

// POST /keys/:id/revoke → ApiKey: it opens nothing from now on. DELETE /keys/:id → 204: it is gone from the list too.
