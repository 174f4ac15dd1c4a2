import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import type { Announcements, DragEndEvent, UniqueIdentifier } from '@dnd-kit/core';
import {
  SortableContext,
  sortableKeyboardCoordinates,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { useRef } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../i18n/text.tsx';

type SortableListProps = {
  /** One id a row, in their order. */
  ids: readonly (string | number)[];
  /** What a row is called when it is read out: “Answer B”. */
  nameOf: (index: number) => string;
  onMove: (from: number, to: number) => void;
  children: ReactNode;
};

/** A list whose rows can be put into another order: by mouse, by finger (hold first, then drag), by keyboard. */
export function SortableList({ ids, nameOf, onMove, children }: SortableListProps) {
  const { t } = useText();
  const sensors = useSensors(
    // A few pixels of movement tell a drag from a click.
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 180, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const placeOf = (id: UniqueIdentifier | undefined) => (id === undefined ? -1 : ids.indexOf(id));

  const say = (
    what: 'picked' | 'over' | 'dropped' | 'cancelled',
    id: UniqueIdentifier,
    at: UniqueIdentifier | undefined,
  ) => {
    const place = placeOf(at ?? id);
    return t(`questions.desk.drag.${what}`, {
      name: nameOf(placeOf(id)),
      place: place + 1,
      of: ids.length,
    });
  };
  const moving = useRef(false);
  const announcements: Announcements = {
    onDragStart: ({ active }) => {
      moving.current = false;
      return say('picked', active.id, active.id);
    },
    onDragOver({ active, over }) {
      // A row that was just picked up lies over its own place: that would cut off what was said of it.
      if (!moving.current && over?.id === active.id) return undefined;
      moving.current = true;
      return say('over', active.id, over?.id);
    },
    onDragEnd: ({ active, over }) => say('dropped', active.id, over?.id),
    onDragCancel: ({ active }) => say('cancelled', active.id, active.id),
  };

  const drop = ({ active, over }: DragEndEvent) => {
    const from = placeOf(active.id);
    const to = placeOf(over?.id);
    if (from !== -1 && to !== -1 && from !== to) onMove(from, to);
  };

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={drop}
      accessibility={{
        announcements,
        screenReaderInstructions: { draggable: t('questions.desk.drag.instructions') },
      }}
    >
      <SortableContext items={[...ids]} strategy={verticalListSortingStrategy}>
        {children}
      </SortableContext>
    </DndContext>
  );
}
