import type { Poll } from '../../../lan-server/questions/poll/index.ts';
import { useText } from '../../i18n/text.tsx';
import { optionsOf } from '../../options/option-edits.ts';
import { OptionsEditor } from '../../options/OptionsEditor.tsx';
import { NumberField } from '../../ui/index.ts';
import type { EditorProps, EditorUi } from '../editor-ui.ts';
import styles from './Editor.module.css';

function PollFields({ question, onChange }: EditorProps<Poll>) {
  const { t } = useText();
  const { options, most } = question;
  return (
    <div className={styles.fields}>
      <OptionsEditor
        key={question.id}
        keys="none"
        options={options}
        optionImages={question.optionImages}
        right={[]}
        onChange={(list, field) =>
          onChange(
            {
              ...question,
              options: list.options,
              optionImages: list.optionImages,
              most: Math.min(most, list.options.length),
            },
            field,
          )
        }
      />
      <NumberField
        label={t('kinds.poll.desk.most')}
        hint={t('kinds.poll.desk.mostHint')}
        min={1}
        max={options.length}
        value={most}
        onChange={(next) => {
          if (next !== null && Number.isInteger(next))
            onChange({ ...question, most: next }, 'most');
        }}
      />
    </div>
  );
}

/** Poll: options of which none is right, and how many a student may pick. */
export const pollEditor: EditorUi<Poll> = {
  Editor: PollFields,
  keyed: false,
  shuffles: true,
  group: 'opinion',
  icon: { d: 'M4.5 5v14M4.5 7.5h9M4.5 12h14M4.5 16.5h6' },
  adopt: (blank, from) =>
    from.kind === 'choice' || from.kind === 'multiple'
      ? { ...blank, ...optionsOf(from), most: from.kind === 'choice' ? 1 : from.options.length }
      : blank,
};
