import { parseArgs } from 'node:util';

export type StartFlags = {
  browser: boolean;
  json: boolean;
  open: boolean;
  mdns: boolean;
  help: boolean;
  /** 0 takes any free port. */
  port?: number;
  data?: string;
  host?: string;
};

/** `given` is the flag, or for `port` the value, as it was typed. */
export type FlagsRefusal = { code: 'unknown' | 'value' | 'port'; given: string };

const OPTIONS = {
  browser: { type: 'boolean' },
  json: { type: 'boolean' },
  'no-open': { type: 'boolean' },
  'no-mdns': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  port: { type: 'string' },
  data: { type: 'string' },
  host: { type: 'string' },
} as const;

/** Reads the flags of `npm start`; a flag that is not known or makes no sense is a refusal. */
export function readFlags(
  args: readonly string[],
): { flags: StartFlags } | { refused: FlagsRefusal } {
  const { values, tokens } = parseArgs({
    args: [...args],
    options: OPTIONS,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'positional') return { refused: { code: 'unknown', given: token.value } };
    if (token.kind !== 'option') continue;
    const option = Object.entries(OPTIONS).find(([name]) => name === token.name)?.[1];
    if (!option) return { refused: { code: 'unknown', given: token.rawName } };
    const isGiven = token.value !== undefined && token.value !== '';
    if ((option.type === 'string') !== isGiven) {
      return { refused: { code: 'value', given: token.rawName } };
    }
  }
  const port = text(values.port);
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) <= 65_535)) {
    return { refused: { code: 'port', given: port } };
  }
  const data = text(values.data);
  const host = text(values.host);
  return {
    flags: {
      browser: values.browser === true,
      json: values.json === true,
      open: values['no-open'] !== true,
      mdns: values['no-mdns'] !== true,
      help: values.help === true,
      ...(port === undefined ? {} : { port: Number(port) }),
      ...(data === undefined ? {} : { data }),
      ...(host === undefined ? {} : { host }),
    },
  };
}

function text(value: string | boolean | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
