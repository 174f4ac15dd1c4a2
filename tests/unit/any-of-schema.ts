import * as fc from 'fast-check';
import { z } from 'zod';

type Json = {
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  not?: Json;
  anyOf?: Json[];
  oneOf?: Json[];
  allOf?: Json[];
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  items?: Json;
  prefixItems?: Json[];
  minItems?: number;
  maxItems?: number;
  properties?: Record<string, Json>;
  required?: string[];
  additionalProperties?: Json | boolean;
  propertyNames?: Json;
};

/** A zod schema as JSON Schema describes what may go in. */
export function described(schema: z.ZodType): Json {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json;
}

/** What may stand there instead of each other; null where there is only one thing. */
function choicesOf(schema: Json): Json[] | null {
  if (Array.isArray(schema.type)) return schema.type.map((type) => ({ ...schema, type }));
  return schema.anyOf ?? schema.oneOf ?? null;
}

/** Values that a schema mostly takes; what no description can say (a refinement) may still refuse them. */
export function anyOf(schema: z.ZodType): fc.Arbitrary<unknown> {
  // Through JSON: it knows neither undefined nor a zero below zero.
  return arbitrary(described(schema)).map((value) =>
    value === undefined ? null : (JSON.parse(JSON.stringify(value)) as unknown),
  );
}

function arbitrary(schema: Json): fc.Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = choicesOf(schema);
  if (choices) return fc.oneof(...choices.map(arbitrary));
  if (schema.allOf)
    return fc
      .tuple(...schema.allOf.map(arbitrary))
      .map((parts) => Object.assign({}, ...(parts as object[])) as unknown);
  switch (schema.type) {
    case 'string':
      return text(schema);
    case 'integer':
      return fc.integer({
        min: Math.max(schema.minimum ?? -1e9, Number.MIN_SAFE_INTEGER),
        max: Math.min(schema.maximum ?? 1e9, Number.MAX_SAFE_INTEGER),
      });
    case 'number':
      return fc.double({ min: schema.minimum ?? -1e12, max: schema.maximum ?? 1e12, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return list(schema);
    case 'object':
      return record(schema);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

/** Every letter there is, half a surrogate pair and all. */
const letters = fc.oneof(
  fc.constantFrom('a', 'é', ' ', '\u0000', '<', '=', '\u{1F9EA}', '\ud83e', '\u202e', '__proto__'),
  fc.string({ unit: 'binary', maxLength: 1 }),
);

function text({ pattern, minLength = 0, maxLength }: Json): fc.Arbitrary<string> {
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern, 'u'));
  return fc
    .array(letters, { minLength, maxLength: Math.min(maxLength ?? 60, 60) })
    .map((parts) => parts.join('').slice(0, maxLength))
    .filter(({ length }) => length >= minLength);
}

function list({ items, prefixItems, minItems = 0, maxItems }: Json): fc.Arbitrary<unknown[]> {
  if (prefixItems) return fc.tuple(...prefixItems.map(arbitrary));
  return fc.array(arbitrary(items ?? {}), {
    minLength: minItems,
    maxLength: Math.min(maxItems ?? 6, Math.max(6, minItems)),
  });
}

function record({
  properties,
  required = [],
  additionalProperties,
  propertyNames,
}: Json): fc.Arbitrary<unknown> {
  // A record by the words of an enumeration has all of them.
  if (!properties && propertyNames?.enum && required.length > 0)
    return fc.record(
      Object.fromEntries(required.map((name) => [name, arbitrary(additionalProperties as Json)])),
      { noNullPrototype: true },
    );
  if (!properties && typeof additionalProperties === 'object')
    return fc.dictionary(
      propertyNames ? (arbitrary(propertyNames) as fc.Arbitrary<string>) : fc.string(),
      arbitrary(additionalProperties),
      { maxKeys: 5 },
    );
  const fields = Object.entries(properties ?? {}).map(
    ([name, value]): [string, fc.Arbitrary<unknown>] => [name, arbitrary(value)],
  );
  return fc.record(Object.fromEntries(fields), { requiredKeys: required, noNullPrototype: true });
}

/** Where in a schema something without a bound may stand, as paths: a text or a list of any length. */
export function unbounded(schema: Json, path = ''): string[] {
  if ('const' in schema || schema.enum || schema.not) return [];
  const choices = choicesOf(schema) ?? schema.allOf;
  if (choices) return choices.flatMap((choice) => unbounded(choice, path));
  switch (schema.type) {
    case 'string':
      return schema.maxLength !== undefined || isShort(schema.pattern) ? [] : [path];
    case 'array':
      return [
        ...(schema.maxItems === undefined && !schema.prefixItems ? [path] : []),
        ...[schema.items ?? {}, ...(schema.prefixItems ?? [])].flatMap((item) =>
          unbounded(item, `${path}[]`),
        ),
      ];
    case 'object':
      return [
        ...(typeof schema.additionalProperties === 'object' ? [`${path}{}`] : []),
        ...Object.entries(schema.properties ?? {}).flatMap(([name, value]) =>
          unbounded(value, `${path}.${name}`),
        ),
      ];
    case undefined:
      return [`${path}?`];
    default:
      return [];
  }
}

/** A pattern that says how long at most. */
function isShort(pattern: string | undefined): boolean {
  return pattern !== undefined && pattern.startsWith('^') && !/[*+]|\{\d+,\}/.test(pattern);
}
