import { useEffect, useLayoutEffect, useRef } from 'react';
import type { TextareaHTMLAttributes } from 'react';
import { classes } from './classes.ts';
import { Field } from './Field.tsx';
import type { FieldWords } from './Field.tsx';
import styles from './Field.module.css';

type Native = Omit<
  TextareaHTMLAttributes<HTMLTextAreaElement>,
  'onChange' | 'value' | 'className' | 'rows'
>;

type TextAreaProps = Native &
  FieldWords & {
    value: string;
    onChange: (value: string) => void;
    /** Lines shown when it is empty. */
    rows?: number;
    large?: boolean;
  };

function fit(element: HTMLTextAreaElement): void {
  element.style.height = 'auto';
  const borders = element.offsetHeight - element.clientHeight;
  element.style.height = `${element.scrollHeight + borders}px`;
}

/** Several lines of text; grows with them and never scrolls inside. */
export function TextArea({
  label,
  hideLabel,
  hint,
  error,
  small,
  rows = 1,
  large,
  value,
  onChange,
  ...native
}: TextAreaProps) {
  const area = useRef<HTMLTextAreaElement>(null);

  // After every drawing: the text may have changed.
  useLayoutEffect(() => {
    if (area.current) fit(area.current);
  });

  // A narrower column breaks lines anew.
  useEffect(() => {
    const element = area.current;
    if (!element) return undefined;
    let width = element.clientWidth;
    const watch = new ResizeObserver(() => {
      if (element.clientWidth === width) return;
      width = element.clientWidth;
      fit(element);
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, []);

  return (
    <Field {...{ label, hint, error }} hideLabel={hideLabel ?? false} small={small ?? false}>
      {(control) => (
        <textarea
          {...native}
          {...control}
          ref={area}
          rows={rows}
          value={value}
          className={classes(styles.control, styles.area, large && styles.large)}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
