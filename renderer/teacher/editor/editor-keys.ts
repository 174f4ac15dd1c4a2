import { useEffect, useRef } from 'react';

export type EditorKeys = {
  undo: (() => void) | null;
  redo: (() => void) | null;
  add: () => void;
  /** −1 up, 1 down: moves the question that is being worked on. */
  move: (by: -1 | 1) => void;
};

/**
 * Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y) over the whole quiz, also while typing: the browser's own undo knows one field only.
 * Ctrl+Enter adds a question; Alt with the arrows moves it where no text is being typed.
 */
export function useEditorKeys(keys: EditorKeys): void {
  const newest = useRef(keys);
  useEffect(() => {
    newest.current = keys;
  });

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if (document.querySelector('dialog[open]')) return;
      const { undo, redo, add, move } = newest.current;
      const act = (deed: (() => void) | null) => {
        event.preventDefault();
        deed?.();
      };
      const key = event.key.toLowerCase();
      if (event.ctrlKey || event.metaKey) {
        if (event.altKey) return;
        if (key === 'z') act(event.shiftKey ? redo : undo);
        else if (key === 'y') act(redo);
        else if (key === 'enter' && !event.repeat) act(add);
        return;
      }
      const typing =
        event.target instanceof Element &&
        event.target.closest('input, textarea, select, [contenteditable="true"]') !== null;
      if (!event.altKey || typing) return;
      if (key === 'arrowup') act(() => move(-1));
      else if (key === 'arrowdown') act(() => move(1));
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
