import type { LessonId } from '../../../lan-server/contract/ids.ts';
import { useText } from '../../i18n/text.tsx';
import { Mark, Meter, Table } from '../../ui/index.ts';
import type { ItemResult } from '../results/figures.ts';
import { AcceptAnswer } from './AcceptAnswer.tsx';
import { AnswerWords } from './AnswerWords.tsx';
import { answerLabel } from './answer-label.ts';
import styles from './AnswerRows.module.css';
import { fewAnswers } from './few.ts';
import { markLetter } from './letter.ts';

type AnswerRowsProps = {
  lessonId: LessonId;
  item: Pick<ItemResult, 'question' | 'rows' | 'answered'>;
};

/** Every answer to one question with its count and whether it is right; typed ones can be accepted. */
export function AnswerRows({ lessonId, item: { question, rows, answered } }: AnswerRowsProps) {
  const { t, number, percent } = useText();
  const typed = rows.some((row) => row.typed);
  return (
    <Table caption={t('results.detail.answer')} hideCaption>
      <thead>
        <tr>
          <th scope="col">{t('results.detail.answer')}</th>
          <th scope="col" data-figure>
            {t('results.detail.count')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const letter = markLetter(row.letter);
          const share = answered === 0 ? 0 : row.count / answered;
          return (
            <tr key={`${row.letter ?? ''} ${row.label}`}>
              <td>
                <span className={typed ? styles.typed : styles.answer}>
                  {letter && <Mark letter={letter} size={28} keyed={row.right === true} />}
                  <span className={styles.label}>
                    <span>
                      <AnswerWords question={question} row={row} />{' '}
                      {row.right === true && (
                        <b className={styles.key}>{t('results.detail.key')}</b>
                      )}
                    </span>
                    <Meter share={share} bare {...(letter ? { letter } : {})} />
                  </span>
                  {row.typed && (
                    <AcceptAnswer
                      lessonId={lessonId}
                      questionId={question.id}
                      label={answerLabel(question.kind, row, t)}
                      typed={row.typed}
                    />
                  )}
                </span>
              </td>
              <td data-figure>
                <b>{number(row.count)}</b>
                {answered >= fewAnswers && ` · ${percent(share)}`}
              </td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
