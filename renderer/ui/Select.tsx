import { classes } from './classes.ts';
import { Field } from './Field.tsx';
import type { FieldWords } from './Field.tsx';
import styles from './Field.module.css';
import { Icon } from './Icon.tsx';
import { down } from './icons.ts';

type SelectProps<Value extends string> = FieldWords & {
  options: readonly { value: Value; label: string }[];
  value: Value;
  onChange: (value: Value) => void;
  disabled?: boolean;
};

/** One of many. The browser's own list, so that it works with every keyboard and screen reader. */
export function Select<Value extends string>({
  options,
  value,
  onChange,
  disabled,
  ...words
}: SelectProps<Value>) {
  return (
    <Field {...words}>
      {(control) => (
        <span className={styles.selectFrame}>
          <select
            {...control}
            className={classes(styles.control, styles.select)}
            value={value}
            disabled={disabled}
            onChange={(event) => onChange(event.currentTarget.value as Value)}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <Icon path={down} size="s" className={styles.chevron} />
        </span>
      )}
    </Field>
  );
}
