import type { Session } from '../../lan-server/contract/api.ts';
import { apiPath } from '../../lan-server/contract/paths.ts';

/** The wall does not wait longer than this to learn its language. */
const patience = 2000;

/** The language that the teacher set for Chalkbox; null when none is set or nobody says: then the browser's own. */
export async function teacherLanguage(fetch: typeof globalThis.fetch): Promise<string | null> {
  try {
    const response = await fetch(`${apiPath}/session`, { signal: AbortSignal.timeout(patience) });
    if (!response.ok) return null;
    const { teacher } = (await response.json()) as Session;
    return teacher?.language ?? null;
  } catch {
    return null;
  }
}
