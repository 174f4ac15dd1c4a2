import type { Backup, BackupId, BackupReason } from '../contract/backups.ts';

const day = 24 * 60 * 60_000;
/** Of the daily ones: the newest of each of so many days, and of each of so many weeks. */
const keptDays = 7;
const keptWeeks = 4;
/** Of the others: the newest. */
const kept: Record<Exclude<BackupReason, 'daily'>, number> = {
  manual: 10,
  safety: 3,
  migration: 3,
};

type Kept = Pick<Backup, 'id' | 'reason' | 'madeAt' | 'flaw' | 'own'>;

/** Whether a backup was made while the laptop's clock was ahead of `now`: by more than time zones differ. */
export function isFromTheFuture({ madeAt }: Pick<Kept, 'madeAt'>, now: number): boolean {
  return madeAt > now + day;
}

/**
 * Which backups of one place may go. Only good ones of this laptop are counted and only they are named: what is damaged, newer
 * or somebody else's is not ours to throw away. Of the good ones the newest always stays. Those of a clock that was ahead are
 * left alone until `now` has come to them: they would push out whatever is made today.
 */
export function outdated(backups: readonly Kept[], now: number): BackupId[] {
  const good = backups
    .filter((backup) => backup.flaw === null && backup.own && !isFromTheFuture(backup, now))
    .toSorted((a, b) => b.madeAt - a.madeAt);
  const stays = new Set<BackupId>(good.slice(0, 1).map(({ id }) => id));
  const daily = good.filter(({ reason }) => reason === 'daily');
  for (const { id } of firstOfEach(daily, keptDays, dayOf)) stays.add(id);
  for (const { id } of firstOfEach(daily, keptWeeks, weekOf)) stays.add(id);
  for (const reason of ['manual', 'safety', 'migration'] as const) {
    const those = good.filter((backup) => backup.reason === reason);
    for (const { id } of those.slice(0, kept[reason])) stays.add(id);
  }
  return good.map(({ id }) => id).filter((id) => !stays.has(id));
}

/** All good ones of this laptop but one: what was erased since stands in them. Also those of a clock that was ahead. */
export function allBut(stays: BackupId, backups: readonly Kept[]): BackupId[] {
  return backups
    .filter(({ id, flaw, own }) => flaw === null && own && id !== stays)
    .map(({ id }) => id);
}

/** The newest of each of the newest `count` periods. */
function firstOfEach(newestFirst: Kept[], count: number, period: (at: number) => number): Kept[] {
  const seen = new Set<number>();
  return newestFirst.filter(({ madeAt }) => {
    const when = period(madeAt);
    if (seen.has(when) || seen.size >= count) return false;
    seen.add(when);
    return true;
  });
}

const dayOf = (at: number): number => Math.floor(at / day);
/** 1 January 1970 was a Thursday; weeks begin on Monday. */
const weekOf = (at: number): number => Math.floor((at / day + 3) / 7);
