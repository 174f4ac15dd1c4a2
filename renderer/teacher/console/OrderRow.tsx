import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import type { Phase } from '../../../lan-server/contract/frames.ts';
import type { QuestionId } from '../../../lan-server/contract/ids.ts';
import type { Question } from '../../../lan-server/questions/index.ts';
import { useText } from '../../i18n/text.tsx';
import { Button, classes, Icon, icons, Pill } from '../../ui/index.ts';
import styles from './OrderDialog.module.css';
import { questionTitle } from '../answers/question-title.ts';

type OrderRowProps = {
  question: Question;
  number: number;
  phase: Phase;
  onWall: boolean;
  /** Still to come: it can be moved. */
  movable: boolean;
  /** Among those that can be moved. */
  first: boolean;
  last: boolean;
  onStep: (id: QuestionId, by: 1 | -1) => void;
  onShow: (id: QuestionId) => void;
};

/** A question in the list of the lesson's order. */
export function OrderRow(props: OrderRowProps) {
  const { question, number, phase, onWall, movable, first, last, onStep, onShow } = props;
  const { t } = useText();
  const sortable = useSortable({ id: question.id, disabled: !movable });
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition } =
    sortable;
  return (
    <li
      ref={setNodeRef}
      className={classes(styles.row, sortable.isDragging && styles.dragged)}
      style={{ transform: CSS.Translate.toString(transform), transition }}
    >
      {movable ? (
        <button
          ref={setActivatorNodeRef}
          type="button"
          className={styles.grip}
          {...attributes}
          {...listeners}
          aria-label={t('console.order.drag', { number })}
        >
          <Icon path={icons.grip} />
        </button>
      ) : (
        <span />
      )}
      <span className={styles.number}>{number}</span>
      <span className={styles.text}>{questionTitle(question, t)}</span>
      {movable ? (
        <span className={styles.acts}>
          <Button
            small
            look="quiet"
            label={t('console.order.up', { number })}
            icon={<Icon path={icons.arrowUp} size="s" />}
            aria-disabled={first || undefined}
            data-step={`${question.id}:-1`}
            onClick={() => onStep(question.id, -1)}
          />
          <Button
            small
            look="quiet"
            label={t('console.order.down', { number })}
            icon={<Icon path={icons.arrowDown} size="s" />}
            aria-disabled={last || undefined}
            data-step={`${question.id}:1`}
            onClick={() => onStep(question.id, 1)}
          />
        </span>
      ) : (
        <Pill tone={onWall ? 'live' : 'plain'}>
          {t(
            onWall
              ? 'console.order.onWall'
              : phase === 'skipped'
                ? 'console.order.skipped'
                : 'console.order.asked',
          )}
        </Pill>
      )}
      {onWall ? (
        <span />
      ) : (
        <Button
          small
          aria-label={t('console.order.showNumber', { number })}
          onClick={() => onShow(question.id)}
        >
          {t('console.order.show')}
        </Button>
      )}
    </li>
  );
}
