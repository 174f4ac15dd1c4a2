// The thread that mdns.ts starts: holds the name and says what becomes of it.
import { parentPort, workerData } from 'node:worker_threads';
import { createHolder, type Published } from './name-holder.ts';

export type ThreadMessage =
  | { kind: 'held'; host: string | null }
  | { kind: 'failed'; reason: string }
  | { kind: 'log'; level: 'info' | 'warn' | 'error'; details: object; message: string };

const say = (message: ThreadMessage): void => parentPort?.postMessage(message);
const logged = (level: 'info' | 'warn' | 'error') => (details: object, message: string) => {
  say({ kind: 'log', level, details, message });
};

const holder = createHolder({
  ...(workerData as Published),
  log: { info: logged('info'), warn: logged('warn'), error: logged('error') },
  onHeld: (host) => say({ kind: 'held', host }),
  onFailure: (error) => {
    say({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
    parentPort?.close();
  },
});

parentPort?.once('message', () => {
  void holder.stop().then(() => process.exit(0));
});
