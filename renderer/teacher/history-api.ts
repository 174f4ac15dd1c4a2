import type { z } from 'zod';
import type { Dashboard, runningSchema } from '../../lan-server/contract/dashboard.ts';
import type {
  Privacy,
  Released,
  ReleaseState,
  StudentHistory,
} from '../../lan-server/contract/history.ts';
import { apiPath } from '../../lan-server/contract/paths.ts';
import type { ApiResult } from './api-result.ts';

/** How a route is asked; `patient`: the program works on it for seconds. */
export type Ask = <T>(
  method: string,
  path: string,
  body?: object,
  how?: { patient?: boolean },
) => Promise<ApiResult<T>>;

/** Home, one student across lessons, what is released and how long names are kept. */
export function historyApi(ask: Ask) {
  const student = (id: string) => `/students/${encodeURIComponent(id)}`;
  const released = (id: string) => `/lessons/${encodeURIComponent(id)}/released`;
  return {
    dashboard: () => ask<Dashboard>('GET', '/dashboard'),
    runningLessons: () => ask<z.infer<typeof runningSchema>>('GET', '/dashboard/running'),
    studentHistory: (id: string) => ask<StudentHistory>('GET', `${student(id)}/history`),
    /** The address of a file with everything that is kept of a student; `language` chooses the words of the page. */
    studentFileHref: (id: string, format: 'json' | 'html', language: string) =>
      `${apiPath}${student(id)}/export.${format}?lang=${language}`,
    eraseStudent: (id: string) =>
      ask<void>('DELETE', `${student(id)}/everything`, undefined, { patient: true }),
    released: (id: string) => ask<ReleaseState>('GET', released(id)),
    release: (id: string, change: Released) => ask<Released>('PUT', released(id), change),
    privacy: () => ask<Privacy>('GET', '/privacy'),
    /** A fresh backup, after which older ones of this laptop go. */
    backUpAlone: () => ask<{ job: unknown }>('POST', '/backups', { replaceOlder: true }),
  };
}
