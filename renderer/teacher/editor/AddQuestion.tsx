import type { KindName } from '../../../lan-server/questions/index.ts';
import { useText } from '../../i18n/text.tsx';
import { Button } from '../../ui/index.ts';
import styles from './AddQuestion.module.css';
import { KindMenu } from './KindMenu.tsx';

type AddQuestionProps = {
  /** The kind of the question at hand: one more of it is what is wanted most often. */
  current: KindName;
  onAdd: (kind: KindName) => void;
};

/** Adds a question after the one at hand: of the same kind at once, or of a kind that is chosen. */
export function AddQuestion({ current, onAdd }: AddQuestionProps) {
  const { t } = useText();
  return (
    <div className={styles.add}>
      <Button
        wide
        shortcut="Ctrl Enter"
        aria-keyshortcuts="Control+Enter"
        className={styles.button}
        onClick={() => onAdd(current)}
      >
        {t('teacher.editor.add')}
      </Button>
      <KindMenu look="bordered" label={t('teacher.editor.addKind')} onChoose={onAdd} />
    </div>
  );
}
