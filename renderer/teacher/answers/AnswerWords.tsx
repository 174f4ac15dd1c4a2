import type { Question } from '../../../lan-server/questions/index.ts';
import type { AnswerRow } from '../../../lan-server/questions/kind.ts';
import { useText } from '../../i18n/text.tsx';
import { Formatted } from '../../rich/Formatted.tsx';
import { letters } from '../../ui/shapes.ts';
import { answerLabel } from './answer-label.ts';
import { markLetter } from './letter.ts';
import styles from './QuestionWords.module.css';

type AnswerWordsProps = {
  question: Question;
  row: Pick<AnswerRow, 'label' | 'letter'>;
  /** Within a sentence: the second language is left out. */
  brief?: boolean;
};

/** What an answer says: an option as it is formatted and in both its languages, anything else as it stands. */
export function AnswerWords({ question, row, brief = false }: AnswerWordsProps) {
  const { t } = useText();
  const { language, rich, second } = question;
  const letter = markLetter(row.letter);
  // Only options stand by their letters; a pin or a pair has letters of its own.
  const place = letter !== null && 'options' in question ? letters.indexOf(letter) : -1;
  const other = brief ? '' : (second?.options?.[place] ?? '');
  return (
    <>
      <bdi lang={language}>
        <Formatted markup={rich?.options?.[place]} plain={answerLabel(question.kind, row, t)} />
      </bdi>
      {other.trim() !== '' && (
        <span className={styles.secondAnswer} lang={second?.language} dir="auto">
          <Formatted markup={second?.rich?.options?.[place]} plain={other} />
        </span>
      )}
    </>
  );
}
