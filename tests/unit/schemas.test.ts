import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nicknameSchema } from '../../lan-server/contract/commands.ts';
import { tries } from '../support/soak.ts';
import { anyOf, described, unbounded } from './any-of-schema.ts';
import { atTheDoor, schemas } from './every-schema.ts';

/** Anything that JSON can say and JavaScript trips over. */
const absurd = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom<unknown>(
    undefined,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -0,
    'x'.repeat(50_000),
    '\ud800',
    JSON.parse('{"__proto__":{"kind":"choice"},"constructor":1}'),
    JSON.parse('['.repeat(2000) + ']'.repeat(2000)),
    Array.from({ length: 10_000 }, () => 0),
    { toString: null, valueOf: null, length: -1 },
    Object.create(null),
  ),
);

/** The value with something else in the place that `way` leads to. */
function spoiled(value: unknown, way: number[], by: unknown): unknown {
  const [step, ...rest] = way;
  if (step === undefined || typeof value !== 'object' || value === null) return by;
  const keys = Object.keys(value);
  const key = keys[step % Math.max(1, keys.length)];
  if (key === undefined) return by;
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
  copy[key] = spoiled(copy[key], rest, by);
  return copy;
}

/** What every object has: nothing that is parsed may come to it. */
const untouched = Object.getOwnPropertyNames(Object.prototype);

test('there are schemas to try, and the doors use some of them', () => {
  expect(schemas.length).toBeGreaterThan(60);
  expect(atTheDoor().length).toBeGreaterThan(12);
});

describe('every schema', () => {
  test.for(schemas)('$name: whatever is given to it is taken or refused', ({ schema }) => {
    fc.assert(
      fc.property(absurd, (value) => {
        schema.safeParse(value);
      }),
      tries(60),
    );
    fc.assert(
      fc.property(
        anyOf(schema),
        fc.array(fc.nat(9), { maxLength: 4 }),
        absurd,
        (value, way, by) => {
          schema.safeParse(spoiled(value, way, by));
        },
      ),
      tries(60),
    );
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(untouched);
  });

  test.for(schemas)('$name: what it takes comes over the wire as it is', ({ schema }) => {
    let taken = 0;
    fc.assert(
      fc.property(anyOf(schema), (value) => {
        const parsed = schema.safeParse(value);
        if (!parsed.success || parsed.data === undefined) return;
        taken += 1;
        const wire = JSON.parse(JSON.stringify(value)) as unknown;
        expect(schema.parse(wire)).toEqual(parsed.data);
      }),
      tries(60),
    );
    // A refinement may be hard to meet by chance, but not impossible.
    expect(taken).toBeGreaterThan(0);
  });
});

test('nothing that a door takes is without a bound, but an answer, which its own kind bounds', () => {
  const open = atTheDoor().flatMap(({ name, schema }) =>
    unbounded(described(schema)).map((path) => `${name}${path}`),
  );
  expect(open).toEqual(['contract/commands.ts studentEnvelopeSchema.command.answer?']);
  const answers = schemas.filter(({ name }) => name.endsWith(' answerSchema'));
  expect(answers.length).toBeGreaterThan(4);
  expect(answers.flatMap(({ schema }) => unbounded(described(schema)))).toEqual([]);
});

test('a name that was taken is taken again as it is, and is never cut through a letter', () => {
  const name = (wanted: string) => nicknameSchema.parse(wanted);
  fc.assert(
    fc.property(anyOf(nicknameSchema), (wanted) => {
      const taken = name(String(wanted));
      expect(name(taken)).toBe(taken);
      expect(taken.isWellFormed()).toBe(true);
      expect(taken.length).toBeLessThanOrEqual(24);
    }),
  );
  const stars = '\u{1F31F}';
  expect(name(`x${stars.repeat(20)}`)).toBe(`x${stars.repeat(11)}`);
});
