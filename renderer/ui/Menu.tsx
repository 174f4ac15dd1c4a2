import { useId, useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useText } from '../i18n/text.tsx';
import { Button } from './Button.tsx';
import type { ButtonLook } from './Button.tsx';
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';
import { more } from './icons.ts';
import { Kbd } from './Kbd.tsx';
import styles from './Menu.module.css';
import { placeUnder } from './place-under.ts';

export type MenuItem = {
  id: string;
  label: string;
  icon?: ReactNode;
  shortcut?: string;
  /** Ends or destroys. */
  stop?: boolean;
  disabled?: boolean;
  onSelect: () => void;
};

type MenuProps = {
  items: readonly MenuItem[];
  /** What the acts are about: “More on question 4”. Read out; without `children` the button shows three dots. */
  label?: string;
  children?: ReactNode;
  icon?: ReactNode;
  look?: ButtonLook;
  small?: boolean;
};

/** A button with further acts. A native popover: Esc and a click elsewhere close it; arrows, Home, End and letters move. */
export function Menu({ items, label, children, icon, look = 'quiet', small }: MenuProps) {
  const { t } = useText();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  const entries = () => [...(list.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];

  const move = (event: KeyboardEvent) => {
    const all = entries();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const place = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    const byLetter = event.key.length === 1 && event.key !== ' ' ? event.key.toLowerCase() : null;
    const target =
      place === undefined
        ? byLetter &&
          [...all.slice(at + 1), ...all].find((entry) =>
            entry.textContent.trim().toLowerCase().startsWith(byLetter),
          )
        : all[(place + all.length) % all.length];
    if (target) {
      event.preventDefault();
      target.focus();
    } else if (event.key === 'Tab') list.current?.hidePopover();
  };

  const native = {
    ref: button,
    look,
    small: small ?? false,
    popoverTarget: id,
    'aria-haspopup': 'menu' as const,
  };

  return (
    <>
      {children === undefined ? (
        <Button {...native} label={label ?? t('ui.more')} icon={icon ?? <Icon path={more} />} />
      ) : (
        <Button {...native} icon={icon} aria-label={label}>
          {children}
        </Button>
      )}
      <div
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label ?? t('ui.more')}
        tabIndex={-1}
        className={styles.menu}
        onKeyDown={move}
        onToggle={(event) => {
          const menu = event.currentTarget;
          if (event.newState !== 'open' || !button.current) {
            menu.style.visibility = '';
            return;
          }
          placeUnder(menu, button.current);
          menu.style.visibility = 'visible';
          entries()[0]?.focus();
        }}
      >
        {items.map((item) => (
          <button
            key={item.id}
            type="button"
            role="menuitem"
            tabIndex={-1}
            className={classes(styles.item, item.stop && styles.stop)}
            aria-disabled={item.disabled || undefined}
            onClick={() => {
              if (item.disabled) return;
              list.current?.hidePopover();
              item.onSelect();
            }}
          >
            {item.icon}
            <span className={styles.words}>{item.label}</span>
            {item.shortcut && <Kbd>{item.shortcut}</Kbd>}
          </button>
        ))}
      </div>
    </>
  );
}
