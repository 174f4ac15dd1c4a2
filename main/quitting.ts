import type { App } from 'electron';

/**
 * Ends the program in order: asks once when a lesson is running, then waits until the server has stopped.
 * Returns what the teacher's window asks when it is about to be closed: whether it may.
 */
export function createQuitting({
  app,
  isLive,
  confirm,
  stopServer,
}: {
  app: Pick<App, 'on' | 'quit' | 'exit'>;
  isLive: () => boolean;
  /** Asks the teacher; resolves to true for quitting. */
  confirm: () => Promise<boolean>;
  stopServer: () => Promise<void>;
}): { mayClose: () => boolean } {
  let state: 'running' | 'asking' | 'ending' = 'running';

  const end = async (): Promise<void> => {
    state = 'ending';
    await stopServer();
    app.exit(0);
  };
  const ask = async (): Promise<void> => {
    if (state !== 'running') return;
    state = 'asking';
    if (!isLive() || (await confirm())) await end();
    else state = 'running';
  };

  app.on('before-quit', (event) => {
    // Always held back: the server needs a moment to say goodbye to the network.
    event.preventDefault();
    void ask();
  });
  app.on('window-all-closed', () => app.quit());

  return {
    mayClose() {
      if (state === 'ending') return true;
      void ask();
      return false;
    },
  };
}
