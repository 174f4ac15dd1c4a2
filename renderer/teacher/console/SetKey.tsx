import type { Key, Question } from '../../../lan-server/questions/index.ts';
import { useText } from '../../i18n/text.tsx';
import { Button, Mark } from '../../ui/index.ts';
import { answerLabel } from '../answers/answer-label.ts';
import { markLetter } from '../answers/letter.ts';
import { emptyRows, keyAfterPress } from './keys-to-set.ts';
import styles from './SetKey.module.css';

type SetKeyProps = {
  question: Question;
  locked: string | null;
  onSet: (key: Key | null) => void;
  /** Closes the choice where a key was there before. */
  onKeep?: () => void;
};

/** Says which answer was right, after asking. */
export function SetKey({ question, locked, onSet, onKeep }: SetKeyProps) {
  const { t } = useText();
  return (
    <div>
      <p className={styles.title}>{t('console.private.whichRight')}</p>
      <div className={styles.marks}>
        {emptyRows(question).map((row, place) => {
          const letter = markLetter(row.letter);
          if (!letter) return null;
          return (
            <button
              key={letter}
              type="button"
              className={styles.mark}
              aria-pressed={row.right === true}
              aria-label={t('console.private.setKey', {
                letter: `${letter.toUpperCase()} ${answerLabel(question.kind, row, t)}`.trim(),
              })}
              aria-disabled={locked === null ? undefined : true}
              title={locked ?? (answerLabel(question.kind, row, t) || undefined)}
              onClick={() => {
                if (locked === null) onSet(keyAfterPress(question, place));
              }}
            >
              <Mark letter={letter} size={36} keyed={row.right === true} silent />
            </button>
          );
        })}
      </div>
      <p className="small soft">{locked ?? t('console.private.whichWords')}</p>
      {onKeep && (
        <div className={styles.keep}>
          <Button small look="quiet" onClick={onKeep}>
            {t('console.private.keep')}
          </Button>
        </div>
      )}
    </div>
  );
}
