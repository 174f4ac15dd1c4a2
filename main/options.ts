import { parseArgs } from 'node:util';

/** What `npm start` or a shortcut asks for; what is absent is the server's own default. */
export type DesktopOptions = { port?: number; host?: string; dataDir?: string; mdns: boolean };

/** Reads the program's arguments. Chromium adds switches of its own, so that unknown ones are not refused here. */
export function readOptions(args: readonly string[]): DesktopOptions {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    options: {
      port: { type: 'string' },
      host: { type: 'string' },
      data: { type: 'string' },
      'no-mdns': { type: 'boolean' },
    },
  });
  const port = Number(values.port);
  return {
    ...(Number.isInteger(port) && port >= 0 && port <= 65_535 ? { port } : {}),
    ...(typeof values.host === 'string' ? { host: values.host } : {}),
    ...(typeof values.data === 'string' ? { dataDir: values.data } : {}),
    mdns: values['no-mdns'] !== true,
  };
}
