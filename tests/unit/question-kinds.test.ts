import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languageSchema } from '../../lan-server/contract/languages.ts';
import {
  keySchema,
  kindNamed,
  kindNames,
  pictureSchema,
  publicQuestionSchema,
  questionSchema,
} from '../../lan-server/questions/index.ts';
import type { Answer, Question } from '../../lan-server/questions/index.ts';

/** What every kind must keep, whatever it asks; a new kind is proved by its fixtures alone. */
describe.each(kindNames)('a question of the kind %s', (name) => {
  const kind = kindNamed(name);
  const fixtures = kind.fixtures as unknown as {
    question: Question;
    answers: {
      answer: Answer;
      grade: { credit: number; right: boolean } | null;
      cells: string[];
    }[];
    wrongShape: unknown[];
    secrets: string[];
  }[];

  test('has fixtures, and stands in the registry under its own name', () => {
    expect(kind.kind).toBe(name);
    expect(fixtures.length).toBeGreaterThan(0);
    for (const { answers, wrongShape, secrets } of fixtures) {
      expect(wrongShape.length * secrets.length).toBeGreaterThan(0);
      expect(answers.length > 0).toBe(kind.takesAnswers !== false);
    }
  });

  test('passes its own schema, and so does a new one', () => {
    for (const { question } of fixtures) expect(questionSchema.parse(question)).toEqual(question);
    const blank = kind.blank('new-question');
    expect(questionSchema.parse(blank)).toEqual(blank);
    expect(kind.problems(blank).length).toBeGreaterThan(0);
  });

  test('takes the answers that fit, and no other', () => {
    for (const { question, answers, wrongShape } of fixtures) {
      for (const { answer } of answers) {
        expect(kind.accepts(question, kind.answerSchema.parse(answer))).toBe(true);
      }
      for (const wrong of wrongShape) {
        const parsed = kind.answerSchema.safeParse(wrong);
        expect(parsed.success && kind.accepts(question, parsed.data), JSON.stringify(wrong)).toBe(
          false,
        );
      }
    }
  });

  test('keeps key, explanation and note out of what phones and wall get', () => {
    for (const { question, secrets } of fixtures) {
      const wire = JSON.stringify(kind.redact(question));
      expect(kind.publicSchema.parse(JSON.parse(wire))).toEqual(JSON.parse(wire));
      for (const secret of secrets) {
        expect(JSON.stringify(question)).toContain(secret);
        expect(wire).not.toContain(secret);
      }
    }
  });

  test('grades and writes its answers as the fixtures say', () => {
    for (const { question, answers } of fixtures) {
      for (const { answer, grade, cells } of answers) {
        expect(kind.grade(question, answer)).toEqual(grade);
        expect(kind.cells(question, answer).map(String)).toEqual(cells);
        expect(kind.cells(question, answer)).toHaveLength(kind.columns(question).length);
      }
    }
  });

  test('is graded the same where its student was erased, and nothing that they wrote is left', () => {
    for (const { question, answers } of fixtures) {
      for (const { answer } of answers) {
        const left = kind.withoutOwnWords(question, answer);
        expect(kind.grade(question, left)).toEqual(kind.grade(question, answer));
        expect(kind.withoutOwnWords(question, left)).toEqual(left);
        const tally = kind.emptyTally(question);
        kind.count(tally, left, 1);
        expect(() => kind.rows(question, tally)).not.toThrow();
        const texts: string[] = [];
        JSON.stringify(left, (_key, value: unknown) => {
          if (typeof value === 'string') texts.push(value);
          return value;
        });
        for (const text of texts.filter((one) => !['', '—', '……'].includes(one)))
          expect(JSON.stringify(question)).toContain(JSON.stringify(text));
      }
    }
  });

  test('grades nothing once its key is gone, and the same again once it is back', () => {
    for (const { question, answers } of fixtures) {
      const key = kind.key(question);
      if (key === null) {
        expect(answers.every(({ grade }) => grade === null)).toBe(true);
        continue;
      }
      expect(kind.keySchema.parse(key)).toEqual(key);
      const without = kind.withKey(question, null);
      expect(without).not.toBeNull();
      if (!without) continue;
      expect(kind.key(without)).toBeNull();
      for (const { answer, grade } of answers) {
        expect(kind.grade(without, answer)).toBeNull();
        const again = kind.withKey(without, key);
        expect(again && kind.grade(again, answer)).toEqual(grade);
      }
    }
  });

  test('gives, where its key can be set by pressing answers, exactly the key that marks them', () => {
    for (const { question } of fixtures) {
      const rows = (of: Question) => kind.rows(of, kind.emptyTally(of));
      if (!kind.keyMarking) continue;
      const everyLetter = rows(question).map(({ letter }) => letter);
      expect(everyLetter).not.toContain(null);
      for (const place of everyLetter.keys()) {
        const key = kind.keyMarking(question, [place]);
        const keyed = kind.withKey(question, key);
        expect(key).not.toBeNull();
        expect(keyed && rows(keyed).flatMap(({ right }, at) => (right ? [at] : []))).toEqual([
          place,
        ]);
      }
      const beyond = kind.keyMarking(question, [everyLetter.length]);
      expect(beyond === null || kind.withKey(question, beyond) === null).toBe(true);
      expect(kind.keyMarking(question, [])).toBeNull();
    }
  });

  test('names, where an answer is one of its lettered rows, the row in which it is counted', () => {
    for (const { question, answers } of fixtures) {
      const place = kind.placing?.(question);
      for (const { answer } of place ? answers : []) {
        const alone = kind.emptyTally(question);
        kind.count(alone, answer, 1);
        const rows = kind.rows(question, alone);
        expect(rows.length).toBeLessThanOrEqual(8);
        expect(rows.every(({ letter }) => letter !== null)).toBe(true);
        expect(rows.findIndex(({ count }) => count === 1)).toBe(place?.(answer));
      }
    }
  });

  test('says its own words in every language', () => {
    for (const said of Object.values({ ...kind.ownWords, ...kind.headWords }))
      expect(Object.keys(said).sort()).toEqual([...languageSchema.options].sort());
    for (const { question } of fixtures) {
      const heads = kind.columns(question).map((head) => head.replace(/ \d+$/, ''));
      if (heads.length > 1) expect(Object.keys(kind.headWords ?? {})).toEqual([...new Set(heads)]);
    }
  });

  test('is not taken for another kind by the schemas of all kinds together', () => {
    for (const { question, answers } of fixtures) {
      const tally = kind.emptyTally(question);
      for (const { answer } of answers) kind.count(tally, answer, 1);
      const key = kind.key(question);
      if (key !== null) expect(keySchema.parse(key)).toEqual(key);
      const picture = kind.picture(question, tally);
      expect(pictureSchema.parse(picture)).toEqual(picture);
      expect(kind.pictureSchema.safeParse({ ...picture, more: 1 }).success).toBe(false);
      expect(key && kind.keySchema.safeParse({ ...key, more: 1 }).success).toBeFalsy();
      const shown = kind.redact(question);
      expect(publicQuestionSchema.parse(shown)).toEqual(shown);
    }
  });

  test('counts in any order alike, and taking an answer back leaves no trace', () => {
    for (const { question, answers } of fixtures) {
      if (answers.length === 0) continue;
      fc.assert(
        fc.property(
          fc.array(fc.nat(answers.length - 1), { maxLength: 30 }),
          fc.nat(),
          (picks, extra) => {
            const given = picks.map((index) => answers[index]?.answer as Answer);
            const tally = kind.emptyTally(question);
            for (const answer of given) kind.count(tally, answer, 1);
            const backwards = kind.emptyTally(question);
            const more = answers[extra % answers.length]?.answer as Answer;
            kind.count(backwards, more, 1);
            for (const answer of given.toReversed()) kind.count(backwards, answer, 1);
            kind.count(backwards, more, -1);
            expect(kind.picture(question, backwards)).toEqual(kind.picture(question, tally));
            expect(kind.pictureSchema.parse(kind.picture(question, tally))).toEqual(
              kind.picture(question, tally),
            );
          },
        ),
      );
    }
  });

  test('draws a picture whose size does not grow with the class', () => {
    for (const { question, answers } of fixtures) {
      if (answers.length === 0) continue;
      const size = (students: number) => {
        const tally = kind.emptyTally(question);
        let seed = 1;
        const random = () => {
          seed = (seed * 16_807) % 2_147_483_647;
          return seed / 2_147_483_647;
        };
        for (let student = 0; student < students; student += 1) {
          kind.count(tally, kind.imagine(kind.redact(question), random), 1);
        }
        return JSON.stringify(kind.picture(question, tally)).length;
      };
      expect(size(5000)).toBeLessThan(size(200) * 1.5 + 60);
    }
  });

  test('imagines only answers that fit', () => {
    for (const { question, answers } of fixtures) {
      if (answers.length === 0) continue;
      fc.assert(
        fc.property(
          fc.infiniteStream(fc.double({ min: 0, max: 0.999_999, noNaN: true })),
          (numbers) => {
            // A stream that repeats one number for ever is no class.
            let turn = 0;
            const random = () => ((numbers.next().value ?? 0) + (turn += 0.618_034)) % 1;
            const answer = kind.imagine(kind.redact(question), random);
            expect(kind.accepts(question, kind.answerSchema.parse(answer))).toBe(true);
          },
        ),
      );
    }
  });
});
