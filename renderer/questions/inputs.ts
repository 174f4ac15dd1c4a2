import type { KindName, PublicQuestion } from '../../lan-server/questions/index.ts';
import { blanksInput } from './blanks/Input.tsx';
import { choiceInput } from './choice/Input.tsx';
import type { AnyInputUi, InputUi, Sends } from './input-ui.ts';
import type { AnswerOf, KeyOf, PictureOf, PublicOf } from './live-props.ts';
import { matchingInput } from './matching/Input.tsx';
import { multipleInput } from './multiple/Input.tsx';
import { numericInput } from './numeric/Input.tsx';
import { pinInput } from './pin/Input.tsx';
import { openTextInput } from './opentext/Input.tsx';
import { pollInput } from './poll/Input.tsx';
import { orderingInput } from './ordering/Input.tsx';
import { ratingInput } from './rating/Input.tsx';
import { shortTextInput } from './shorttext/Input.tsx';
import { slideInput } from './slide/Input.tsx';
import { sliderInput } from './slider/Input.tsx';
import { trueFalseInput } from './truefalse/Input.tsx';
import { wordCloudInput } from './wordcloud/Input.tsx';

/**
 * The phone's registry: every kind of question under its name. It stands apart from the registry of the desk and the wall, so
 * that a phone carries no editor and no chart.
 */
const inputs: {
  [K in KindName]: InputUi<PublicOf<K>, AnswerOf<K>, KeyOf<K>, PictureOf<K>, never, unknown>;
} = {
  choice: choiceInput,
  multiple: multipleInput,
  truefalse: trueFalseInput,
  ordering: orderingInput,
  matching: matchingInput,
  wordcloud: wordCloudInput,
  rating: ratingInput,
  poll: pollInput,
  shorttext: shortTextInput,
  blanks: blanksInput,
  numeric: numericInput,
  slider: sliderInput,
  slide: slideInput,
  pin: pinInput,
  opentext: openTextInput,
};

/** The phone's side of a question's kind. */
export function inputOf(question: { kind: string }): AnyInputUi {
  return inputs[question.kind as KindName] as unknown as AnyInputUi;
}

/** How an answer to this question is sent. */
export function sendsBy(question: PublicQuestion): Sends {
  const { sends } = inputOf(question);
  return typeof sends === 'function' ? sends(question) : sends;
}
