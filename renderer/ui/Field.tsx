import { useId } from 'react';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './Field.module.css';

/** What every field has in common. */
export type FieldWords = {
  label: string;
  /** The label is clear from its place: only read it out. */
  hideLabel?: boolean;
  hint?: ReactNode;
  /** What is wrong and what would be right. */
  error?: string | null | undefined;
  small?: boolean;
};

type FieldProps = FieldWords & {
  children: (control: {
    id: string;
    'aria-describedby': string | undefined;
    'aria-invalid': true | undefined;
  }) => ReactNode;
};

/** Label above, hint or error below, tied to the control for assistive technology. */
export function Field({ label, hideLabel, hint, error, small, children }: FieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  const noted = Boolean(error) || (hint !== undefined && hint !== null);
  return (
    <div className={classes(styles.field, small && styles.small)}>
      <label htmlFor={id} className={hideLabel ? 'sr' : styles.label}>
        {label}
      </label>
      {children({
        id,
        'aria-describedby': noted ? noteId : undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {noted && (
        <span id={noteId} className={error ? styles.error : styles.hint}>
          {error || hint}
        </span>
      )}
    </div>
  );
}
