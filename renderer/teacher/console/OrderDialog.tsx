import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import {
  SortableContext,
  sortableKeyboardCoordinates,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { useEffect, useRef, useState } from 'react';
import type { TeacherView } from '../../../lan-server/contract/frames.ts';
import type { QuestionId } from '../../../lan-server/contract/ids.ts';
import type { Question } from '../../../lan-server/questions/index.ts';
import { useText } from '../../i18n/text.tsx';
import { Announcer, Button, Dialog } from '../../ui/index.ts';
import { DialogSaid } from './DialogSaid.tsx';
import { phasesOf } from './next-step.ts';
import { comingQuestions, moveComing } from './order-coming.ts';
import styles from './OrderDialog.module.css';
import { OrderRow } from './OrderRow.tsx';

type OrderDialogProps = {
  view: TeacherView;
  questions: readonly Question[];
  locked: string | null;
  /** What could not be done, said where the teacher looks. */
  said: string | null;
  onOrder: (order: QuestionId[]) => Promise<boolean>;
  onShow: (questionId: QuestionId) => void;
  onClose: () => void;
};

/** All questions of the lesson in order; those to come can be moved by drag, by arrows, by keyboard. */
export function OrderDialog(props: OrderDialogProps) {
  const { view, questions, locked, said, onOrder, onShow, onClose } = props;
  const { t } = useText();
  const [dialog, setDialog] = useState<HTMLDivElement | null>(null);
  // What was asked for stands at once; the plan that comes back takes over.
  const [wanted, setWanted] = useState<{ order: QuestionId[]; planned: string } | null>(null);
  const [told, setTold] = useState('');
  const refocus = useRef<string | null>(null);
  const planned = questions.map(({ id }) => id).join();

  const order = wanted?.planned === planned ? wanted.order : questions.map(({ id }) => id);
  const byId = new Map(questions.map((question) => [question.id, question]));
  const phases = phasesOf(view);
  const phaseOf = new Map(questions.map(({ id }, at) => [id, phases[at] ?? 'fresh']));
  const current = view.current?.questionId ?? null;
  const coming = comingQuestions(
    order,
    order.map((id) => phaseOf.get(id) ?? 'fresh'),
    current,
  );

  const move = (moved: QuestionId, over: QuestionId | undefined) => {
    if (over === undefined || over === moved || locked !== null) return;
    const next = moveComing(order, coming, moved, over);
    setWanted({ order: next, planned });
    setTold(t('console.order.moved', { number: next.indexOf(moved) + 1, total: next.length }));
    void onOrder(next).then((stored) => {
      if (!stored) setWanted(null);
    });
  };
  const step = (id: QuestionId, by: 1 | -1) => {
    refocus.current = `${id}:${by}`;
    move(id, coming[coming.indexOf(id) + by]);
  };

  // A row that moves in the page loses the focus on its way; who works by keyboard must not lose their place.
  useEffect(() => {
    if (refocus.current === null || !dialog) return;
    const button = dialog.querySelector<HTMLElement>(`[data-step="${refocus.current}"]`);
    refocus.current = null;
    button?.focus();
  });

  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  return (
    <Dialog
      open
      wide
      title={t('console.order.title')}
      onClose={onClose}
      actions={
        <Button look="filled" onClick={onClose}>
          {t('console.order.done')}
        </Button>
      }
    >
      <p className="soft">
        {coming.length === 0 ? t('console.order.nothing') : t('console.order.words')}
      </p>
      <DialogSaid said={locked ?? said} />
      <Announcer>{told}</Announcer>
      <div ref={setDialog}>
        <DndContext
          sensors={sensors}
          collisionDetection={closestCenter}
          accessibility={{
            // Outside the dialog nothing is read out while it is open.
            ...(dialog ? { container: dialog } : {}),
            screenReaderInstructions: { draggable: t('console.order.dragHelp') },
            announcements: {
              onDragStart: () => t('console.order.picked'),
              onDragOver: () => undefined,
              onDragEnd: () => t('console.order.put'),
              onDragCancel: () => t('console.order.left'),
            },
          }}
          onDragEnd={({ active, over }) =>
            move(String(active.id), over ? String(over.id) : undefined)
          }
        >
          <SortableContext items={coming} strategy={verticalListSortingStrategy}>
            <ol className={styles.rows}>
              {order.map((id, at) => {
                const question = byId.get(id);
                if (!question) return null;
                const place = coming.indexOf(id);
                return (
                  <OrderRow
                    key={id}
                    question={question}
                    number={at + 1}
                    phase={phaseOf.get(id) ?? 'fresh'}
                    onWall={id === current}
                    movable={place !== -1}
                    first={place === 0}
                    last={place === coming.length - 1}
                    onStep={step}
                    onShow={onShow}
                  />
                );
              })}
            </ol>
          </SortableContext>
        </DndContext>
      </div>
    </Dialog>
  );
}
