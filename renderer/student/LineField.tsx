import { useEffect, useRef } from 'react';
import type { InputHTMLAttributes } from 'react';
import styles from './LineField.module.css';

type LineFieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'onInput'> & {
  id: string;
  label: string;
  value: string;
  onType: (text: string) => void;
};

/** A line to write in, under its name; it can be written in at once, unless the screen takes the focus elsewhere. */
export function LineField({ label, onType, ...native }: LineFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <>
      <label className={styles.label} htmlFor={native.id}>
        {label}
      </label>
      <input
        enterKeyHint="go"
        {...native}
        ref={field}
        className={styles.line}
        onInput={(event) => onType(event.currentTarget.value)}
      />
    </>
  );
}
