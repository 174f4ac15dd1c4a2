import type { Multiple } from '../../../lan-server/questions/multiple/index.ts';
import { optionsOf } from '../../options/option-edits.ts';
import { OptionsEditor } from '../../options/OptionsEditor.tsx';
import type { EditorProps, EditorUi } from '../editor-ui.ts';

function MultipleFields({ question, onChange }: EditorProps<Multiple>) {
  return (
    <OptionsEditor
      keys="several"
      options={question.options}
      optionImages={question.optionImages}
      right={question.right}
      onChange={({ options, right, optionImages }, field) =>
        onChange({ ...question, options, right, optionImages }, field)
      }
    />
  );
}

/** Multiple choice: options, of which any number is right. */
export const multipleEditor: EditorUi<Multiple> = {
  Editor: MultipleFields,
  keyed: true,
  shuffles: true,
  group: 'choose',
  icon: {
    d: 'M4.5 4.5h5v5h-5zM4.5 14.5h5v5h-5zM13 7h7M13 17h7M5.8 17l1 1 1.6-2.2',
  },
  adopt(blank, from) {
    if (from.kind === 'poll') return { ...blank, ...optionsOf(from) };
    if (from.kind !== 'choice') return blank;
    return { ...blank, ...optionsOf(from), right: from.right === null ? [] : [from.right] };
  },
};
