import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import type { Question } from '../../../lan-server/questions/index.ts';
import { useText } from '../../i18n/text.tsx';
import { useSortableRow } from '../../sortable/sortable-row.ts';
import { classes, clockText, Icon, icons } from '../../ui/index.ts';
import styles from './QuestionList.module.css';
import { problemsOf } from './ready.ts';

type QuestionRowProps = {
  question: Question;
  number: number;
  current: boolean;
  onSelect: () => void;
  onMove: (by: -1 | 1) => void;
};

/** One question in the list: number, text, kind and time, or what it lacks. */
export function QuestionRow({ question, number, current, onSelect, onMove }: QuestionRowProps) {
  const { t } = useText();
  const { row, handle, drag, dragging } = useSortableRow(question.id);
  const button = useRef<HTMLButtonElement>(null);

  // What was added, or what undo leads back to, may be out of sight.
  useEffect(() => {
    if (current) button.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  const [first, ...others] = problemsOf(question);
  const kind = t(`kinds.${question.kind}.name`);
  const lacks =
    first &&
    (others.length === 0
      ? t(`questions.desk.problemShort.${first}`)
      : t('teacher.editor.moreProblems', {
          first: t(`questions.desk.problemShort.${first}`),
          count: others.length,
        }));

  /** Alt and an arrow move this question, whichever is being worked on. */
  const press = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  };

  return (
    <li
      {...row}
      className={classes(styles.row, current && styles.current, dragging && styles.dragging)}
      aria-current={current ? 'true' : undefined}
    >
      <button
        {...handle}
        type="button"
        className={styles.handle}
        aria-label={t('teacher.editor.move', { number })}
      >
        <span className={styles.number}>{number}</span>
        <Icon path={icons.grip} size="s" className={styles.grip} />
      </button>
      <button
        {...drag}
        ref={button}
        type="button"
        className={styles.question}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        onClick={onSelect}
        onKeyDown={press}
      >
        <b className={styles.text}>{question.text.trim() || t('teacher.editor.emptyText')}</b>
        {lacks ? (
          <span className={styles.lacks}>
            <Icon path={icons.alert} size="s" />
            {kind} · {lacks}
          </span>
        ) : (
          <span className={styles.facts}>
            {kind}
            {question.seconds !== null && ` · ${clockText(question.seconds * 1000)}`}
          </span>
        )}
      </button>
    </li>
  );
}
