import type { Question } from '../../../lan-server/questions/index.ts';
import { useText } from '../../i18n/text.tsx';
import { SortableList } from '../../sortable/SortableList.tsx';
import styles from './QuestionList.module.css';
import { QuestionRow } from './QuestionRow.tsx';

type QuestionListProps = {
  questions: readonly Question[];
  selected: string | null;
  onSelect: (id: string) => void;
  onMove: (id: string, to: number) => void;
};

/** All questions in their order; the one that is being worked on lies on top. */
export function QuestionList({ questions, selected, onSelect, onMove }: QuestionListProps) {
  const { t } = useText();

  return (
    <>
      <p className={styles.head}>{t('teacher.editor.count', { count: questions.length })}</p>
      <SortableList
        ids={questions.map((question) => question.id)}
        nameOf={(index) => t('teacher.editor.question', { number: index + 1 })}
        onMove={(from, to) => {
          const id = questions[from]?.id;
          if (id !== undefined) onMove(id, to);
        }}
      >
        <ol className={styles.list}>
          {questions.map((question, index) => (
            <QuestionRow
              key={question.id}
              question={question}
              number={index + 1}
              current={question.id === selected}
              onSelect={() => onSelect(question.id)}
              onMove={(by) => onMove(question.id, index + by)}
            />
          ))}
        </ol>
      </SortableList>
    </>
  );
}
