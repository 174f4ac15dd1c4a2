import type { Choice } from '../../../lan-server/questions/choice/index.ts';
import { OptionsEditor } from '../../options/OptionsEditor.tsx';
import type { EditorProps, EditorUi } from '../editor-ui.ts';

function ChoiceFields({ question, onChange }: EditorProps<Choice>) {
  return (
    <OptionsEditor
      several={false}
      options={question.options}
      right={question.right === null ? [] : [question.right]}
      onChange={({ options, right }, field) =>
        onChange({ ...question, options, right: right[0] ?? null }, field)
      }
    />
  );
}

/** Single choice: options, of which one is right. */
export const choiceEditor: EditorUi<Choice> = {
  Editor: ChoiceFields,
  keyed: true,
  shuffles: true,
  adopt(blank, from) {
    if (from.kind !== 'multiple') return blank;
    // One key of several would be a guess.
    const [only, ...others] = from.right;
    const right = others.length === 0 ? (only ?? null) : null;
    return { ...blank, options: from.options, right };
  },
};
