import type { Problem, QuestionKind } from '../kind.ts';
import { blankBase, publicBase } from '../kind.ts';
import { popularOption } from '../options.ts';
import { areasOf, centreOf, mostMatched } from './areas.ts';
import { fixtures } from './fixtures.ts';
import { grid } from './grid.ts';
import { answerSchema, keySchema, pictureSchema, publicSchema, schema } from './schema.ts';
import type { Area, Pin, PinAnswer, PinKey, PinPicture, PlacedPin, PublicPin } from './schema.ts';

export type * from './schema.ts';

/** `counts`: students with a pin in each area; `outside`: students with a pin in none. */
type PinTally = PinPicture & { of: Pin; counts: number[]; outside: number };

/** The row of pins that lie in no area. */
const elsewhere = 'elsewhere';
const tidy = (coordinate: number) => Math.round(coordinate * 1000) / 1000;
const ratioOf = ({ image }: Pin) => (image ? image.height / image.width : 1);
const labelOf = (area: Area | undefined, place: number) => area?.name.trim() || String(place + 1);
const rightPlaces = ({ areas }: Pin) => areas.flatMap((area, place) => (area.right ? [place] : []));

/** The cell of the grid in which a pin counts; one that was chosen by name in the middle of its area. */
function cellOf(question: Pin, pin: PlacedPin): number {
  const area = 'area' in pin ? question.areas[pin.area] : undefined;
  const { x, y } = 'area' in pin ? (area ? centreOf(area) : { x: 0, y: 0 }) : pin;
  const column = Math.min(grid.columns - 1, Math.floor(x * grid.columns));
  const row = Math.min(grid.rows - 1, Math.floor(y * grid.rows));
  return row * grid.columns + column;
}

function problems(question: Pin): Problem[] {
  const found: Problem[] = [];
  if (question.text.trim() === '') found.push('text_missing');
  if (!question.image) found.push('image_missing');
  if (rightPlaces(question).length === 0) found.push('area_missing');
  const names = question.areas.map(({ name }) => name.trim());
  // A single name would be the answer.
  if (
    question.byName &&
    (names.length < 2 || new Set(names).size < names.length || names.includes(''))
  )
    found.push('area_names');
  return found;
}

export const pin: QuestionKind<Pin, PinAnswer, PublicPin, PinKey, PinTally, PinPicture> = {
  kind: 'pin',
  schema,
  answerSchema,
  publicSchema,
  keySchema,
  pictureSchema,
  liveOnWall: false,
  blank: (id) => ({ ...blankBase(id), kind: 'pin', areas: [], pins: 1, byName: false }),
  problems,
  accepts: (question, { pins }) =>
    pins.length <= question.pins &&
    pins.every((one) => !('area' in one) || (question.byName && one.area < question.areas.length)),
  redact: (question) => ({
    ...publicBase(question),
    kind: 'pin',
    pins: question.pins,
    places: question.byName
      ? question.areas
          .map((area, place) => ({ area: place, name: labelOf(area, place) }))
          .sort((a, b) => (a.name < b.name ? -1 : 1))
      : [],
  }),
  key: (question) => (rightPlaces(question).length === 0 ? null : { areas: question.areas }),
  withKey(question, key) {
    if (key === null)
      return { ...question, areas: question.areas.map((area) => ({ ...area, right: false })) };
    // An answer by name speaks of the areas that were asked about.
    if (question.byName && key.areas.length !== question.areas.length) return null;
    return key.areas.some(({ right }) => right) ? { ...question, areas: key.areas } : null;
  },
  /**
   * Each right area is worth one part; a pin in it earns it, once. A pin in no right area takes one part away again, so that
   * scattering pins earns nothing: credit = max(0, (hit − missed) ÷ parts), where there are as many parts as right areas, but not more than
   * pins. A second pin in the same area neither earns nor costs. One pin: 1 in a right area, else 0. The rule is that of
   * multiple choice; no field standard for several pins is known to us (QTI's graphic hotspot scores per area).
   */
  grade(question, { pins }) {
    const right = rightPlaces(question);
    if (right.length === 0) return null;
    const reach = pins.map((one) =>
      areasOf(one, question.areas, ratioOf(question)).filter((place) => right.includes(place)),
    );
    const missed = reach.filter((places) => places.length === 0).length;
    const parts = Math.min(right.length, question.pins);
    const credit = Math.max(0, (mostMatched(reach) - missed) / parts);
    return { credit, right: credit === 1 };
  },
  emptyTally: (question) => ({
    total: 0,
    pins: 0,
    cells: Array.from({ length: grid.columns * grid.rows }, () => 0),
    of: question,
    counts: question.areas.map(() => 0),
    outside: 0,
  }),
  count(tally, { pins }, by) {
    tally.total += by;
    tally.pins += pins.length * by;
    const reach = pins.map((one) => areasOf(one, tally.of.areas, ratioOf(tally.of)));
    for (const one of pins) {
      const cell = cellOf(tally.of, one);
      tally.cells[cell] = (tally.cells[cell] ?? 0) + by;
    }
    for (const place of new Set(reach.flat()))
      tally.counts[place] = (tally.counts[place] ?? 0) + by;
    if (reach.some((places) => places.length === 0)) tally.outside += by;
  },
  picture: (_question, { total, pins, cells }) => ({ total, pins, cells: [...cells] }),
  rows(question, tally) {
    const keyed = rightPlaces(question).length > 0;
    return [
      ...question.areas.map((area, place) => ({
        label: labelOf(area, place),
        letter: null,
        count: tally.counts[place] ?? 0,
        right: keyed ? area.right : null,
      })),
      { label: elsewhere, letter: null, count: tally.outside, right: keyed ? false : null },
    ];
  },
  columns: ({ pins }) =>
    Array.from({ length: pins }, (_, index) => index + 1).flatMap((number) =>
      ['x', 'y', 'area'].map((head) => (pins === 1 ? head : `${head} ${number}`)),
    ),
  headWords: {
    x: { en: 'across (0–1)', es: 'a lo ancho (0–1)' },
    y: { en: 'down (0–1)', es: 'a lo alto (0–1)' },
    area: { en: 'area', es: 'zona' },
  },
  ownWords: { [elsewhere]: { en: 'elsewhere', es: 'en otro lugar' } },
  cells: (question, answer) =>
    Array.from({ length: question.pins }, (_, index) => answer.pins[index]).flatMap((one) => {
      if (!one) return ['', '', ''];
      const places = areasOf(one, question.areas, ratioOf(question));
      const area = places.map((place) => labelOf(question.areas[place], place)).join(', ');
      const [x, y] = 'area' in one ? ['', ''] : [tidy(one.x), tidy(one.y)];
      return [x, y, area === '' ? elsewhere : area];
    }),
  imagine(question, random) {
    const wanted = 1 + Math.floor(random() * question.pins);
    const favourite = popularOption(question.text + question.id, 64, () => 0);
    return {
      pins: Array.from({ length: wanted }, (): PlacedPin => {
        const named = question.places[Math.floor(random() * question.places.length)];
        if (named && random() < 0.2) return { area: named.area };
        // Most of a class around one place, some anywhere.
        const near = random() < 0.7 ? 0.12 : 0.8;
        const around = (middle: number) =>
          tidy(Math.max(0, Math.min(1, middle + (random() + random() - 1) * near)));
        return {
          x: around(0.1 + (favourite % 8) / 9),
          y: around(0.1 + Math.floor(favourite / 8) / 9),
        };
      }),
    };
  },
  withoutOwnWords: (_question, answer) => answer,
  fixtures,
};
