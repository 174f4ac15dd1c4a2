import { expect, test } from 'vitest';
import { routeList } from '../../lan-server/contract/routes/index.ts';
import { scopeSchema } from '../../lan-server/contract/keys.ts';
import { standingRoutes } from './rest-every-route.ts';
import { startRest } from './rest-server.ts';

test('every route that there is stands in the list once, and no other does', async () => {
  const { app } = await startRest();
  const listed = routeList.map(({ route }) => route);
  const standing = standingRoutes(app).map(({ route }) => route);
  expect(standing.length).toBeGreaterThan(35);
  // A missing one belongs into lan-server/contract/routes; `own(…)` there takes it as a line.
  expect(listed.toSorted()).toEqual(standing.toSorted());
});

test('what the list says that a route takes is what the route parses', async () => {
  const { app } = await startRest();
  const shapes = new Map(standingRoutes(app).map(({ route, shape }) => [route, shape]));
  for (const entry of routeList) {
    if (entry.scope === null) continue;
    const shape = shapes.get(entry.route);
    for (const part of ['params', 'query', 'body'] as const) {
      const told = entry[part] === 'bytes' ? undefined : entry[part];
      expect([entry.route, part, told === shape?.[part]]).toEqual([entry.route, part, true]);
    }
    const named = entry.route.match(/:\w+/g) ?? [];
    const given = Object.keys(entry.example.params ?? {}).map((name) => `:${name}`);
    expect([entry.route, given]).toEqual([entry.route, named]);
  }
});

test('every scope opens something', () => {
  const used = new Set(routeList.map(({ scope }) => scope));
  for (const scope of scopeSchema.options) expect(used).toContain(scope);
});
