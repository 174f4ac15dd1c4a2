import type { PollAnswer, PublicPoll } from '../../../lan-server/questions/poll/index.ts';
import type { Counts } from '../../../lan-server/questions/options.ts';
import { useText } from '../../i18n/text.tsx';
import { GivenMarks } from '../../options/GivenMarks.tsx';
import { picksNamed, toggled } from '../../options/picks.ts';
import { ClassBars } from '../../phone/ClassBars.tsx';
import { OptionList } from '../../phone/OptionList.tsx';
import { optionPressed } from '../../phone/option-keys.ts';
import { letterAt } from '../../ui/shapes.ts';
import type { InputUi } from '../input-ui.ts';

type Draft = number[];

/** How many may really be picked. */
function mostOf({ most, options }: PublicPoll): number {
  return Math.min(most, options.length);
}

/** The picked options after one more tap; null where so many are picked already that it changes nothing. */
function tapped(question: PublicPoll, draft: Draft, option: number): Draft | null {
  const most = mostOf(question);
  if (most === 1) return [option];
  return draft.includes(option) || draft.length < most ? toggled(draft, option) : null;
}

/** A poll on the phone: one option by a tap; or several, as many as the teacher allows, then Send. */
export const pollInput: InputUi<PublicPoll, PollAnswer, never, Counts, Draft> = {
  sends: (question) => (mostOf(question) === 1 ? 'tap' : 'button'),
  start: (_question, answer) => answer?.picked ?? [],
  ready: (_question, draft) => (draft.length === 0 ? null : { picked: draft }),
  press(question, draft, key) {
    const option = optionPressed(key, question.options.length);
    return option === null ? null : tapped(question, draft, option);
  },
  Input({ question, draft, onDraft }) {
    const { t } = useText();
    const count = mostOf(question);
    const full = draft.length >= count;
    const several =
      count === 1
        ? {}
        : { several: true, full, hint: t(`kinds.poll.phone.${full ? 'full' : 'hint'}`, { count }) };
    return (
      <OptionList
        {...several}
        options={question.options}
        images={question.optionImages}
        picked={draft}
        onPick={(option) => {
          const next = tapped(question, draft, option);
          if (next) onDraft(next);
        }}
      />
    );
  },
  Given: ({ answer, large }) => <GivenMarks picked={answer.picked} large={large} />,
  name: (_question, answer, text) => picksNamed(answer.picked, text),
  parts: (answer) => answer.picked.length,
  keyAnswer: () => null,
  Class: ({ picture }) => (
    <ClassBars
      rows={picture.counts.map((count, place) => ({
        letter: letterAt(place),
        count,
        right: false,
      }))}
    />
  ),
};
