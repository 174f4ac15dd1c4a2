import { Worker } from 'node:worker_threads';
import { Cancelled } from '../lan-server/ports.ts';
import type { Checked, Checker } from '../lan-server/ports.ts';
import type { CheckTask } from './check-thread.ts';

/** How often a running check is asked whether it is still wanted. */
const askEveryMs = 100;

/** Checks backups in a thread of their own; each check has its own, so that it can be ended in the middle. */
export function createChecker(): Checker {
  const run = (task: CheckTask, cancelled: () => boolean): Promise<Checked> =>
    new Promise((resolve, reject) => {
      const thread = new Worker(threadFile(), { workerData: task, execArgv: [] });
      const asking = setInterval(() => {
        if (cancelled()) end(() => reject(new Cancelled()));
      }, askEveryMs);
      const end = (settle: () => void): void => {
        clearInterval(asking);
        thread.removeAllListeners();
        void thread.terminate().then(settle, settle);
      };
      thread.once('message', (checked: Checked) => end(() => resolve(checked)));
      thread.once('error', (error) => end(() => reject(error)));
      thread.once('exit', () => end(() => reject(new Error('The check ended without a word.'))));
    });

  return {
    seal: (folder, cancelled) => run({ folder, files: null }, cancelled),
    verify: (folder, files, cancelled) => run({ folder, files }, cancelled),
  };
}

/** Beside this file as TypeScript, beside the bundle as JavaScript. */
function threadFile(): URL {
  const here = import.meta.url;
  return new URL(`./check-thread${here.slice(here.lastIndexOf('.'))}`, here);
}
