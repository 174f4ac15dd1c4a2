import { useText } from '../../i18n/text.tsx';
import { Button, Dialog, Icon, icons, Mark, Meter, Table } from '../../ui/index.ts';
import { answerLabel } from '../answers/answer-label.ts';
import { fewAnswers } from '../answers/few.ts';
import { markLetter } from '../answers/letter.ts';
import { questionTitle } from '../answers/question-title.ts';
import type { ItemResult } from './figures.ts';
import styles from './ItemDialog.module.css';
import { Picture } from './Pictures.tsx';

type ItemDialogProps = {
  questions: readonly ItemResult[];
  /** Students of the lesson, removed ones left out. */
  students: number;
  place: number;
  onShow: (place: number) => void;
  onClose: () => void;
};

/** One question whole: every answer with its count, key, explanation, note; and the way to its neighbours. */
export function ItemDialog({ questions, students, place, onShow, onClose }: ItemDialogProps) {
  const { t } = useText();
  const item = questions[place];
  if (!item) return null;
  const { question, answered, rounds } = item;
  const lettered = item.rows.some((row) => row.letter !== null);
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t('results.detail.title', { number: place + 1 })}
      actions={
        <>
          <Button
            icon={<Icon path={icons.arrowLeft} size="s" />}
            aria-disabled={place === 0 || undefined}
            onClick={() => place > 0 && onShow(place - 1)}
          >
            {t('results.detail.previous')}
          </Button>
          <Button
            icon={<Icon path={icons.arrowRight} size="s" />}
            aria-disabled={place === questions.length - 1 || undefined}
            onClick={() => place < questions.length - 1 && onShow(place + 1)}
          >
            {t('results.detail.next')}
          </Button>
        </>
      }
    >
      <p className={styles.text}>{questionTitle(question, t)}</p>
      <p className="small soft">
        {t('results.detail.answered', { answered, students })}
        {rounds > 1 && ` · ${t('results.detail.round', { count: rounds })}`}
      </p>
      {answered === 0 ? (
        <p className={styles.nobody}>{t('results.detail.nobody')}</p>
      ) : (
        <div className={styles.answers}>
          {!lettered && <Picture key={question.id} item={item} />}
          <AnswerRows item={item} />
        </div>
      )}
      {question.explanation && (
        <Words label={t('results.detail.explanation')}>{question.explanation}</Words>
      )}
      {question.note && <Words label={t('results.detail.note')}>{question.note}</Words>}
    </Dialog>
  );
}

function AnswerRows({ item: { question, rows, answered } }: { item: ItemResult }) {
  const { t, number, percent } = useText();
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
                <span className={styles.answer}>
                  {letter && <Mark letter={letter} size={28} keyed={row.right === true} />}
                  <span className={styles.label}>
                    <span>
                      {answerLabel(question.kind, row, t)}{' '}
                      {row.right === true && (
                        <b className={styles.key}>{t('results.detail.key')}</b>
                      )}
                    </span>
                    <Meter share={share} bare {...(letter ? { letter } : {})} />
                  </span>
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

function Words({ label, children }: { label: string; children: string }) {
  return (
    <div className={styles.words}>
      <p className="label">{label}</p>
      <p>{children}</p>
    </div>
  );
}
