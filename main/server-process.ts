import type { UtilityProcess } from 'electron';

/** Where the server can be reached, the key that makes a window the teacher's, and where its data is. */
export type Ready = { port: number; url: string; launchKey: string; dataDir: string };

/** What lan-server/entry.ts says. */
type FromServer =
  | ({ type: 'ready' } & Ready)
  | { type: 'live'; live: boolean }
  // `final`: another try would end the same, until a person has done something about it.
  | { type: 'failed'; reason: string; final: boolean };

export type Child = Pick<UtilityProcess, 'on' | 'postMessage' | 'kill'>;

export type ServerProcess = {
  start(): void;
  /** Stops the server in order, and kills it when it takes longer than five seconds. */
  stop(): Promise<void>;
};

const FIRST_RESTART_MS = 500;
const LAST_RESTART_MS = 10_000;
const DEATHS_BEFORE_ASKING = 5;
const STOP_WITHIN_MS = 5000;

/**
 * Runs the server in a process of its own, so that nothing it does can freeze a window and no window can hurt it.
 * When it dies it is started again on the same port, after 0.5 s and then ever later; the lesson is
 * folded back from its journal. After five deaths without being ready once, or when it
 * says that another try is in vain, `onGivenUp` is asked what to do.
 */
export function createServerProcess({
  fork,
  onReady,
  onLive,
  onGivenUp,
}: {
  /** Starts the process; `port` is the one to take again after a restart. */
  fork: (port: number | undefined) => Child;
  onReady: (ready: Ready) => void;
  onLive: (live: boolean) => void;
  onGivenUp: (reason: string) => void;
}): ServerProcess {
  let child: Child | undefined;
  let port: number | undefined;
  let deaths = 0;
  let restart: NodeJS.Timeout | undefined;
  let stopping: (() => void) | undefined;

  const died = (reason: string, final: boolean): void => {
    child = undefined;
    onLive(false);
    if (stopping) return stopping();
    deaths += 1;
    if (final || deaths >= DEATHS_BEFORE_ASKING) {
      deaths = 0;
      onGivenUp(reason);
      return;
    }
    restart = setTimeout(start, Math.min(FIRST_RESTART_MS * 2 ** (deaths - 1), LAST_RESTART_MS));
  };

  const start = (): void => {
    let failed: Extract<FromServer, { type: 'failed' }> | undefined;
    const mine = fork(port);
    child = mine;
    mine.on('message', (said: unknown) => {
      const message = readMessage(said);
      if (message?.type === 'ready') {
        port = message.port;
        deaths = 0;
        const { url, launchKey, dataDir } = message;
        onReady({ port, url, launchKey, dataDir });
      } else if (message?.type === 'live') onLive(message.live);
      else if (message?.type === 'failed') failed = message;
    });
    mine.on('exit', (code: number) =>
      died(failed?.reason ?? `exit ${code}`, failed?.final ?? false),
    );
  };

  return {
    start,
    async stop() {
      clearTimeout(restart);
      const leaving = child;
      if (!leaving) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(() => leaving.kill(), STOP_WITHIN_MS);
        stopping = () => {
          clearTimeout(timer);
          resolve();
        };
        leaving.postMessage({ type: 'stop' });
      });
    },
  };
}

function readMessage(said: unknown): FromServer | undefined {
  if (typeof said !== 'object' || said === null) return undefined;
  const { type, port, url, launchKey, dataDir, live, reason, final } = said as Record<
    string,
    unknown
  >;
  if (type === 'live' && typeof live === 'boolean') return { type, live };
  if (type === 'failed' && typeof reason === 'string') {
    return { type, reason, final: final === true };
  }
  if (type !== 'ready' || typeof port !== 'number') return undefined;
  if (typeof url !== 'string' || typeof launchKey !== 'string' || typeof dataDir !== 'string') {
    return undefined;
  }
  return { type, port, url, launchKey, dataDir };
}
