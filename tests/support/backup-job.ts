import { vi } from 'vitest';
import type { BackupJob } from '../../lan-server/contract/backups.ts';
import type { Teacher } from './teacher.ts';

/** Waits until the backup or restore under way has ended, and gives its end. */
export function jobEnd(teacher: Teacher): Promise<BackupJob> {
  return vi.waitUntil(
    async () => {
      const { job } = await teacher.call<{ job: BackupJob | null }>('GET', '/backups/job');
      return job?.endedAt === null ? null : job;
    },
    { timeout: 20_000 },
  );
}
