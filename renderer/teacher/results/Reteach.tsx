import { useText } from '../../i18n/text.tsx';
import { Mark, Sheet } from '../../ui/index.ts';
import { AnswerWords } from '../answers/AnswerWords.tsx';
import { markLetter } from '../answers/letter.ts';
import { mostChosenWrong } from '../answers/most-chosen-wrong.ts';
import { questionTitle } from '../answers/question-title.ts';
import { QuestionTitle } from '../answers/QuestionWords.tsx';
import { reteachBelow } from './figures.ts';
import type { ItemResult } from './figures.ts';
import styles from './Reteach.module.css';

type ReteachProps = { questions: readonly ItemResult[]; places: readonly number[] };

/** What is worth teaching again, with the likeliest slip. */
export function Reteach({ questions, places }: ReteachProps) {
  const { t, percent } = useText();
  return (
    <Sheet as="section" pad="roomy" label={t('results.reteach.heading')} className={styles.sheet}>
      <div className={styles.head}>
        <h2>{t('results.reteach.heading')}</h2>
        {places.length > 0 && <span className="small soft">{t('results.reteach.note')}</span>}
      </div>
      {places.length === 0 ? (
        <p className="soft">{t('results.reteach.empty', { percent: percent(reteachBelow) })}</p>
      ) : (
        <ol>
          {places.map((place) => {
            const item = questions[place];
            return item && <Slip key={item.question.id} item={item} number={place + 1} />;
          })}
        </ol>
      )}
    </Sheet>
  );
}

function Slip({ item, number }: { item: ItemResult; number: number }) {
  const { t, rich } = useText();
  const { question, right, answered, rows } = item;
  const wrong = mostChosenWrong(rows);
  const letter = wrong && markLetter(wrong.letter);
  return (
    <li className={styles.slip}>
      <b>{number}</b>
      <span>
        <b>
          {question.rich?.text ? (
            <QuestionTitle question={question} />
          ) : (
            <bdi>{sentence(questionTitle(question, t))}</bdi>
          )}
        </b>{' '}
        {t('results.reteach.line', { right: right ?? 0, answered })}{' '}
        {wrong &&
          rich(
            'results.reteach.slip',
            { count: wrong.count },
            {
              answer: (
                <>
                  {letter && <Mark letter={letter} size={22} className={styles.mark} />}
                  <AnswerWords question={question} row={wrong} brief />
                </>
              ),
            },
          )}
      </span>
    </li>
  );
}

/** A title as a sentence of its own, before other sentences. */
function sentence(title: string): string {
  return /[.?!…:]$/.test(title) ? title : `${title}.`;
}
