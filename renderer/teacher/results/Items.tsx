import { takesAnswers } from '../../../lan-server/questions/index.ts';
import { useText } from '../../i18n/text.tsx';
import type { TextApi } from '../../i18n/text.tsx';
import { Table } from '../../ui/index.ts';
import { questionTitle } from '../answers/question-title.ts';
import { QuestionTitle } from '../answers/QuestionWords.tsx';
import { wasAsked } from './figures.ts';
import type { ItemResult } from './figures.ts';
import styles from './Items.module.css';
import { RightBar } from './RightBar.tsx';
import { WrongAnswer } from './WrongAnswer.tsx';

type ItemsProps = { questions: readonly ItemResult[]; onShow: (place: number) => void };

/** One line a question: how many were right, and what the others chose most. */
export function Items({ questions, onShow }: ItemsProps) {
  const { t } = useText();
  return (
    <div className={styles.items}>
      <Table caption={t('results.items.caption')} hideCaption>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr">{t('results.items.number')}</span>
            </th>
            <th scope="col">{t('results.items.question')}</th>
            <th scope="col">{t('results.items.right')}</th>
            <th scope="col">{t('results.items.wrong')}</th>
          </tr>
        </thead>
        <tbody>
          {questions.map((item, place) => {
            const title = questionTitle(item.question, t);
            const instead = insteadOfRight(item, t);
            return (
              <tr key={item.question.id}>
                <td className={styles.number}>{place + 1}</td>
                <td className={styles.text}>
                  <button
                    type="button"
                    aria-haspopup="dialog"
                    aria-label={t('results.items.show', { number: place + 1, text: title })}
                    title={title}
                    onClick={() => onShow(place)}
                  >
                    <QuestionTitle question={item.question} />
                  </button>
                </td>
                {instead === null ? (
                  <>
                    <td>
                      <RightBar item={item} />
                    </td>
                    <td className={styles.wrong}>
                      <WrongAnswer item={item} />
                    </td>
                  </>
                ) : (
                  <td colSpan={2} className={styles.instead}>
                    {instead}
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </Table>
    </div>
  );
}

/** What stands where nothing can be right or wrong; null where something can. */
function insteadOfRight(item: ItemResult, t: TextApi['t']): string | null {
  if (!takesAnswers(item.question)) return t('results.items.slide');
  if (!wasAsked(item)) return t(item.skipped ? 'results.items.skipped' : 'results.items.notAsked');
  if (item.answered === 0) return t('results.items.noAnswers');
  if (item.right !== null) return null;
  return t('results.items.noKey', { count: item.answered });
}
