import { useText } from '../i18n/text.tsx';
import { classes, Icon, icons } from '../ui/index.ts';
import type { Letter } from '../ui/index.ts';
import styles from './OptionsEditor.module.css';

type KeyToggleProps = {
  letter: Letter;
  right: boolean;
  /** Pressing the right one takes the key back: a question may have none. */
  onChange: () => void;
};

/** Makes an answer the right one. A tick and bolder words, never a colour alone. */
export function KeyToggle({ letter, right, onChange }: KeyToggleProps) {
  const { t } = useText();
  return (
    <button
      type="button"
      className={classes(styles.toggle, right && styles.isRight)}
      aria-pressed={right}
      aria-label={t(
        right ? 'questions.desk.options.rightNamed' : 'questions.desk.options.makeRightNamed',
        { letter: letter.toUpperCase() },
      )}
      onClick={onChange}
    >
      {right && <Icon path={icons.check} size="s" />}
      {t(right ? 'questions.desk.options.right' : 'questions.desk.options.makeRight')}
    </button>
  );
}
