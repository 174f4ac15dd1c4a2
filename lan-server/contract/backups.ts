import { z } from 'zod';

/**
 * Bodies of `/api/v1/backups` and `/api/v1/rescue`. All times are ms since 1970, all sizes bytes.
 *
 * Reading and making backups is for every session, also before the welcome: a new laptop may begin with the old one's stick.
 * What replaces the data or writes to a place on the laptop
 * (restore, the folder, the places) is `forbidden` but to sessions that were got with the launch key: a password's session
 * travels over the school's Wi-Fi in the clear, and must not be enough to roll the laptop back to last month.
 */

// ── What a backup is ────────────────────────────────────────────────────────

/** `daily`: by the clock; `migration`: before a newer Chalkbox changes the file; `safety`: before a restore. */
export const backupReasonSchema = z.enum(['daily', 'manual', 'migration', 'safety']);
export type BackupReason = z.infer<typeof backupReasonSchema>;

/** A backup's folder: when it was made by the laptop's clock, why, and six random characters. */
export const backupIdSchema = z
  .string()
  .regex(/^\d{8}-\d{6}-(daily|manual|migration|safety)-[a-z0-9]{6}$/);
export type BackupId = z.infer<typeof backupIdSchema>;

/** `local`: in the data folder's `backups/`; `folder`: on the stick or in the folder that the teacher chose. */
export const backupPlaceSchema = z.enum(['local', 'folder']);
export type BackupPlace = z.infer<typeof backupPlaceSchema>;

/** By what a teacher recognises a backup. */
export const backupContentsSchema = z.object({
  quizzes: z.int().min(0),
  lessons: z.int().min(0),
  /** Students' seats over all lessons. */
  seats: z.int().min(0),
});
export type BackupContents = z.infer<typeof backupContentsSchema>;

/**
 * Why a backup is not offered: `incomplete` = its manifest or a file is missing, or a file has another size than noted;
 * `damaged` = it was read back and is not what was written; `newer` = made by a newer Chalkbox.
 */
export const backupFlawSchema = z.enum(['incomplete', 'damaged', 'newer']);
export type BackupFlaw = z.infer<typeof backupFlawSchema>;

export const backupSchema = z.object({
  id: backupIdSchema,
  place: backupPlaceSchema,
  reason: backupReasonSchema,
  madeAt: z.number(),
  bytes: z.number().min(0),
  /** Null where the manifest cannot be read. */
  contents: backupContentsSchema.nullable(),
  programVersion: z.string().nullable(),
  /** Null = good: it can be restored. A restore reads every byte once more before it touches anything. */
  flaw: backupFlawSchema.nullable(),
  /** Made by this laptop; on a shared stick there may be others'. */
  own: z.boolean(),
});
export type Backup = z.infer<typeof backupSchema>;

// ── What goes wrong ─────────────────────────────────────────────────────────

/**
 * Why a folder cannot be used or a job came to nothing. `missing`: the stick is not there; `full`; `read_only`;
 * `not_writable`: this user may not write there; `not_absolute`, `not_a_folder`, `inside_data`: a path that cannot be
 * chosen; `damaged`: what was read back is not what was written, or the backup is broken; `newer`: made by a newer
 * Chalkbox; `lesson_runs`: a lesson began meanwhile; `failed`: anything else, the log says what.
 */
export const backupProblemSchema = z.enum([
  'missing',
  'full',
  'read_only',
  'not_writable',
  'not_absolute',
  'not_a_folder',
  'inside_data',
  'damaged',
  'newer',
  'lesson_runs',
  'failed',
]);
export type BackupProblem = z.infer<typeof backupProblemSchema>;

// ── The one job ─────────────────────────────────────────────────────────────

/**
 * One job at a time. A `backup` goes copying → checking → (toFolder) → done; a `restore` safety → fetching → checking →
 * swapping → done; `empty` and `goOn` (rescue only) swapping → done. Each may end in `failed` or `cancelled` instead.
 */
export const backupJobSchema = z.object({
  /** Another number for each job since the program started. */
  number: z.int(),
  kind: z.enum(['backup', 'restore', 'empty', 'goOn']),
  phase: z.enum([
    'copying',
    'checking',
    'toFolder',
    'safety',
    'fetching',
    'swapping',
    'done',
    'failed',
    'cancelled',
  ]),
  /** Of the whole job, 0..1; never goes back. */
  fraction: z.number().min(0).max(1),
  /** False from `swapping` on and once it has ended. */
  cancellable: z.boolean(),
  startedAt: z.number(),
  endedAt: z.number().nullable(),
  /** Why it is made, for `backup`; null for the others. */
  reason: backupReasonSchema.nullable(),
  /** The backup made, or the one that is restored; null while it has no name yet. */
  backupId: backupIdSchema.nullable(),
  /** Why it failed. */
  problem: backupProblemSchema.nullable(),
  /** The backup on the laptop is good (`done`), but its copy in the folder came to nothing. */
  folderProblem: backupProblemSchema.nullable(),
});
export type BackupJob = z.infer<typeof backupJobSchema>;

