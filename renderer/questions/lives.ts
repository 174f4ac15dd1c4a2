import type { ComponentType } from 'react';
import type { Key, KindName, Picture, PublicQuestion } from '../../lan-server/questions/index.ts';
import type { TextApi } from '../i18n/text.tsx';
import type { OptionRow } from '../options/option-row.ts';
import { BlanksAsked } from './blanks/Asked.tsx';
import { BlanksLive, blanksRoom } from './blanks/Live.tsx';
import { ChoiceAsked } from './choice/Asked.tsx';
import { ChoiceLive, choiceOptions } from './choice/Live.tsx';
import type { LiveUi, SayLabel } from './live-props.ts';
import { MatchingAsked } from './matching/Asked.tsx';
import { MatchingLive } from './matching/Live.tsx';
import { MultipleAsked } from './multiple/Asked.tsx';
import { MultipleLive } from './multiple/Live.tsx';
import { NumericAsked } from './numeric/Asked.tsx';
import { NumericLive } from './numeric/Live.tsx';
import { sayNumericKey } from './numeric/say-key.ts';
import { PinAsked } from './pin/Asked.tsx';
import { PinLive } from './pin/Live.tsx';
import { sayPin } from './pin/say-label.ts';
import { OpenTextAsked } from './opentext/Asked.tsx';
import { OpenTextLive } from './opentext/Live.tsx';
import { PollAsked } from './poll/Asked.tsx';
import { PollLive, pollOptions } from './poll/Live.tsx';
import { OrderingAsked } from './ordering/Asked.tsx';
import { OrderingLive } from './ordering/Live.tsx';
import { RatingAsked } from './rating/Asked.tsx';
import { RatingLive } from './rating/Live.tsx';
import { ShortTextAsked } from './shorttext/Asked.tsx';
import { ShortTextLive, shortTextRoom } from './shorttext/Live.tsx';
import { SlideAsked } from './slide/Asked.tsx';
import { SlideLive } from './slide/Live.tsx';
import { SliderAsked } from './slider/Asked.tsx';
import { SliderLive } from './slider/Live.tsx';
import { saySliderKey } from './slider/say-key.ts';
import { TrueFalseAsked } from './truefalse/Asked.tsx';
import { TrueFalseLive, trueFalseOptions } from './truefalse/Live.tsx';
import { sayTrueFalse } from './truefalse/say-label.ts';
import { WordCloudAsked } from './wordcloud/Asked.tsx';
import { WordCloudLive } from './wordcloud/Live.tsx';

/** What the wall draws of each kind. A registry of its own, so that the wall's page carries no editor. */
export const lives: { [K in KindName]: LiveUi<K> } = {
  choice: { Asked: ChoiceAsked, Live: ChoiceLive, options: choiceOptions },
  multiple: { Asked: MultipleAsked, Live: MultipleLive },
  truefalse: {
    Asked: TrueFalseAsked,
    Live: TrueFalseLive,
    options: trueFalseOptions,
    sayLabel: sayTrueFalse,
  },
  ordering: { Asked: OrderingAsked, Live: OrderingLive },
  matching: { Asked: MatchingAsked, Live: MatchingLive },
  wordcloud: { Asked: WordCloudAsked, Live: WordCloudLive },
  rating: { Asked: RatingAsked, Live: RatingLive },
  poll: { Asked: PollAsked, Live: PollLive, options: pollOptions },
  shorttext: { Asked: ShortTextAsked, Live: ShortTextLive, room: shortTextRoom },
  blanks: { Asked: BlanksAsked, Live: BlanksLive, room: blanksRoom },
  opentext: { Asked: OpenTextAsked, Live: OpenTextLive, room: ({ board }) => board },
  numeric: { Asked: NumericAsked, Live: NumericLive, sayKey: sayNumericKey },
  slider: { Asked: SliderAsked, Live: SliderLive, sayKey: saySliderKey },
  slide: { Asked: SlideAsked, Live: SlideLive },
  pin: { Asked: PinAsked, Live: PinLive, drawsImage: true, sayLabel: sayPin },
};

/** A kind's drawings seen from outside, where only the registry's types are known. */
type AnyLives = {
  Asked: ComponentType<{ question: PublicQuestion }>;
  Live: ComponentType<{
    question: PublicQuestion;
    picture: Picture;
    revealedKey: Key | null;
    surface: 'wall' | 'desk';
  }>;
  options?: (
    drawn: { question: PublicQuestion; picture: Picture; revealedKey: Key | null },
    t: TextApi['t'],
  ) => OptionRow[];
  readonly drawsImage?: true;
};

/** The drawings for a question; its picture and key are of the same kind, because they come in one frame. */
export function answerArea(question: { kind: KindName }): AnyLives {
  return lives[question.kind] as unknown as AnyLives;
}

/** The key of a question in words; null where the rows of its answers say it, or it has none. */
export function keySaid(question: PublicQuestion, key: Key | null, text: TextApi): string | null {
  const { sayKey } = lives[question.kind] as unknown as {
    sayKey?: (question: PublicQuestion, key: Key, text: TextApi) => string;
  };
  return sayKey && key !== null ? sayKey(question, key, text) : null;
}

/** What of a picture the wall must make room for, to be compared as JSON; null where only counts change. */
export function roomOf(question: PublicQuestion, picture: Picture): unknown {
  const { room }: { room?: (picture: never) => unknown } = lives[question.kind];
  return room ? room(picture as never) : null;
}

/** The label of a row of answers in the reader's language; what a person wrote stays as it is. */
export function labelSaid(kind: KindName, label: string, t: TextApi['t']): string {
  const { sayLabel }: { sayLabel?: SayLabel } = lives[kind];
  return sayLabel ? sayLabel(label, t) : label;
}
