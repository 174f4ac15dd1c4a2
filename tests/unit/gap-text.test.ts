import fc from 'fast-check';
import { expect, test } from 'vitest';
import { questionKinds } from '../../lan-server/questions/index.ts';
import { gapAt, gapWith, readGaps, written } from '../../renderer/questions/blanks/gap-text.ts';

const { blanks } = questionKinds;
const question = (text: string) => ({
  ...blanks.blank('question-1'),
  text: 'Complete.',
  ...readGaps(text),
});

test('whatever is written, what is read gives the very same text back, within what the laptop stores', () => {
  const word = fc.constantFrom(
    '{{',
    '}}',
    '|',
    '~',
    '{',
    '}',
    'water',
    ' ',
    'á',
    '\n',
    'x'.repeat(81),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 60 }), (words) => {
      const text = words.join('').slice(0, 2000);
      const read = readGaps(text);
      expect(written(read)).toBe(text);
      expect(read.parts).toHaveLength(read.gaps.length + 1);
      expect(blanks.schema.safeParse(question(text)).success).toBe(true);
    }),
  );
});

test('variants, and lists whose right answer stands first, come out as they are meant', () => {
  const read = question('Plants need {{ water | H2O}} and {{light~heat~soil}}.');
  expect(blanks.problems(read)).toEqual([]);
  expect(blanks.key(read)?.gaps).toEqual([['water', 'H2O'], ['light']]);
  // The order in which it was written would tell what is right.
  expect(blanks.redact(read).gaps).toEqual([
    { options: null },
    { options: ['heat', 'light', 'soil'] },
  ]);
});

test('what cannot be asked is said: no gap, an empty one, one that is not closed, a list of one or of equals', () => {
  const problems = (text: string) => blanks.problems(question(text));
  expect(problems('Plants need water.')).toEqual(['gaps_missing']);
  expect(problems('Plants need {{}}.')).toEqual(['key_missing']);
  expect(problems('Plants need {{water}} and {{light.')).toEqual(['gap_unread']);
  expect(problems(`Plants need {{water}} and {{${'x'.repeat(81)}}}.`)).toEqual(['gap_unread']);
  expect(problems('Plants need {{water~}}.')).toEqual(['options_too_few']);
  expect(problems('Plants need {{water~soil~ soil}}.')).toEqual(['options_alike']);
});

test('the button makes a gap of what is marked; its fields keep the signs out that mean something', () => {
  expect(gapAt('Plants need water.', 12, 17)).toEqual({
    text: 'Plants need {{water}}.',
    start: 14,
    end: 19,
  });
  expect(gapWith(['wa|ter', 'H{2}O'], false)).toEqual({
    options: null,
    accepted: ['water', 'H2O'],
  });
  const listed = gapWith(['water'], true);
  expect(readGaps(written({ parts: ['', ''], gaps: [listed] })).gaps).toEqual([listed]);
});

test('one more answer that is accepted counts in its gap alone', () => {
  const asked = question('{{water}} and {{light~heat}}');
  const key = blanks.keyAccepting?.(asked, { part: 0, text: 'rain', accept: true });
  expect(key).toMatchObject({ gaps: [['water', 'rain'], ['light']] });
  const keyed = key && blanks.withKey(asked, key);
  expect(keyed && blanks.grade(keyed, { gaps: ['rain', 'heat'] })).toEqual({
    credit: 0.5,
    right: false,
  });
  expect(blanks.keyAccepting?.(asked, { part: 1, text: 'heat', accept: true })).toBeUndefined();
  expect(blanks.keyAccepting?.(asked, { part: 7, text: 'heat', accept: true })).toBeUndefined();
});
