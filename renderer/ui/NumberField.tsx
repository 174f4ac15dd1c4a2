import { useState } from 'react';
import { classes } from './classes.ts';
import { Field } from './Field.tsx';
import type { FieldWords } from './Field.tsx';
import styles from './Field.module.css';

type NumberFieldProps = FieldWords & {
  /** Null: left empty. */
  value: number | null;
  onChange: (value: number | null) => void;
  min: number;
  max: number;
  step?: number;
  /** Whether it may be left empty. */
  optional?: boolean;
};

/** A number within bounds. Typing is free; what is out of bounds is not passed on and goes back on leaving. */
export function NumberField({
  value,
  onChange,
  min,
  max,
  step = 1,
  optional,
  ...words
}: NumberFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);

  const type = (text: string) => {
    setDraft(text);
    if (text === '') {
      if (optional) onChange(null);
      return;
    }
    const number = Number(text);
    if (Number.isFinite(number) && number >= min && number <= max) onChange(number);
  };

  return (
    <Field {...words}>
      {(control) => (
        <input
          {...control}
          type="number"
          inputMode={Number.isInteger(step) ? 'numeric' : 'decimal'}
          min={min}
          max={max}
          step={step}
          className={classes(styles.control, styles.number, 'tnum')}
          value={draft ?? (value === null ? '' : String(value))}
          onChange={(event) => type(event.currentTarget.value)}
          onBlur={() => setDraft(null)}
        />
      )}
    </Field>
  );
}
