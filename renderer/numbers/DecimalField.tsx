import { useState } from 'react';
import { classes } from '../ui/classes.ts';
import { Field } from '../ui/Field.tsx';
import type { FieldWords } from '../ui/Field.tsx';
import field from '../ui/Field.module.css';
import { readNumber, typedNumber } from './read-number.ts';

type DecimalFieldProps = FieldWords & {
  /** null: left empty. */
  value: number | null;
  onChange: (value: number | null) => void;
  /** Smaller ones are not passed on. */
  least?: number;
};

/**
 * Any number, with comma or point. Typing is free; what is no number is not passed on, and goes back on leaving.
 */
export function DecimalField({ value, onChange, least, ...words }: DecimalFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <Field {...words}>
      {(control) => (
        <input
          {...control}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          maxLength={24}
          className={classes(field.control, field.number, 'tnum')}
          value={draft ?? (value === null ? '' : typedNumber(value))}
          onChange={(event) => {
            const typed = event.currentTarget.value;
            setDraft(typed);
            const read = readNumber(typed);
            if (typed.trim() === '') onChange(null);
            else if (read !== null && (least === undefined || read >= least)) onChange(read);
          }}
          onBlur={() => setDraft(null)}
        />
      )}
    </Field>
  );
}
