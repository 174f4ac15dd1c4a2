import type { ShortText } from '../../../lan-server/questions/shorttext/index.ts';
import { AcceptedFields } from '../../typed/AcceptedFields.tsx';
import { ExactnessFields } from '../../typed/ExactnessFields.tsx';
import type { EditorProps, EditorUi } from '../editor-ui.ts';

function ShortTextFields({ question, onChange }: EditorProps<ShortText>) {
  return (
    <>
      <AcceptedFields
        accepted={question.accepted}
        onChange={(accepted, field) => onChange({ ...question, accepted }, field)}
      />
      <ExactnessFields
        exactness={question}
        onChange={(change) => onChange({ ...question, ...change })}
      />
    </>
  );
}

/** Short text: what is right, and how exactly it must be typed. */
export const shortTextEditor: EditorUi<ShortText> = {
  Editor: ShortTextFields,
  keyed: true,
  group: 'type',
  icon: { d: 'M3.5 7h17v10h-17zM7 10v4M10 14h4' },
  adopt: (blank) => blank,
};
