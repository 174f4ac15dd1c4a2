import type {
  PublicTrueFalse,
  TrueFalseAnswer,
} from '../../../lan-server/questions/truefalse/index.ts';
import { useText } from '../../i18n/text.tsx';
import { ClassBars } from '../../phone/ClassBars.tsx';
import { OptionList } from '../../phone/OptionList.tsx';
import { optionPressed } from '../../phone/option-keys.ts';
import { Mark } from '../../ui/Mark.tsx';
import type { InputUi } from '../input-ui.ts';

type TrueFalseKey = { right: boolean };
type TrueFalsePicture = { total: number; yes: number; no: number };
type Draft = boolean | null;

/** True or false on the phone: true is A, false is B, a tap is the answer. */
export const trueFalseInput: InputUi<
  PublicTrueFalse,
  TrueFalseAnswer,
  TrueFalseKey,
  TrueFalsePicture,
  Draft
> = {
  sends: 'tap',
  start: (_question, answer) => answer?.picked ?? null,
  ready: (_question, draft) => (draft === null ? null : { picked: draft }),
  press(_question, _draft, key) {
    const option = optionPressed(key, 2);
    return option === null ? null : option === 0;
  },
  Input({ draft, onDraft }) {
    const { t } = useText();
    return (
      <OptionList
        options={[t('kinds.truefalse.phone.true'), t('kinds.truefalse.phone.false')]}
        picked={draft === null ? [] : [draft ? 0 : 1]}
        onPick={(option) => onDraft(option === 0)}
      />
    );
  },
  Given: ({ answer, large }) => (
    <Mark letter={answer.picked ? 'a' : 'b'} size={large ? 148 : 72} silent />
  ),
  name: (_question, answer, { t }) =>
    t(answer.picked ? 'kinds.truefalse.phone.true' : 'kinds.truefalse.phone.false'),
  parts: () => 1,
  keyAnswer: (key) => ({ picked: key.right }),
  Class: ({ picture, answerKey }) => (
    <ClassBars
      rows={[
        { letter: 'a', count: picture.yes, right: answerKey?.right === true },
        { letter: 'b', count: picture.no, right: answerKey?.right === false },
      ]}
    />
  ),
};
