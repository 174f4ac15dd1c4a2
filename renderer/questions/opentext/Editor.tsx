import type { OpenText } from '../../../lan-server/questions/opentext/index.ts';
import { useText } from '../../i18n/text.tsx';
import { Segmented } from '../../ui/index.ts';
import type { EditorProps, EditorUi } from '../editor-ui.ts';
import styles from './Editor.module.css';

function OpenTextFields({ question, onChange }: EditorProps<OpenText>) {
  const { t } = useText();
  return (
    <>
      <Segmented
        label={t('kinds.opentext.desk.show')}
        value={question.show}
        choices={[
          { value: 'approved', label: t('kinds.opentext.desk.approved') },
          { value: 'atOnce', label: t('kinds.opentext.desk.atOnce') },
        ]}
        onChange={(show) => onChange({ ...question, show })}
      />
      <p className={styles.hint}>{t(`kinds.opentext.desk.${question.show}Hint`)}</p>
    </>
  );
}

/** Open text: whether the wall waits for the teacher. */
export const openTextEditor: EditorUi<OpenText> = {
  Editor: OpenTextFields,
  keyed: false,
  group: 'type',
  icon: { d: 'M4 5h16v11H11l-4 4v-4H4zM8 9h8M8 12h5' },
  adopt: (blank) => blank,
};
