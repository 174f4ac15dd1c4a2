import { useId, useState } from 'react';
import { useText } from '../i18n/text.tsx';
import styles from './Hint.module.css';

/** Help that a student may ask for, while the question is open. */
export function Hint({ text }: { text: string }) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div className={styles.hint}>
      <button
        type="button"
        className={styles.button}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {t(open ? 'student.question.hintAway' : 'student.question.hint')}
      </button>
      <p id={id} className={styles.words} hidden={!open}>
        {text}
      </p>
    </div>
  );
}
