import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { places } from './pages/places.ts';
import { devPages } from './pages/vite-dev.ts';
import { ensurePages } from './pages.ts';

// npm run dev [-- --port 4747 --pages-port 5173 --data DIR]: the pages reload as they change, the LAN server restarts.
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4747' },
    'pages-port': { type: 'string', default: '5173' },
    // Never the data that a class relies on.
    data: { type: 'string', default: join(places.root, '.cache', 'dev-data') },
  },
});

const say = (line: string) => console.log(line);

// Phones on the Wi-Fi load the built pages from the LAN server; a page half-written must not stop the others.
await ensurePages({ say }).catch((error: unknown) => {
  const why = error instanceof Error ? error.message : String(error);
  say(`Phones get no new pages. ${why.split('\n')[0] ?? ''}`);
});

const pages = await devPages({
  port: Number(values['pages-port']),
  server: `http://127.0.0.1:${values.port}`,
});
await pages.listen();
const address = pages.resolvedUrls?.local[0] ?? '';

const server = spawn(
  process.execPath,
  [
    '--watch',
    join(places.root, 'lan-server', 'cli.ts'),
    '--json',
    '--no-open',
    '--no-mdns',
    `--port=${values.port}`,
    `--data=${values.data}`,
  ],
  { cwd: places.root, stdio: ['ignore', 'pipe', 'inherit'] },
);

createInterface({ input: server.stdout }).on('line', (line) => {
  const key = /"launchKey":\s*"([^"]+)"/.exec(line)?.[1];
  if (!key) {
    say(line);
    return;
  }
  say(`  teacher  ${address}teacher#key=${encodeURIComponent(key)}`);
  say(`  student  ${address}`);
  say(`  gallery  ${address}gallery`);
});

const stop = () => {
  server.kill();
  void pages.close();
};
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
server.on('exit', () => void pages.close());