/** GET /backups/job → { job }: the running one, or the last since the program started; null when there was none. */
export const backupJobStateSchema = z.object({ job: backupJobSchema.nullable() });
// DELETE /backups/job → 204, also when nothing runs. What cannot be cancelled any more goes on.

// ── GET /backups ────────────────────────────────────────────────────────────

export const backupFolderSchema = z.object({
  /** As the teacher chose it; backups stand in `Chalkbox backups` inside. */
  path: z.string(),
  /** Null = it is there and can be written now. */
  problem: backupProblemSchema.nullable(),
  freeBytes: z.number().nullable(),
});

/** GET /backups. Newest first; a backup that stands in both places is in the list twice. */
export const backupsSchema = z.object({
  backups: z.array(backupSchema),
  /** The newest good one, this laptop's before others'; null when there is none. */
  offered: z.object({ id: backupIdSchema, place: backupPlaceSchema }).nullable(),
  daily: z.object({
    /** When the newest good daily one was made. */
    lastAt: z.number().nullable(),
    /** When the next is due; null in rescue. */
    nextAt: z.number().nullable(),
    /** Why the last attempt by the clock failed; null after one that went well. */
    problem: backupProblemSchema.nullable(),
  }),
  /** Null = none chosen. */
  folder: backupFolderSchema.nullable(),
  job: backupJobSchema.nullable(),
});
export type Backups = z.infer<typeof backupsSchema>;

/**
 * POST /backups → 202 { job }: a backup now. `replaceOlder`: once it is good, all older good ones of this laptop go, because something
 * was erased since. `backup_running` while a job runs.
 */
export const newBackupSchema = z
  .strictObject({ replaceOlder: z.boolean().default(false) })
  .optional()
  .default({ replaceOlder: false });

/** POST /backups/restore → 202 { job }. Launch-key sessions only. `not_found`, `backup_flawed` (details: `flaw`),
 * `lesson_runs`, `backup_running`. After `done` the program runs on the restored data, on the same port; who restored stays
 * signed in, all others are signed out. */
export const restoreSchema = z.strictObject({ id: backupIdSchema, place: backupPlaceSchema });

// ── The folder ──────────────────────────────────────────────────────────────

/** PUT /backups/folder → Backups. Launch-key sessions only. null = none. `folder_unusable` (details: `problem`). */
export const backupFolderChoiceSchema = z.strictObject({
  path: z
    .string()
    .min(1)
    .max(1000)
    // A path cannot hold the character that ends one.
    .refine((path) => !path.includes('\0'))
    .nullable(),
});

/** GET /backups/places → { places }: sticks and other disks that are mounted now. Launch-key sessions only. */
export const backupPlacesSchema = z.object({
  places: z.array(
    z.object({
      path: z.string(),
      /** The last part of the path, or the drive's letter. */
      name: z.string(),
      freeBytes: z.number(),
      totalBytes: z.number(),
      writable: z.boolean(),
    }),
  ),
});
export type BackupPlaces = z.infer<typeof backupPlacesSchema>;

// ── Rescue: the program found its data damaged at the start ─────────────────

/**
 * `database_damaged`: not a database, or its pages do not hold together; `journal_damaged`: the write-ahead log is garbled, so
 * that stored answers in it cannot be read; `answers_missing`: the file is whole, but lacks what it is known to have held;
 * `database_newer`: made by a newer Chalkbox.
 */
export const rescueProblemSchema = z.enum([
  'database_damaged',
  'journal_damaged',
  'answers_missing',
  'database_newer',
]);

/**
 * GET /rescue, for every session. `problem` is null when the program runs as it should. In rescue, `Session` carries
 * `rescue: true`, sign-in is by the launch key alone, and of the API only `/session`, `/setup` (GET), `/rescue` and
 * `/backups` (all but POST /backups) answer; everything else is `in_rescue` (503), pages of students too.
 */
export const rescueSchema = z.object({
  problem: z
    .object({
      code: rescueProblemSchema,
      /** The damaged file's path. */
      file: z.string(),
      bytes: z.number(),
      lastWrittenAt: z.number().nullable(),
      /** What SQLite or the check said, for who knows about it. English. */
      detail: z.string().max(500),
      /** For `answers_missing`: up to when the program noted that all was there. */
      notedAt: z.number().nullable(),
      /** The rest is whole: `POST /rescue/go-on` takes it as it is. The damaged files are copied aside first. */
      canGoOn: z.boolean(),
    })
    .nullable(),
});
export type Rescue = z.infer<typeof rescueSchema>;

// POST /rescue/empty → 202 { job }: moves the damaged files to `backups/damaged-…` and begins with an empty database; after
// `done`, `GET /session` has no `rescue` and the welcome follows.
// POST /rescue/go-on → 202 { job }: where `canGoOn`; else `forbidden`.
// Both: launch-key sessions only (in rescue there are no others), `not_in_rescue` otherwise, `backup_running` while a job runs.
