import type { Choice } from '../../../lan-server/questions/choice/index.ts';
import { optionsOf } from '../../options/option-edits.ts';
import { OptionsEditor } from '../../options/OptionsEditor.tsx';
import type { EditorProps, EditorUi } from '../editor-ui.ts';

function ChoiceFields({ question, onChange }: EditorProps<Choice>) {
  return (
    <OptionsEditor
      keys="one"
      options={question.options}
      optionImages={question.optionImages}
      right={question.right === null ? [] : [question.right]}
      onChange={({ options, right, optionImages }, field) =>
        onChange({ ...question, options, optionImages, right: right[0] ?? null }, field)
      }
    />
  );
}

/** Single choice: options, of which one is right. */
export const choiceEditor: EditorUi<Choice> = {
  Editor: ChoiceFields,
  keyed: true,
  shuffles: true,
  group: 'choose',
  icon: {
    d: 'M4.5 6.5a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0M4.5 17.5a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0M13 6.5h7M13 17.5h7M7 6.4v.2',
  },
  adopt(blank, from) {
    if (from.kind === 'poll') return { ...blank, ...optionsOf(from) };
    if (from.kind !== 'multiple') return blank;
    // One key of several would be a guess.
    const [only, ...others] = from.right;
    const right = others.length === 0 ? (only ?? null) : null;
    return { ...blank, ...optionsOf(from), right };
  },
};
