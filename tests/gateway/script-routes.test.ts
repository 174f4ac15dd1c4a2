import { expect, test } from 'vitest';
import { scopeSchema } from '../../lan-server/contract/keys.ts';
import { scriptRoutes } from '../../lan-server/contract/routes/index.ts';
import { everyRoute } from '../../lan-server/gateway/every-route.ts';
import { emptyHttp } from '../../scripts/roles/empty-http.ts';

test('what the document for scripts says that a route takes is what the route parses', () => {
  const standing = new Map(
    everyRoute(emptyHttp()).map(({ method, path, shape }) => [`${method} ${path}`, shape]),
  );
  expect(standing.size).toBeGreaterThan(35);
  for (const entry of scriptRoutes) {
    expect([entry.route, standing.has(entry.route)]).toEqual([entry.route, true]);
    const shape = standing.get(entry.route);
    for (const part of ['params', 'query', 'body'] as const) {
      const told = entry[part] === 'bytes' ? undefined : entry[part];
      expect([entry.route, part, told === shape?.[part]]).toEqual([entry.route, part, true]);
    }
    const named = entry.route.match(/:\w+/g) ?? [];
    const given = Object.keys(entry.example.params ?? {}).map((name) => `:${name}`);
    expect([entry.route, given]).toEqual([entry.route, named]);
  }
  const names = scriptRoutes.map(({ route }) => route);
  expect(new Set(names).size).toBe(names.length);
});

test('every scope opens something', () => {
  const used = new Set(scriptRoutes.map(({ scope }) => scope));
  for (const scope of scopeSchema.options) expect(used).toContain(scope);
});
