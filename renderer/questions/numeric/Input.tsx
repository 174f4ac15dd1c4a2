import type { Histogram } from '../../../lan-server/questions/histogram.ts';
import { acceptedBy } from '../../../lan-server/questions/numeric/accepted.ts';
import type {
  NumericAnswer,
  NumericKey,
  PublicNumeric,
} from '../../../lan-server/questions/numeric/index.ts';
import { useText } from '../../i18n/text.tsx';
import { ClassNumbers } from '../../numbers/ClassNumbers.tsx';
import { figure } from '../../numbers/figures.ts';
import { NumberPlate } from '../../numbers/NumberPlate.tsx';
import { readNumber, signChanged, typedNumber } from '../../numbers/read-number.ts';
import type { InputUi } from '../input-ui.ts';
import styles from './Input.module.css';
import { sayNumericKey } from './say-key.ts';

/** As much as any number needs that the laptop takes. */
const maxLetters = 40;

/** A number is typed, then sent. */
export const numericInput: InputUi<PublicNumeric, NumericAnswer, NumericKey, Histogram, string> = {
  sends: 'button',
  start: (_question, answer) => (answer === null ? '' : typedNumber(answer.number)),
  ready(question, draft) {
    const number = readNumber(draft, question.unit);
    return number === null ? null : { number };
  },
  press: () => null,
  Input({ question, draft, onDraft }) {
    const { t } = useText();
    const { unit } = question;
    const unreadable = draft.trim() !== '' && readNumber(draft, unit) === null;
    return (
      <div>
        <div className={styles.row}>
          {/* The number pads of some phones have no minus. */}
          <button
            type="button"
            className={styles.sign}
            aria-label={t('kinds.numeric.phone.sign')}
            onClick={() => onDraft(signChanged(draft))}
          >
            ±
          </button>
          <input
            className={styles.field}
            type="text"
            inputMode="decimal"
            value={draft}
            maxLength={maxLetters}
            aria-label={
              unit === ''
                ? t('kinds.numeric.phone.field')
                : t('kinds.numeric.phone.fieldUnit', { unit })
            }
            aria-describedby="number-note"
            aria-invalid={unreadable || undefined}
            autoComplete="off"
            enterKeyHint="send"
            onInput={(event) => onDraft(event.currentTarget.value)}
          />
          {unit !== '' && (
            <span className={styles.unit} aria-hidden="true">
              {unit}
            </span>
          )}
        </div>
        <p id="number-note" className={styles.note} role="status">
          {unreadable ? t('kinds.numeric.phone.unreadable') : ''}
        </p>
      </div>
    );
  },
  Given: ({ question, answer, large }) => (
    <NumberPlate numbers={[answer.number, answer.number]} unit={question.unit} large={large} />
  ),
  name: (question, answer, text) => figure(answer.number, question.unit, text),
  parts: () => 1,
  keyAnswer: (key) => ({ number: 'value' in key ? key.value : (key.from + key.to) / 2 }),
  Key: ({ question, answerKey }) => (
    <NumberPlate numbers={acceptedBy(answerKey)} unit={question.unit} />
  ),
  keyName: sayNumericKey,
  Class: ({ question, picture, answerKey }) => (
    <ClassNumbers
      histogram={picture}
      unit={question.unit}
      accepted={answerKey && acceptedBy(answerKey)}
    />
  ),
};
