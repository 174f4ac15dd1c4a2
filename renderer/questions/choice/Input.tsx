import type { ChoiceAnswer, PublicChoice } from '../../../lan-server/questions/choice/index.ts';
import type { Counts } from '../../../lan-server/questions/options.ts';
import { ClassBars } from '../../phone/ClassBars.tsx';
import { OptionList } from '../../phone/OptionList.tsx';
import { optionPressed } from '../../phone/option-keys.ts';
import { Mark } from '../../ui/Mark.tsx';
import { letterAt } from '../../ui/shapes.ts';
import type { InputUi } from '../input-ui.ts';

type ChoiceKey = { right: number };
type Draft = number | null;

/** Single choice on the phone: a tap on an option is the answer. */
export const choiceInput: InputUi<PublicChoice, ChoiceAnswer, ChoiceKey, Counts, Draft> = {
  sends: 'tap',
  start: (_question, answer) => answer?.picked ?? null,
  ready: (_question, draft) => (draft === null ? null : { picked: draft }),
  press: (question, _draft, key) => optionPressed(key, question.options.length),
  Input: ({ question, draft, onDraft }) => (
    <OptionList
      options={question.options}
      images={question.optionImages}
      picked={draft === null ? [] : [draft]}
      onPick={onDraft}
    />
  ),
  Given: ({ answer, large }) => (
    <Mark letter={letterAt(answer.picked)} size={large ? 148 : 72} silent />
  ),
  name: (_question, answer) => letterAt(answer.picked).toUpperCase(),
  parts: () => 1,
  keyAnswer: (key) => ({ picked: key.right }),
  Class: ({ picture, answerKey }) => (
    <ClassBars
      rows={picture.counts.map((count, place) => ({
        letter: letterAt(place),
        count,
        right: answerKey?.right === place,
      }))}
    />
  ),
};
