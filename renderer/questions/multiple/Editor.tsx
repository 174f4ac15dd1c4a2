import type { Multiple } from '../../../lan-server/questions/multiple/index.ts';
import { OptionsEditor } from '../../options/OptionsEditor.tsx';
import type { EditorProps, EditorUi } from '../editor-ui.ts';

function MultipleFields({ question, onChange }: EditorProps<Multiple>) {
  return (
    <OptionsEditor
      several
      options={question.options}
      right={question.right}
      onChange={(list, field) => onChange({ ...question, ...list }, field)}
    />
  );
}

/** Multiple choice: options, of which any number is right. */
export const multipleEditor: EditorUi<Multiple> = {
  Editor: MultipleFields,
  keyed: true,
  shuffles: true,
  adopt: (blank, from) =>
    from.kind === 'choice'
      ? { ...blank, options: from.options, right: from.right === null ? [] : [from.right] }
      : blank,
};
