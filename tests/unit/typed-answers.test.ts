import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance, folded, isAccepted } from '../../lan-server/questions/matching.ts';
import { kindOf } from '../../lan-server/questions/index.ts';
import { play, startSeated } from './lesson/commands.ts';
import { projectorView } from '../../lan-server/lesson/views/wall.ts';

const lenient = { caseMatters: false, accentsMatter: false, typos: 2 };
const strict = { caseMatters: true, accentsMatter: true, typos: 0 };

/** [given, accepted, typos, right] */
const slips: [string, string, number, boolean][] = [
  ['mitochondria', 'mitochondria', 0, true],
  ['mitochondira', 'mitochondria', 1, false],
  ['mitochondira', 'mitochondria', 2, true],
  ['mitocondria', 'mitochondria', 1, true],
  // Up to three letters every edit makes another word.
  ['dog', 'dig', 2, false],
  ['cat', 'cats', 2, true],
  ['house', 'horse', 1, true],
  ['hoose', 'horse', 2, true],
  ['hooze', 'horse', 2, false],
  // A number is right or wrong.
  ['1946', '1945', 2, false],
  ['world war 1', 'world war 2', 2, false],
  // The forgiven edits are those of the whole answer.
  ['carbn dioxid', 'carbon dioxide', 1, false],
  ['carbn dioxid', 'carbon dioxide', 2, true],
  ['newyork', 'new york', 1, true],
  ['newyorc', 'new york', 2, false],
  ['new', 'new york', 2, false],
  ['', 'a', 2, false],
];

describe('a typed answer', () => {
  test.each(slips)('“%s” for “%s” with %i slips: %s', (given, accepted, typos, right) => {
    expect(isAccepted(given, [accepted], { ...lenient, typos })).toBe(right);
  });

  test('is compared without what a keyboard or a phone makes of it', () => {
    for (const [given, accepted] of [
      ['  don’t   know ', "don't know"],
      ['ﬁve', 'five'],
      ['Ｈ２Ｏ', 'H2O'],
      ['e\u0301', 'é'],
      ['“a” – b', '"a" - b'],
    ] as const)
      expect(isAccepted(given, [accepted], strict)).toBe(true);
    expect(isAccepted('STRASSE', ['Straße'], { ...strict, caseMatters: false })).toBe(true);
    expect(isAccepted('PH', ['pH'], strict)).toBe(false);
    expect(isAccepted('ano', ['año'], { ...strict, accentsMatter: false })).toBe(true);
    expect(isAccepted('ano', ['año'], strict)).toBe(false);
    // The vowel signs of other scripts are no accents.
    expect(isAccepted('क', ['कि'], { ...strict, accentsMatter: false })).toBe(false);
  });

  test('is measured in letters, not in halves of them', () => {
    expect(editDistance('👍👍a', '👍👎a')).toBe(1);
    expect(isAccepted('🙂', ['🙃'], lenient)).toBe(false);
  });

  test('whatever is typed: an answer is its own equal, unless nothing is left of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), fc.boolean(), (text, matters) => {
        const exactness = { caseMatters: matters, accentsMatter: !matters, typos: 2 };
        const once = folded(text, exactness);
        expect(isAccepted(text, [text], exactness)).toBe(once !== '');
      }),
    );
  });
});

describe('an answer that is accepted afterwards', () => {
  const questionId = 'fixture-shorttext';
  const teacher = { as: 'teacher' } as const;
  const student = (seat: number) => ({ as: 'student', seatId: `seat-${seat}` }) as const;
  const accept = (text: string, on: boolean, part = 0) =>
    ({ type: 'acceptAnswer', questionId, part, text, accept: on }) as const;

  function played() {
    const lesson = startSeated();
    play(lesson, teacher, { type: 'openQuestion', questionId });
    for (const [seat, text] of [
      [1, 'water'],
      [2, 'CO2'],
      [3, 'Water '],
    ] as const)
      play(lesson, student(seat), {
        type: 'answer',
        commandId: `command-${seat}`,
        questionId,
        round: 1,
        answer: { text },
      });
    play(lesson, teacher, { type: 'revealKey', questionId });
    return lesson;
  }
  const points = ({ state }: ReturnType<typeof played>) =>
    [...state.seats.values()].map((seat) => seat.points);

  test('counts for all who gave it, also after the end, and can be taken back', () => {
    const lesson = played();
    expect(points(lesson)).toEqual([0, 1, 0]);
    expect(play(lesson, teacher, accept('WATER', true))).toBeNull();
    expect(points(lesson)).toEqual([1, 1, 1]);
    expect(lesson.state.asked.get(questionId)?.right).toBe(3);
    play(lesson, teacher, { type: 'endLesson' });
    expect(play(lesson, teacher, accept('water', false))).toBeNull();
    expect(points(lesson)).toEqual([0, 1, 0]);
    expect(play(lesson, student(1), accept('water', true))).toBe('forbidden');
  });

  test('two at once both count; twice the same, or a part that is not there, changes nothing', () => {
    const lesson = played();
    play(lesson, teacher, accept('water', true));
    play(lesson, teacher, accept('light', true));
    const events = lesson.journal.length;
    play(lesson, teacher, accept('LIGHT', true));
    play(lesson, teacher, accept('sun', true, 3));
    play(lesson, teacher, accept('sun', false));
    expect(lesson.journal).toHaveLength(events);
    const { question } = lesson.state.asked.get(questionId) ?? {};
    expect(question && kindOf(question).key(question)).toMatchObject({
      accepted: ['Carbon dioxide', 'CO₂', 'carbonic acid gas', 'water', 'light'],
    });
    expect(play(lesson, teacher, { ...accept('x', true), questionId: 'fixture-choice' })).toBe(
      'key_does_not_fit',
    );
  });

  test('the wall says what is right only after the reveal', () => {
    const lesson = startSeated();
    play(lesson, teacher, { type: 'openQuestion', questionId });
    play(lesson, student(1), {
      type: 'answer',
      commandId: 'command-1',
      questionId,
      round: 1,
      answer: { text: 'co2' },
    });
    play(lesson, teacher, { type: 'setWall', wall: { results: true } });
    const nobody = { here: 0, isHere: () => false, goneAt: () => null, holdsSince: () => null };
    const shown = () => projectorView(lesson.state, lesson.now, nobody, () => null).stage;
    expect(shown()).toMatchObject({
      picture: { total: 1, distinct: 1, answers: [{ text: 'co2', count: 1 }] },
    });
    expect(JSON.stringify(shown())).not.toContain('right');
    play(lesson, teacher, { type: 'revealKey', questionId });
    expect(shown()).toMatchObject({ picture: { right: 1, answers: [{ right: true }] } });
  });
});
