import type { Express, Router } from 'express';
import type { Shape } from './handle.ts';
import type { Need, NeedCheck } from './needs.ts';

/** One route as the routers know it; `need` null: it has none, and docs/roles.md cannot be written. */
export type KnownRoute = {
  method: string;
  path: string;
  need: Need | null;
  /** What it parses; null where it looks at nothing. */
  shape: Shape | null;
  /** The part of the path that holds the id of what the need is about. */
  param: string;
};

/** What Express keeps of each thing that was mounted. */
type Layer = {
  rawPath?: string | RegExp | (string | RegExp)[];
  route?: {
    methods: Record<string, boolean>;
    stack: { handle: Partial<NeedCheck> & { shape?: Shape } }[];
  };
  handle: { stack?: Layer[] };
};

/** Every route that an app answers, read from its routers, in the order in which they are asked. */
export function everyRoute(app: Express): KnownRoute[] {
  return within((app.router as Router & { stack: unknown }).stack as Layer[], '');
}

function within(layers: readonly Layer[], before: string): KnownRoute[] {
  return layers.flatMap(({ rawPath = '/', route, handle }) =>
    [rawPath].flat().flatMap((part): KnownRoute[] => {
      const path = `${before}${String(part) === '/' ? '' : String(part)}`;
      if (!route) return Array.isArray(handle.stack) ? within(handle.stack, path) : [];
      const check = route.stack.find((one) => one.handle.need !== undefined)?.handle;
      const { need = null, param = 'id' } = check ?? {};
      const shape = route.stack.find((one) => one.handle.shape)?.handle.shape ?? null;
      const methods = Object.keys(route.methods).map((method) => method.toUpperCase());
      return methods.map((method) => ({
        method,
        path: path === '' ? '/' : path,
        need,
        param,
        shape,
      }));
    }),
  );
}
