import type {
  MultipleAnswer,
  PublicMultiple,
} from '../../../lan-server/questions/multiple/index.ts';
import type { Counts } from '../../../lan-server/questions/options.ts';
import { listText } from '../../i18n/list-text.ts';
import { useText } from '../../i18n/text.tsx';
import { ClassBars } from '../../phone/ClassBars.tsx';
import { OptionList } from '../../phone/OptionList.tsx';
import { optionPressed } from '../../phone/option-keys.ts';
import { classes } from '../../ui/classes.ts';
import { Mark } from '../../ui/Mark.tsx';
import { letterAt } from '../../ui/shapes.ts';
import type { InputUi } from '../input-ui.ts';
import styles from './Input.module.css';

type MultipleKey = { right: number[] };
type Draft = number[];

/** Puts an option among the picked, or takes it away; always in the order of the letters. */
function toggled(draft: Draft, option: number): Draft {
  if (draft.includes(option)) return draft.filter((one) => one !== option);
  return [...draft, option].sort((a, b) => a - b);
}

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
        picked={draft}
        several
        onPick={(option) => onDraft(toggled(draft, option))}
      />
    );
  },
  Given({ answer, large }) {
    const several = answer.picked.length > 1;
    const size = large ? (several ? 72 : 148) : several ? 36 : 72;
    return (
      <span
        className={classes(
          several && (large ? styles.large : styles.small),
          answer.picked.length === 4 && styles.four,
        )}
      >
        {answer.picked.map((option) => (
          <Mark key={option} letter={letterAt(option)} size={size} silent />
        ))}
      </span>
    );
  },
  name: (_question, answer, text) =>
    listText(
      answer.picked.map((option) => letterAt(option).toUpperCase()),
      text,
    ),
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
