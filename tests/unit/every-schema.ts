import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { z } from 'zod';

const server = fileURLToPath(new URL('../../lan-server', import.meta.url));

/** Every schema that the contract and the kinds of question export, under its file's and its own name. */
async function everySchema(): Promise<{ name: string; schema: z.ZodType }[]> {
  const files = ['contract', 'questions'].flatMap((folder) =>
    readdirSync(join(server, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => `${folder}/${file}`),
  );
  const found = await Promise.all(
    files.map(async (file) => {
      const exports = (await import(pathToFileURL(join(server, file)).href)) as object;
      return Object.entries(exports).flatMap(([name, schema]: [string, unknown]) =>
        schema instanceof z.ZodType ? [{ name: `${file} ${name}`, schema }] : [],
      );
    }),
  );
  return found.flat();
}

export const schemas = await everySchema();

/**
 * Schemas by which a door parses what comes from outside: whatever of the contract the gateway uses as a value, but for the document of
 * the doors, which also knows what they answer.
 */
export function atTheDoor(): typeof schemas {
  const used = new Set(
    readdirSync(join(server, 'gateway'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.startsWith('api-document/'))
      .flatMap((file) => {
        const source = readFileSync(join(server, 'gateway', file), 'utf8');
        const imports = source.matchAll(/^import \{([^}]*)\} from '[^']*contract[^']*';/gm);
        return [...imports].flatMap(([, names = '']) => names.match(/\w+Schema\b/g) ?? []);
      }),
  );
  return schemas.filter(({ name }) => used.has(name.split(' ')[1] ?? ''));
}
