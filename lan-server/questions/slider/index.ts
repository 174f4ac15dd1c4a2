import { histogramOn, histogramSchema } from '../histogram.ts';
import type { Histogram } from '../histogram.ts';
import type { Problem, QuestionKind } from '../kind.ts';
import { blankBase, publicBase } from '../kind.ts';
import { countValue, liesWithin, noValues, valueRows } from '../numbers.ts';
import type { Values } from '../numbers.ts';
import { placesOf, placeValue } from '../places.ts';
import { acceptedBy } from './accepted.ts';
import { fixtures } from './fixtures.ts';
import { answerSchema, keySchema, mostPlaces, publicSchema, schema } from './schema.ts';
import type { PublicSlider, Slider, SliderAnswer, SliderKey } from './schema.ts';

export type * from './schema.ts';

const keyOf = ({ target, tolerance }: Slider): SliderKey | null =>
  target === null ? null : { target, tolerance };

function problemsOf(question: Slider): Problem[] {
  const { text, min, max, step, target } = question;
  const problems: Problem[] = [];
  if (text.trim() === '') problems.push('text_missing');
  if (min >= max) problems.push('scale_backwards');
  else if (step > max - min || placesOf(question) > mostPlaces) problems.push('step_unfit');
  else if (target !== null && !liesWithin(target, min, max)) problems.push('key_outside');
  return problems;
}

export const slider: QuestionKind<
  Slider,
  SliderAnswer,
  PublicSlider,
  SliderKey,
  Values,
  Histogram
> = {
  kind: 'slider',
  schema,
  answerSchema,
  publicSchema,
  keySchema,
  pictureSchema: histogramSchema,
  liveOnWall: false,
  blank: (id) => ({
    ...blankBase(id),
    kind: 'slider',
    min: 0,
    max: 100,
    step: 1,
    unit: '',
    low: '',
    high: '',
    target: null,
    tolerance: 0,
  }),
  problems: problemsOf,
  /** Only where the thumb can stand: on the scale, a whole number of steps from its start. */
  accepts(question, { at }) {
    const place = Math.round((at - question.min) / question.step);
    if (place < 0 || place >= placesOf(question)) return false;
    const there = placeValue(question, place);
    return liesWithin(at, there, there);
  },
  redact: (question) => ({
    ...publicBase(question),
    kind: 'slider',
    min: question.min,
    max: question.max,
    step: question.step,
    unit: question.unit,
    low: question.low,
    high: question.high,
  }),
  key: keyOf,
  withKey(question, key) {
    if (key === null) return { ...question, target: null };
    return liesWithin(key.target, question.min, question.max) ? { ...question, ...key } : null;
  },
  /** 1 where the thumb stands within the tolerance of the target, the ends included, else 0: the rule of the numeric kind. */
  grade(question, answer) {
    const key = keyOf(question);
    if (key === null) return null;
    const right = liesWithin(answer.at, ...acceptedBy(key));
    return { credit: right ? 1 : 0, right };
  },
  emptyTally: noValues,
  count: (tally, answer, by) => countValue(tally, answer.at, by),
  picture: (question, tally) => histogramOn(question, tally),
  rows(question, tally) {
    const key = keyOf(question);
    return valueRows(tally, key && acceptedBy(key));
  },
  columns: () => ['answer'],
  cells: (_question, answer) => [answer.at],
  imagine(question, random) {
    const places = placesOf(question);
    let favourite = 7;
    for (const letter of question.text) favourite = (favourite * 31 + letter.charCodeAt(0)) % 101;
    // Most of a class near a place that the text decides, a few anywhere.
    const near = favourite / 100 + (random() + random() - 1) * 0.2;
    const share = random() < 0.85 ? Math.min(0.999, Math.max(0, near)) : random();
    return { at: placeValue(question, Math.floor(share * places)) };
  },
  withoutOwnWords: (_question, answer) => answer,
  fixtures,
};
