import { useEffect, useRef } from 'react';
import { useText } from '../i18n/text.tsx';
import { classes } from '../ui/classes.ts';
import styles from './door.module.css';

type CodeFieldProps = {
  length: number;
  digits: string;
  /** What to check, in words; null while nothing is wrong. */
  problem: string | null;
  onDigits: (digits: string) => void;
};

/** One real field, so that pasting, filling in and reading aloud work; the boxes below it only draw what it holds. */
export function CodeField({ length, digits, problem, onDigits }: CodeFieldProps) {
  const { t } = useText();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const next = Math.min(digits.length, length - 1);
  return (
    <div>
      <div className={styles.code}>
        <input
          ref={field}
          className={styles.field}
          type="text"
          inputMode="numeric"
          pattern="[0-9]*"
          autoComplete="off"
          enterKeyHint="go"
          aria-label={t('student.door.label')}
          aria-invalid={problem !== null}
          aria-describedby="code-problem"
          value={digits}
          onInput={(event) => {
            const input = event.currentTarget;
            onDigits(input.value);
            // What was not taken (a letter, a digit too many) must not stay in the field unseen.
            if (input.value.length > length || /\D/.test(input.value)) input.value = digits;
          }}
        />
        <div className={styles.boxes} aria-hidden="true">
          {Array.from({ length }, (_, place) => (
            <span key={place} className={classes(styles.box, place === next && styles.next)}>
              {digits.charAt(place)}
            </span>
          ))}
        </div>
      </div>
      <p id="code-problem" className={styles.problem} role="alert">
        {problem}
      </p>
    </div>
  );
}
