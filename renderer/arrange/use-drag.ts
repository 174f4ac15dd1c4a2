import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** Where finger or mouse is, in px of the window. */
export type Point = { x: number; y: number };

type Drag = {
  /** Rows make way for the one that is dragged; else it is only carried. */
  rows: boolean;
  /** While it is carried; null once it is put down. */
  onOver?: (at: Point | null) => void;
  /** Put down: the row's place before, the place it would have among the rows, and where that was. */
  onDrop: (from: number, to: number, at: Point) => void;
};

function pointOf(event: Event): Point {
  const touched = event as TouchEvent;
  // Fingers that left the screen stand in changedTouches alone.
  const at = touched.touches?.[0] ?? touched.changedTouches?.[0] ?? (event as MouseEvent);
  return { x: at.clientX, y: at.clientY };
}

/**
 * Lets the children of `list` be dragged by whatever in them is marked `data-grip`, with finger or mouse; the page scrolls
 * everywhere else. The script for it comes after the question is on the screen: tapping and keys need none of it.
 */
export function useDrag(list: RefObject<HTMLElement | null>, drag: Drag): void {
  const newest = useRef(drag);
  useEffect(() => {
    newest.current = drag;
  });

  useEffect(() => {
    let gone = false;
    let stop = () => {};
    const over = (event: Event) => newest.current.onOver?.(pointOf(event));
    const watch = (on: boolean) => {
      for (const name of ['touchmove', 'mousemove'])
        if (on) document.addEventListener(name, over);
        else document.removeEventListener(name, over);
    };
    import('sortablejs').then(
      ({ default: Sortable }) => {
        if (gone || !list.current) return;
        const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
        const sortable = Sortable.create(list.current, {
          handle: '[data-grip]',
          sort: newest.current.rows,
          animation: still ? 0 : 120,
          // The browser's own dragging knows no fingers.
          forceFallback: true,
          fallbackOnBody: true,
          fallbackTolerance: 4,
          onStart: () => watch(true),
          onEnd(event) {
            const { item, oldIndex, newIndex } = event;
            const { originalEvent } = event as unknown as { originalEvent?: Event };
            watch(false);
            newest.current.onOver?.(null);
            // It swallows the click that a mouse makes at the end. After a finger there is none: without this one, which
            // nobody hears, it would swallow the next real tap.
            setTimeout(() => document.dispatchEvent(new MouseEvent('click')), 0);
            if (oldIndex === undefined || newIndex === undefined || !originalEvent) return;
            // The rows go back to where they were drawn; the new order is drawn like any other change.
            const before = list.current?.children[oldIndex + (oldIndex > newIndex ? 1 : 0)];
            list.current?.insertBefore(item, before ?? null);
            newest.current.onDrop(oldIndex, newIndex, pointOf(originalEvent));
          },
        });
        list.current.dataset['draggable'] = 'yes';
        stop = () => sortable.destroy();
      },
      // Without it, rows are tapped or moved by keys.
      () => {},
    );
    return () => {
      gone = true;
      watch(false);
      stop();
    };
  }, [list]);
}
