import blanks from '../blanks/texts.es.json' with { type: 'json' };
import choice from '../choice/texts.es.json' with { type: 'json' };
import matching from '../matching/texts.es.json' with { type: 'json' };
import multiple from '../multiple/texts.es.json' with { type: 'json' };
import numeric from '../numeric/texts.es.json' with { type: 'json' };
import pin from '../pin/texts.es.json' with { type: 'json' };
import opentext from '../opentext/texts.es.json' with { type: 'json' };
import poll from '../poll/texts.es.json' with { type: 'json' };
import ordering from '../ordering/texts.es.json' with { type: 'json' };
import rating from '../rating/texts.es.json' with { type: 'json' };
import shorttext from '../shorttext/texts.es.json' with { type: 'json' };
import slide from '../slide/texts.es.json' with { type: 'json' };
import slider from '../slider/texts.es.json' with { type: 'json' };
import truefalse from '../truefalse/texts.es.json' with { type: 'json' };
import wordcloud from '../wordcloud/texts.es.json' with { type: 'json' };
import type { KindTexts } from './en.ts';

/** What each kind of question says in Spanish. A kind or a text that English has and this lacks does not compile. */
export const kindTexts: KindTexts = {
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
};
