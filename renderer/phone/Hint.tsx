import { useId, useState } from 'react';
import { useText } from '../i18n/text.tsx';
import { FormattedText } from '../rich/FormattedText.tsx';
import type { Saying } from '../rich/sayings.tsx';
import styles from './AskedWords.module.css';

/** Help that a student may ask for, while the question is open; in each language that has it. */
export function Hint({ hints }: { hints: readonly Saying[] }) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <button
        type="button"
        className={styles.help}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {t(open ? 'student.question.hintAway' : 'student.question.hint')}
      </button>
      {open && (
        <div id={id} className={styles.hint}>
          {hints.map(({ own, language, hint = '', rich }) => (
            <FormattedText
              key={String(own)}
              className={styles.words}
              markup={rich.hint}
              plain={hint}
              language={language}
            />
          ))}
        </div>
      )}
    </>
  );
}
