import type { Session } from 'electron';
import type { Ready } from './server-process.ts';

/**
 * After the server was restarted its launch key is another. This gets the teacher's cookie anew behind the page,
 * so that the console reconnects where it is instead of being loaded again; `otherwise` is called where that fails.
 */
export async function renewSession(
  session: Pick<Session, 'fetch'>,
  { url, launchKey }: Ready,
  otherwise: () => void,
): Promise<void> {
  try {
    const response = await session.fetch(`${url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify({ launchKey }),
      credentials: 'include',
    });
    if (response.ok) return;
  } catch {
    // Handled as a refusal.
  }
  otherwise();
}
