import { spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const addition = join(root, 'tests/fixtures/sixth-kind');
const sources = ['lan-server', 'db', 'main', 'renderer', 'scripts', 'tests'];
const beside = /^(package(-lock)?\.json|tsconfig.*\.json|vitest\.config\.ts)$/;

/** Every registry of question kinds: what the sixth kind imports into it, and its one line there. */
export const registries = [
  {
    file: 'lan-server/questions/index.ts',
    imports: `import { guess } from './guess/index.ts';`,
    line: 'guess,',
  },
  {
    file: 'renderer/questions/inputs.ts',
    imports: `import { guessInput } from './guess/Input.tsx';`,
    line: 'guess: guessInput,',
  },
  {
    file: 'renderer/questions/lives.ts',
    imports: [
      `import { GuessAsked } from './guess/Asked.tsx';`,
      `import { GuessLive } from './guess/Live.tsx';`,
      `import { sayGuess } from './guess/say-label.ts';`,
    ].join('\n'),
    line: 'guess: { Asked: GuessAsked, Live: GuessLive, sayLabel: sayGuess },',
  },
  {
    file: 'renderer/questions/editors.ts',
    imports: `import { guessEditor } from './guess/Editor.tsx';`,
    line: 'guess: guessEditor,',
  },
  {
    file: 'renderer/questions/texts/en.ts',
    imports: `import guess from '../guess/texts.en.json' with { type: 'json' };`,
    line: 'guess,',
  },
  {
    file: 'renderer/questions/texts/es.ts',
    imports: `import guess from '../guess/texts.es.json' with { type: 'json' };`,
    line: 'guess,',
  },
] as const;
export type Registry = (typeof registries)[number];

/** How a script of the copy ended, and all that it printed. */
type Ran = { code: number | null; output: string };

/** A copy of the program that knows one more kind of question. */
export type ProgramWithSixthKind = {
  readonly root: string;
  /** Takes the kind out of some registries while the work runs. */
  without<Result>(forgotten: readonly Registry[], work: () => Promise<Result>): Promise<Result>;
  /** Runs a script of the copy, or of a package, with Node. */
  run(script: string, ...flags: string[]): Promise<Ran>;
  remove(): void;
};

/** The registry with the kind: after the line of the last kind, one line more. */
function withKind(text: string, { file, imports, line }: Registry): string {
  const last = /^  rating\b.*,$/m.exec(text)?.[0];
  if (!last) throw new Error(`${file} has no line for the last kind`);
  return `${imports}\n${text.replace(last, `${last}\n  ${line}`)}`;
}

/** Copies the program into a temporary folder, puts the two folders of the sixth kind in, and a line into each registry. */
export function copyWithSixthKind(): ProgramWithSixthKind {
  const copy = mkdtempSync(join(tmpdir(), 'chalkbox-sixth-kind-'));
  for (const folder of sources) {
    const filter = (path: string) => path !== addition;
    cpSync(join(root, folder), join(copy, folder), { recursive: true, filter });
  }
  for (const file of readdirSync(root).filter((name) => beside.test(name)))
    cpSync(join(root, file), join(copy, file));
  cpSync(addition, copy, { recursive: true });

  // A folder of its own with a link to each package: what tools keep beside the packages stays in the copy.
  const packages = join(copy, 'node_modules');
  mkdirSync(packages);
  for (const name of readdirSync(join(root, 'node_modules')))
    if (!/^\.(?!bin$)/.test(name))
      symlinkSync(join(root, 'node_modules', name), join(packages, name), 'junction');

  const before = new Map(
    registries.map((registry) => [registry, readFileSync(join(copy, registry.file), 'utf8')]),
  );
  const put = (registry: Registry, known: boolean) => {
    const text = before.get(registry) ?? '';
    writeFileSync(join(copy, registry.file), known ? withKind(text, registry) : text);
  };
  for (const registry of registries) put(registry, true);

  return {
    root: copy,
    async without(forgotten, work) {
      for (const registry of forgotten) put(registry, false);
      try {
        return await work();
      } finally {
        for (const registry of forgotten) put(registry, true);
      }
    },
    run: (script, ...flags) => runIn(copy, [join(copy, script), ...flags]),
    remove: () => rmSync(copy, { recursive: true, force: true }),
  };
}

/** The copy lies at another place each time: what is compiled of it is of no use to the next run. */
export const onceOnly = { NODE_DISABLE_COMPILE_CACHE: '1' };

function runIn(folder: string, args: string[]): Promise<Ran> {
  // A test within a test must not take itself for the outer one.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_ENV$|TEST$)/.test(name)),
  );
  Object.assign(env, onceOnly);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: folder, env });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}
