// Runs the server in Electron's utility process: main/server-process.ts starts it and hears what it says.
import envPaths from 'env-paths';
import { z } from 'zod';
import { cliTexts } from './cli-texts.ts';
import { start } from './compose.ts';
import { watchForBugs } from './last-words.ts';
import { PortsTaken } from './listen.ts';

/** What main passes as the only argument; what is absent is the same default as in the terminal. */
const optionsSchema = z.object({
  dataDir: z
    .string()
    .min(1)
    .default(envPaths('Chalkbox', { suffix: '' }).data),
  pagesDir: z.string().min(1),
  version: z.string(),
  mdns: z.boolean(),
  port: z.number().int().min(0).max(65_535).default(4747),
  host: z.string().min(1).optional(),
  languages: z.array(z.string()).default([]),
});

/** Electron's end of the conversation; its types are not known on this side. */
type ParentPort = {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
};

async function run(parent: ParentPort): Promise<void> {
  const { languages, host, ...options } = optionsSchema.parse(
    JSON.parse(process.argv.at(-1) ?? ''),
  );
  const texts = cliTexts(languages[0] ?? 'en');
  // The message leaves with a later turn of the event loop.
  const fail = (reason: string, final: boolean): void => {
    parent.postMessage({ type: 'failed', reason, final });
    setTimeout(() => process.exit(1), 100);
  };

  try {
    const chalkbox = await start({ ...options, ...(host === undefined ? {} : { host }) });
    if ('refused' in chalkbox) return fail(texts.refused[chalkbox.refused](chalkbox.file), true);
    watchForBugs({ log: chalkbox.log, end: () => process.exit(1) });
    chalkbox.onLive((live) => parent.postMessage({ type: 'live', live }));
    parent.on('message', ({ data }) => {
      if (isStop(data)) void chalkbox.stop().then(() => process.exit(0));
    });
    const { port, url, launchKey, recovered } = chalkbox;
    parent.postMessage({ type: 'ready', port, url, launchKey, dataDir: options.dataDir });
    parent.postMessage({ type: 'live', live: recovered > 0 });
  } catch (error) {
    if (error instanceof PortsTaken) return fail(texts.portsTaken(error.from, error.to), true);
    fail(error instanceof Error ? error.message : String(error), false);
  }
}

function isStop(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === 'stop';
}

const { parentPort } = process as NodeJS.Process & { parentPort?: ParentPort };
if (parentPort) await run(parentPort);
