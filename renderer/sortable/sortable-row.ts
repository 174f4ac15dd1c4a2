import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import type { DOMAttributes } from 'react';

/** A row of a SortableList: `row` goes on the row, `handle` on the button that moves it, `drag` on what else a mouse may take. */
export function useSortableRow(id: string | number) {
  const sortable = useSortable({ id });
  // dnd-kit calls them plain functions; they are React's handlers.
  const listeners = (sortable.listeners ?? {}) as DOMAttributes<HTMLElement>;
  const { onKeyDown, ...pointers } = listeners;
  return {
    row: {
      ref: sortable.setNodeRef,
      style: {
        // Sideways it stays where it is: rows only change places.
        transform: CSS.Translate.toString(sortable.transform && { ...sortable.transform, x: 0 }),
        transition: sortable.transition,
      },
    },
    handle: {
      ref: sortable.setActivatorNodeRef,
      'aria-describedby': sortable.attributes['aria-describedby'],
      ...pointers,
      onKeyDown,
    },
    drag: pointers,
    dragging: sortable.isDragging,
  };
}
