import { readFileSync, readdirSync } from 'node:fs';

const gateway = new URL('../../lan-server/gateway/', import.meta.url);

/** Every route of the API, read from the sources, so that a new one cannot be forgotten here. */
export function everyRoute(): { method: string; path: string }[] {
  const http = readFileSync(new URL('http.ts', gateway), 'utf8');
  return readdirSync(new URL('routes/', gateway)).flatMap((file) => {
    const source = readFileSync(new URL(`routes/${file}`, gateway), 'utf8');
    const name = /export function (\w+Routes)/.exec(source)?.[1] ?? '';
    const before = http.slice(0, http.lastIndexOf(`${name}(`));
    const mount = [...before.matchAll(/(app|api)\.use\(\s*'([^']+)'/g)].at(-1);
    const prefix = mount?.[1] === 'api' ? `/api/v1${mount[2]}` : (mount?.[2] ?? '');
    return [...source.matchAll(/routes\.(get|post|put|patch|delete)\(\s*'([^']+)'/g)].map(
      ([, method = '', path = '']) => ({
        method: method.toUpperCase(),
        path: `${prefix}${path === '/' ? '' : path}`.replaceAll(/:\w+/g, 'abc-123'),
      }),
    );
  });
}
