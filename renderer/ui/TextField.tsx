import type { InputHTMLAttributes, Ref } from 'react';
import { classes } from './classes.ts';
import { Field } from './Field.tsx';
import type { FieldWords } from './Field.tsx';
import styles from './Field.module.css';

type Native = Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value' | 'className'>;

type TextFieldProps = Native &
  FieldWords & {
    value: string;
    onChange: (value: string) => void;
    /** The size of a title or question. */
    large?: boolean;
    ref?: Ref<HTMLInputElement>;
  };

/** One line of text. */
export function TextField({
  label,
  hideLabel,
  hint,
  error,
  small,
  large,
  onChange,
  ...native
}: TextFieldProps) {
  return (
    <Field {...{ label, hint, error }} hideLabel={hideLabel ?? false} small={small ?? false}>
      {(control) => (
        <input
          type="text"
          {...native}
          {...control}
          className={classes(styles.control, large && styles.large)}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
