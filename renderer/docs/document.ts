import { holding } from '../../lan-server/contract/folded.ts';
import type { RejectionCode } from '../../lan-server/contract/rejections.ts';

/** JSON Schema, as far as the document uses it. */
export type Schema = {
  $ref?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  maxItems?: number;
  default?: unknown;
};

type Content = Record<string, { schema?: Schema; example?: unknown }>;

export type Parameter = {
  name: string;
  in: 'path' | 'query';
  required: boolean;
  description?: string;
  schema: Schema;
};

type Operation = {
  operationId: string;
  tags: string[];
  summary: string;
  description?: string;
  'x-scope'?: string;
  parameters: Parameter[];
  requestBody?: { content: Content };
  responses: Record<string, { content?: Content; 'x-codes'?: RejectionCode[] }>;
  'x-codeSamples': { label: string; source: string }[];
};

/** What `/api/openapi.json` gives. */
export type ApiDocument = {
  info: { title: string; version: string; description: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
};

/** One route, ready to be drawn. */
export type ShownRoute = Operation & { method: string; path: string; area: string };

/** All routes in the document's order. */
export function routesOf({ paths }: ApiDocument): ShownRoute[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...operation,
      method: method.toUpperCase(),
      path,
      area: operation.tags[0] ?? '',
    })),
  );
}

/** Whether all words stand somewhere in what is said of a route; capitals and accents do not matter. */
export function hasWords(route: ShownRoute, words: string): boolean {
  const { method, path, summary, description = '', parameters, area } = route;
  const names = parameters.map(({ name }) => name).join(' ');
  return holding(words)(
    [method, path, summary, description, area, route['x-scope'] ?? '', names].join(' '),
  );
}

/** The name that a reference leads to. */
export function nameOf(reference: string): string {
  return reference.split('/').at(-1) ?? reference;
}
