import type {
  MultipleAnswer,
  PublicMultiple,
} from '../../../lan-server/questions/multiple/index.ts';
import type { Counts } from '../../../lan-server/questions/options.ts';
import { useText } from '../../i18n/text.tsx';
import { GivenMarks } from '../../options/GivenMarks.tsx';
import { picksNamed, toggled } from '../../options/picks.ts';
import { ClassBars } from '../../phone/ClassBars.tsx';
import { OptionList } from '../../phone/OptionList.tsx';
import { optionPressed } from '../../phone/option-keys.ts';
import { letterAt } from '../../ui/shapes.ts';
import type { InputUi } from '../input-ui.ts';

type MultipleKey = { right: number[] };
type Draft = number[];

/** Multiple choice on the phone: any number of options, then Send. */
export const multipleInput: InputUi<PublicMultiple, MultipleAnswer, MultipleKey, Counts, Draft> = {
  sends: 'button',
  start: (_question, answer) => answer?.picked ?? [],
  ready: (_question, draft) => (draft.length === 0 ? null : { picked: draft }),
  press(question, draft, key) {
    const option = optionPressed(key, question.options.length);
    return option === null ? null : toggled(draft, option);
  },
  Input({ question, draft, onDraft }) {
    const { t } = useText();
    return (
      <OptionList
        hint={t('kinds.multiple.phone.hint')}
        options={question.options}
        images={question.optionImages}
        picked={draft}
        several
        onPick={(option) => onDraft(toggled(draft, option))}
      />
    );
  },
  Given: ({ answer, large }) => <GivenMarks picked={answer.picked} large={large} />,
  name: (_question, answer, text) => picksNamed(answer.picked, text),
  parts: (answer) => answer.picked.length,
  keyAnswer: (key) => ({ picked: key.right }),
  Class: ({ picture, answerKey }) => (
    <ClassBars
      rows={picture.counts.map((count, place) => ({
        letter: letterAt(place),
        count,
        right: answerKey?.right.includes(place) ?? false,
      }))}
    />
  ),
};
