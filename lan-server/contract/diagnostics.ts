import { z } from 'zod';

/**
 * GET /diagnostics → a JSON file (`Content-Disposition: attachment; filename="chalkbox-diagnostics-2026-11-21.json"`), for the teacher only:
 * a page offers it as `<a href="/api/v1/diagnostics" download>`. Holds what whoever helps needs to know, and no name, answer, title,
 * code, address, key or token.
 */
export const diagnosticsSchema = z.object({
  /** ms since 1970. */
  madeAt: z.number(),
  program: z.object({
    version: z.string(),
    node: z.string(),
    sqlite: z.string(),
    uptimeSeconds: z.number(),
    memoryBytes: z.number(),
  }),
  machine: z.object({
    platform: z.string(),
    release: z.string(),
    arch: z.string(),
    cpus: z.int(),
    memoryBytes: z.number(),
    freeMemoryBytes: z.number(),
  }),
  settings: z.object({
    port: z.int(),
    wantedPort: z.int(),
    mdns: z.boolean(),
    /** Whether it listens on one address only. */
    oneAddressOnly: z.boolean(),
    logLevel: z.string(),
    language: z.string().nullable(),
    hasPassword: z.boolean(),
  }),
  network: z.object({
    /** The kind of each address, never the address. */
    addresses: z.array(z.object({ kind: z.string(), family: z.enum(['IPv4', 'IPv6']) })),
    nameHeld: z.boolean(),
    neighbours: z.int(),
  }),
  database: z.object({
    version: z.int(),
    bytes: z.number(),
    walBytes: z.number(),
    /** null where the system does not tell. */
    freeDiskBytes: z.number().nullable(),
    canCommit: z.boolean(),
    /** What `quick_check` says: `ok`, or the first thing that is wrong. */
    integrity: z.string(),
  }),
  counts: z.object({
    quizzes: z.int(),
    lessons: z.int(),
    liveLessons: z.int(),
    seats: z.int(),
    connectedSeats: z.int(),
    events: z.int(),
    devices: z.int(),
  }),
  /** The newest lines of the log, oldest first. */
  log: z.array(z.string()),
});
export type Diagnostics = z.infer<typeof diagnosticsSchema>;
