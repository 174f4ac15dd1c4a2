import type {
  PublicWordCloud,
  WordCloudAnswer,
} from '../../../lan-server/questions/wordcloud/index.ts';
import { useText } from '../../i18n/text.tsx';
import { ClassBars } from '../../phone/ClassBars.tsx';
import styles from '../../typed/phone.module.css';
import type { InputUi } from '../input-ui.ts';

type Picture = { total: number; distinct: number; words: { text: string; count: number }[] };

/** As many letters as the laptop takes. */
const maxLetters = 30;
/** As many words as fit below the answer without scrolling far. */
const shownWords = 8;

/** The words as they are sent: no empty ones, none twice. The same rule of sameness as the laptop's. */
export function wordsOf(fields: readonly string[]): string[] {
  const seen: string[] = [];
  return fields
    .map((field) => field.replace(/\s+/g, ' ').trim())
    .filter((word) => {
      const same = word.normalize('NFKC').toLocaleLowerCase('en');
      if (word === '' || seen.includes(same)) return false;
      seen.push(same);
      return true;
    });
}

/** The fields to show: those with words, and one more while there may be more. */
function fieldsFor(fields: readonly string[], most: number): string[] {
  let filled = fields.length;
  while (filled > 0 && fields[filled - 1]?.trim() === '') filled -= 1;
  return Array.from({ length: Math.min(most, filled + 1) }, (_, place) => fields[place] ?? '');
}

/** A word cloud on the phone: fields that grow as they are filled, then Send. */
export const wordCloudInput: InputUi<PublicWordCloud, WordCloudAnswer, never, Picture, string[]> = {
  sends: 'button',
  start: (question, answer) => fieldsFor(answer?.words ?? [], question.words),
  ready(_question, draft) {
    const words = wordsOf(draft);
    return words.length === 0 ? null : { words };
  },
  press: () => null,
  Input({ question, draft, onDraft }) {
    const { t } = useText();
    const fields = fieldsFor(draft, question.words);
    return (
      <div className={styles.fields}>
        <p className={styles.hint}>{t('kinds.wordcloud.phone.hint', { count: question.words })}</p>
        {fields.map((word, place) => (
          <input
            key={place}
            className={styles.field}
            type="text"
            value={word}
            maxLength={maxLetters}
            aria-label={t('kinds.wordcloud.phone.word', { number: place + 1 })}
            autoComplete="off"
            autoCapitalize="none"
            enterKeyHint="send"
            onInput={(event) => {
              const next = [...fields];
              next[place] = event.currentTarget.value;
              onDraft(next);
            }}
          />
        ))}
      </div>
    );
  },
  Given: ({ answer, large }) => (
    <span className={large ? styles.large : styles.small}>
      {answer.words.map((word) => (
        <span key={word} className={styles.slip}>
          {word}
        </span>
      ))}
    </span>
  ),
  name: () => null,
  parts: (answer) => answer.words.length,
  keyAnswer: () => null,
  Class({ picture }) {
    const { t } = useText();
    const more = picture.distinct - Math.min(shownWords, picture.words.length);
    return (
      <>
        <ClassBars
          rows={picture.words
            .slice(0, shownWords)
            .map(({ text, count }) => ({ label: text, count, right: false }))}
        />
        {more > 0 && (
          <p className={styles.more}>{t('kinds.wordcloud.phone.more', { count: more })}</p>
        )}
      </>
    );
  },
};
