import { useId } from 'react';
import type { ReactNode } from 'react';
import styles from './Segmented.module.css';

type SegmentedProps<Value extends string> = {
  label: string;
  hideLabel?: boolean;
  choices: readonly { value: Value; label: ReactNode }[];
  value: Value;
  onChange: (value: Value) => void;
};

/** One of two to five, all in sight. Native radio buttons underneath. */
export function Segmented<Value extends string>({
  label,
  hideLabel,
  choices,
  value,
  onChange,
}: SegmentedProps<Value>) {
  const name = useId();
  return (
    <fieldset>
      <legend className={hideLabel ? 'sr' : styles.legend}>{label}</legend>
      <div className={styles.row}>
        {choices.map((choice) => (
          <label key={choice.value} className={styles.choice}>
            <input
              type="radio"
              className={styles.radio}
              name={name}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            {choice.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
