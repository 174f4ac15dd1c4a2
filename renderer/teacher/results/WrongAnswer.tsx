import { useText } from '../../i18n/text.tsx';
import { Mark } from '../../ui/index.ts';
import { answerLabel } from '../answers/answer-label.ts';
import { markLetter } from '../answers/letter.ts';
import { mostChosenWrong } from '../answers/most-chosen-wrong.ts';
import type { ItemResult } from './figures.ts';
import styles from './WrongAnswer.module.css';

/** The wrong answer that most chose, with how many did: by its mark where it has one, else in words. */
export function WrongAnswer({ item }: { item: ItemResult }) {
  const { t, number } = useText();
  const wrong = mostChosenWrong(item.rows);
  if (!wrong) return <span className="muted">{t('results.items.allRight')}</span>;
  const letter = markLetter(wrong.letter);
  return (
    <span className={styles.wrong}>
      {letter && <Mark letter={letter} size={22} />}
      <b>{number(wrong.count)}</b>
      {!letter && <span className={styles.words}>{answerLabel(item.question.kind, wrong, t)}</span>}
    </span>
  );
}
