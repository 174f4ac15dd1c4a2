import { useRef } from 'react';
import { useHotkeys } from './hotkeys.ts';
import { Icon } from './Icon.tsx';
import { search } from './icons.ts';
import { Kbd } from './Kbd.tsx';
import styles from './SearchBox.module.css';

type SearchBoxProps = {
  /** What can be found: “Find a quiz or question”. */
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** The key that leads here; usually “/”. */
  shortcut?: string;
};

/** Finds as you type. Esc empties it. */
export function SearchBox({ label, value, onChange, shortcut }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null);
  useHotkeys(shortcut ? { [shortcut]: () => input.current?.focus() } : {});
  return (
    <label className={styles.search}>
      <Icon path={search} />
      <input
        ref={input}
        type="search"
        className={styles.input}
        aria-label={label}
        aria-keyshortcuts={shortcut}
        placeholder={label}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && value !== '') {
            event.preventDefault();
            onChange('');
          }
        }}
      />
      {shortcut && value === '' && <Kbd>{shortcut}</Kbd>}
    </label>
  );
}
