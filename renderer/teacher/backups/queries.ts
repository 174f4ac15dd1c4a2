import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import type { BackupJob } from '../../../lan-server/contract/backups.ts';
import type { ApiError, ApiResult } from '../api.ts';
import { useApi } from '../api-context.tsx';
import { valueOf } from '../api-failure.ts';
import { queryKeys } from '../query-keys.ts';

/** Whether the job is still at work. */
export function isRunning(job: BackupJob | null | undefined): boolean {
  return job !== null && job !== undefined && job.endedAt === null;
}

/** All backups, the second place, and how the daily ones fare; asked now and then, because a stick comes and goes. */
export function useBackups({ every = 15_000, enabled = true } = {}) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.backups,
    queryFn: async () => valueOf(await api.backups()),
    refetchInterval: every,
    enabled,
  });
}

/** The running job, or the last one. Asked often while one runs; the list is fetched anew when it has ended. */
export function useBackupJob() {
  const api = useApi();
  const queryClient = useQueryClient();
  const query = useQuery({
    queryKey: queryKeys.backupJob,
    queryFn: async () => valueOf(await api.backupJob()).job,
    refetchInterval: ({ state }) => (isRunning(state.data) ? 400 : 5000),
  });

  const running = isRunning(query.data);
  const ranBefore = useRef(running);
  useEffect(() => {
    if (ranBefore.current && !running)
      void queryClient.invalidateQueries({ queryKey: queryKeys.backups });
    ranBefore.current = running;
  }, [running, queryClient]);

  /** Takes over the job that a request has begun; gives back why it was refused. */
  const begin = useCallback(
    async (asked: Promise<ApiResult<{ job: BackupJob }>>): Promise<ApiError | null> => {
      const result = await asked;
      if (!result.ok) return result.error;
      await queryClient.cancelQueries({ queryKey: queryKeys.backupJob });
      queryClient.setQueryData<BackupJob | null>(queryKeys.backupJob, result.value.job);
      return null;
    },
    [queryClient],
  );

  return {
    job: query.data ?? null,
    /** Whether an answer has come at all. */
    known: query.data !== undefined,
    /** The program does not answer at the moment, or not as it should: it is starting again. */
    away: query.failureReason !== null,
    begin,
    cancel: useCallback(() => api.cancelBackupJob(), [api]),
  };
}

/** The job as a page follows it. */
export type FollowedJob = ReturnType<typeof useBackupJob>;

/** Sticks and disks that are plugged in now, while somebody is choosing one. */
export function useBackupPlaces() {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.backupPlaces,
    queryFn: async () => valueOf(await api.backupPlaces()).places,
    refetchInterval: 4000,
  });
}

/** Whether this device was let in at the laptop, so that it may restore; null while it is not known. */
export function useAtLaptop(): boolean | null {
  const api = useApi();
  const devices = useQuery({
    queryKey: queryKeys.devices,
    queryFn: async () => valueOf(await api.devices()).devices,
  });
  const own = devices.data?.find((device) => device.thisOne);
  return own ? own.via === 'laptop' : null;
}
