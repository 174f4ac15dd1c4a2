import { open, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { backupContentsSchema, backupReasonSchema } from '../contract/backups.ts';

export const manifestName = 'backup.json';
/** A hundred thousand files of media; more is not ours. */
const mostBytes = 30_000_000;

/** A file below the backup's folder, never outside of it: the manifest may come from somebody's stick. */
const pathSchema = z
  .string()
  .max(300)
  .regex(/^(chalkbox\.db|media\/[^\\:*?"<>|]+)$/)
  .refine((path) => path.split('/').every((part) => part !== '' && part !== '.' && part !== '..'))
  .refine((path) => !path.includes('\0'));

/** What stands in `backup.json`. */
const manifestSchema = z.object({
  format: z.literal(1),
  reason: backupReasonSchema,
  /** ms since 1970. */
  madeAt: z.number().min(0),
  programVersion: z.string().max(40),
  /** Which laptop made it: `instance-id` of its data folder. */
  instanceId: z.string().max(60),
  /** The database's `user_version`. */
  schemaVersion: z.int().min(0),
  contents: backupContentsSchema,
  files: z
    .array(
      z.object({
        path: pathSchema,
        bytes: z.number().min(0),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .max(100_000),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** The manifest of a backup's folder; null where there is none that makes sense. */
export async function readManifest(folder: string): Promise<Manifest | null> {
  try {
    const file = join(folder, manifestName);
    if ((await stat(file)).size > mostBytes) return null;
    const parsed = manifestSchema.safeParse(JSON.parse(await readFile(file, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Writes it to the disk, the last file of a backup. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const handle = await open(join(folder, manifestName), 'w', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(manifest, null, 1)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** All bytes of a backup but the manifest's own. */
export function bytesOf({ files }: Manifest): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}
