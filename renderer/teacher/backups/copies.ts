import type {
  Backup,
  BackupId,
  BackupPlace,
  Backups,
} from '../../../lan-server/contract/backups.ts';

/** A backup as the list shows it: copies of the same one that are in the same state stand in one row. */
export type BackupCopies = Backup & { places: readonly BackupPlace[] };

/** One row a backup, in the order given; one that is good here and damaged there stays two rows. */
export function withCopies(backups: readonly Backup[]): BackupCopies[] {
  const rows = new Map<string, BackupCopies>();
  for (const backup of backups) {
    const key = `${backup.id} ${backup.flaw ?? 'good'}`;
    const known = rows.get(key);
    if (!known) rows.set(key, { ...backup, places: [backup.place] });
    else if (!known.places.includes(backup.place)) {
      // The laptop's own disk is there for certain and reads faster than a stick.
      const first = backup.place === 'local' ? backup : known;
      rows.set(key, { ...first, places: [...known.places, backup.place] });
    }
  }
  return [...rows.values()];
}

/** The newest good backup of this laptop; null when there is none. */
export function newestGood(backups: readonly Backup[]): Backup | null {
  return backups
    .filter((backup) => backup.own && backup.flaw === null)
    .reduce<Backup | null>(
      (newest, backup) => (newest && newest.madeAt >= backup.madeAt ? newest : backup),
      null,
    );
}

/** Milliseconds after which a last good backup is too old to rely on. */
const tooOld = 7 * 86_400_000;

/** Whether the newest good backup (null: there is none) leaves more than a week unprotected at `now`. */
export function isTooOld(newest: Backup | null, now: number): boolean {
  return newest !== null && now - newest.madeAt > tooOld;
}

/** The backup that is to be restored first. */
export function offeredOf({ backups, offered }: Backups): BackupCopies | null {
  if (!offered) return null;
  return withCopies(backups).find((one) => one.id === offered.id && one.flaw === null) ?? null;
}

/** When the backup was made, as its name says (ms since 1970), for one that is not in the list any more. */
export function madeAtOf(id: BackupId): number {
  const part = (from: number, to: number) => Number(id.slice(from, to));
  return new Date(
    part(0, 4),
    part(4, 6) - 1,
    part(6, 8),
    part(9, 11),
    part(11, 13),
    part(13, 15),
  ).getTime();
}
