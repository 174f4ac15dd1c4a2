import { useEffect, useLayoutEffect, useRef } from 'react';

/**
 * Keys and what they do. Named as they are shown: 'Space', 'Enter', 'Escape', 'R' (upper or lower case alike), '1', '/',
 * 'ArrowLeft'; 'Ctrl+Enter' is Command on a Mac too. Undefined: does nothing at the moment.
 */
export type Hotkeys = Readonly<Record<string, (() => void) | undefined>>;

const nameOf = (event: KeyboardEvent) => {
  const key = event.key === ' ' ? 'space' : event.key.toLowerCase();
  return event.ctrlKey || event.metaKey ? `ctrl+${key}` : key;
};

const typing = 'textarea, select, [contenteditable]:not([contenteditable="false"])';
const tapping = 'button, a[href], summary, input, [role="tab"], [role="menuitem"], [role="option"]';
const toggles = new Set([
  'checkbox',
  'radio',
  'button',
  'submit',
  'reset',
  'range',
  'color',
  'file',
]);

/** Whether the element that has the focus needs this key for itself. */
function keepsKey(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('[role="menu"]')) return true;
  if (target.closest(typing)) return !key.startsWith('ctrl+');
  if (target instanceof HTMLInputElement && !toggles.has(target.type))
    return !key.startsWith('ctrl+');
  const arrows = target.matches('input[type="radio"], input[type="range"], [role="tab"]');
  if (arrows && key.startsWith('arrow')) return true;
  return (key === 'space' || key === 'enter') && target.closest(tapping) !== null;
}

/**
 * Listens for keys on the whole page. A key does nothing while someone types, while a dialog or menu is open, while it
 * is held down, or where the focused control needs it itself (Space on a button).
 */
export function useHotkeys(keys: Hotkeys, enabled = true): void {
  const newest = useRef(keys);
  // Before the screen shows what the keys do now: a key must never do what stood there before.
  useLayoutEffect(() => {
    newest.current = keys;
  });

  useEffect(() => {
    if (!enabled) return undefined;
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || event.altKey || event.isComposing) return;
      const pressed = nameOf(event);
      if (keepsKey(event.target, pressed)) return;
      if (document.querySelector('dialog[open]')) return;
      const found = Object.keys(newest.current).find((name) => name.toLowerCase() === pressed);
      const act = found === undefined ? undefined : newest.current[found];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [enabled]);
}
