// Runs a bundled server as Electron's utility process does: node as-utility-process.ts ENTRY OPTIONS.
// What it says is printed, one JSON value a line; what stands on standard input is said to it.
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const input = createInterface({ input: process.stdin });
Object.assign(process, {
  parentPort: {
    postMessage: (message: unknown) => console.log(JSON.stringify(message)),
    on: (_event: 'message', listener: (event: { data: unknown }) => void) =>
      input.on('line', (line) => listener({ data: JSON.parse(line) })),
  },
});

await import(pathToFileURL(process.argv[2] ?? '').href);
