import type { KindName } from '../../../lan-server/questions/index.ts';
import blanks from '../blanks/texts.en.json' with { type: 'json' };
import choice from '../choice/texts.en.json' with { type: 'json' };
import matching from '../matching/texts.en.json' with { type: 'json' };
import multiple from '../multiple/texts.en.json' with { type: 'json' };
import numeric from '../numeric/texts.en.json' with { type: 'json' };
import pin from '../pin/texts.en.json' with { type: 'json' };
import opentext from '../opentext/texts.en.json' with { type: 'json' };
import poll from '../poll/texts.en.json' with { type: 'json' };
import ordering from '../ordering/texts.en.json' with { type: 'json' };
import rating from '../rating/texts.en.json' with { type: 'json' };
import shorttext from '../shorttext/texts.en.json' with { type: 'json' };
import slide from '../slide/texts.en.json' with { type: 'json' };
import slider from '../slider/texts.en.json' with { type: 'json' };
import truefalse from '../truefalse/texts.en.json' with { type: 'json' };
import wordcloud from '../wordcloud/texts.en.json' with { type: 'json' };

/** What each kind of question says in English, the model for the other languages. A kind that is missing does not compile.
 * `name` and `line` stand in the editor's menu of kinds. */
export const kindTexts = {
  choice,
  multiple,
  truefalse,
  ordering,
  matching,
  wordcloud,
  rating,
  poll,
  shorttext,
  blanks,
  numeric,
  slider,
  slide,
  pin,
  opentext,
} satisfies Record<KindName, { name: string; line: string }>;

/** The shape of the kinds' texts in every language. */
export type KindTexts = typeof kindTexts;
