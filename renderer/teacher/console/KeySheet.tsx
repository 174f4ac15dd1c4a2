import { useState } from 'react';
import type { Key, Question } from '../../../lan-server/questions/index.ts';
import { kindOf, takesAnswers } from '../../../lan-server/questions/index.ts';
import { useText } from '../../i18n/text.tsx';
import { keySaid } from '../../questions/lives.ts';
import { Button, Icon, icons, Mark, Sheet } from '../../ui/index.ts';
import { Player } from '../../sounds/Player.tsx';
import { AnswerWords } from '../answers/AnswerWords.tsx';
import { markLetter } from '../answers/letter.ts';
import { QuestionWords } from '../answers/QuestionWords.tsx';
import { canSetKey, emptyRows } from './keys-to-set.ts';
import styles from './KeySheet.module.css';
import { ReadAloud } from './ReadAloud.tsx';
import { SetKey } from './SetKey.tsx';

type KeySheetProps = {
  question: Question;
  /** The explanation stands on the wall already: here it would push the results out of sight. */
  explained: boolean;
  locked: string | null;
  onSetKey: (key: Key | null) => void;
};

/** The key with its reason, and the teacher's own note. Never drawn by the wall. */
export function KeySheet({ question, explained, locked, onSetKey }: KeySheetProps) {
  const text = useText();
  const { t } = text;
  const [changing, setChanging] = useState(false);
  const kind = kindOf(question);
  const said = keySaid(kind.redact(question), kind.key(question), text);
  const settable = canSetKey(question);
  const right = emptyRows(question).filter((row) => row.right === true);
  const asks = settable && (changing || right.length === 0);
  return (
    <Sheet className={styles.sheet}>
      {asks ? (
        <SetKey
          question={question}
          locked={locked}
          onSet={onSetKey}
          {...(changing && right.length > 0 ? { onKeep: () => setChanging(false) } : {})}
        />
      ) : said !== null ? (
        <p className={styles.said}>
          <Icon path={icons.check} label={t('questions.phone.right')} />
          <b>{said}</b>
        </p>
      ) : right.length === 0 ? (
        <p className="soft">
          {t(takesAnswers(question) ? 'console.private.ownKind' : 'console.private.slide')}
        </p>
      ) : (
        <>
          <ul className={styles.key}>
            {right.map((row) => {
              const letter = markLetter(row.letter);
              return (
                <li key={`${row.letter ?? ''}${row.label}`}>
                  {letter && <Mark letter={letter} size={36} />}
                  <span>
                    <AnswerWords question={question} row={row} />
                  </span>
                </li>
              );
            })}
          </ul>
          {settable && (
            <div className={styles.change}>
              <Button small look="quiet" onClick={() => setChanging(true)}>
                {t('console.private.changeKey')}
              </Button>
            </div>
          )}
        </>
      )}
      {question.explanation && !explained && takesAnswers(question) && (
        <div className={styles.explanation}>
          <QuestionWords question={question} part="explanation" />
        </div>
      )}
      {question.note && (
        <p className={styles.note}>{t('console.private.note', { note: question.note })}</p>
      )}
      <div className={styles.aloud}>
        <ReadAloud question={question} />
      </div>
      {question.sound && (
        <div className={styles.sound}>
          <p className="small soft">{t('console.private.sound')}</p>
          <Player sound={question.sound} />
        </div>
      )}
    </Sheet>
  );
}
