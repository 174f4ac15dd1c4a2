import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import envPaths from 'env-paths';
import open from 'open';
import QRCode from 'qrcode';
import { cliTexts } from './cli-texts.ts';
import { start } from './compose.ts';
import type { Chalkbox } from './compose.ts';
import { watchForBugs } from './last-words.ts';
import { PortsTaken } from './listen.ts';

const defaultPort = 4747;
const texts = cliTexts(process.env.LC_ALL ?? process.env.LC_MESSAGES ?? process.env.LANG ?? 'en');

const flags = readFlags();
if (flags.help) {
  console.log(texts.help(defaultPort));
  process.exit(0);
}

const started = await start({
  dataDir: flags.data ?? envPaths('Chalkbox', { suffix: '' }).data,
  port: flags.port,
  ...(flags.host === undefined ? {} : { host: flags.host }),
  mdns: flags.mdns,
  pagesDir: fileURLToPath(new URL('../dist/pages', import.meta.url)),
}).catch((error: unknown) => {
  if (error instanceof PortsTaken) return fail(texts.portsTaken(error.from, error.to));
  if (isUnknownAddress(error)) return fail(texts.badAddress(flags.host ?? ''));
  throw error;
});
if ('refused' in started) fail(texts.refused[started.refused](started.file));
else await announce(started);

async function announce(chalkbox: Chalkbox) {
  stopOnSignal(chalkbox);
  watchForBugs({
    log: chalkbox.log,
    end(error) {
      console.error(
        `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n\n${texts.bug}`,
      );
      process.exit(1);
    },
  });
  const { url, joinUrls, launchKey, port, wantedPort, recovered, damage } = chalkbox;
  if (flags.json) {
    const state = damage
      ? { ready: false, problem: damage.refused, file: damage.file }
      : { ready: true, joinUrls };
    console.log(JSON.stringify({ ...state, url, launchKey, port }));
    return;
  }
  const teacherUrl = `${url}/teacher#key=${launchKey}`;
  const join = joinUrls[0];
  console.log(`\n${damage ? texts.damaged[damage.refused](damage.file) : texts.ready}`);
  if (port !== wantedPort && wantedPort !== 0) console.log(texts.portTaken(wantedPort, port));
  if (recovered > 0) console.log(texts.recovered(recovered));
  console.log(`\n  ${texts.teacher}:  ${url}/teacher`);
  console.log(`  ${texts.launchKey}:  ${launchKey}`);
  console.log(`  ${teacherUrl}`);
  if (damage) console.log('');
  else if (join === undefined) console.log(`\n  ${texts.noNetwork}`);
  else {
    console.log(`\n  ${texts.students}:  ${joinUrls.join('   ')}\n`);
    console.log(await QRCode.toString(join, { type: 'utf8', margin: 2 }));
  }
  console.log(`\n${texts.stop}\n`);
  // Others on this computer can read a command line, and browsers remember addresses: this key is good for one sign-in.
  if (flags.open && hasDisplay())
    void open(`${url}/teacher#key=${chalkbox.oneTimeKey()}`).catch(() => {});
}

function stopOnSignal(chalkbox: Chalkbox) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      void chalkbox.stop().then(() => process.exit(0));
    });
  }
}

function readFlags() {
  try {
    const { values } = parseArgs({
      options: {
        browser: { type: 'boolean', default: false },
        port: { type: 'string', default: String(defaultPort) },
        data: { type: 'string' },
        host: { type: 'string' },
        mdns: { type: 'boolean', default: true },
        open: { type: 'boolean', default: true },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
      allowNegative: true,
    });
    const port = Number(values.port);
    if (!/^\d+$/.test(values.port) || port > 65_535) return fail(texts.badPort(values.port));
    return { ...values, port };
  } catch (error) {
    return fail(
      `${error instanceof Error ? error.message : String(error)}\n\n${texts.help(defaultPort)}`,
    );
  }
}

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}

function isUnknownAddress(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  return ['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EINVAL'].includes(String(code));
}

function hasDisplay(): boolean {
  if (!process.stdout.isTTY) return false;
  return (
    process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)
  );
}
