import type { TrueFalse } from '../../../lan-server/questions/truefalse/index.ts';
import { useText } from '../../i18n/text.tsx';
import { KeyToggle } from '../../options/KeyToggle.tsx';
import { classes, Mark } from '../../ui/index.ts';
import rows from '../../options/OptionsEditor.module.css';
import { RowsSection } from '../../sortable/RowsSection.tsx';
import frame from '../../sortable/SortableRow.module.css';
import type { EditorProps, EditorUi } from '../editor-ui.ts';

const sides = [
  { value: true, letter: 'a', name: 'kinds.truefalse.desk.true' },
  { value: false, letter: 'b', name: 'kinds.truefalse.desk.false' },
] as const;

function TrueFalseFields({ question, onChange }: EditorProps<TrueFalse>) {
  const { t } = useText();
  return (
    <RowsSection title={t('kinds.truefalse.desk.title')}>
      <ul>
        {sides.map(({ value, letter, name }) => {
          const right = question.right === value;
          return (
            <li
              key={letter}
              className={classes(frame.row, rows.option, rows.fixed, right && rows.key)}
            >
              <Mark letter={letter} size={36} silent />
              <span>{t(name)}</span>
              <KeyToggle
                letter={letter}
                right={right}
                onChange={() => onChange({ ...question, right: right ? null : value })}
              />
            </li>
          );
        })}
      </ul>
    </RowsSection>
  );
}

/** True or false: which of the two the statement is. */
export const trueFalseEditor: EditorUi<TrueFalse> = {
  Editor: TrueFalseFields,
  keyed: true,
  group: 'choose',
  icon: {
    d: 'M3.5 12.5 6.5 15.5 11 9.5M14.5 9.5l6 6M20.5 9.5l-6 6',
  },
  adopt: (blank) => blank,
};
