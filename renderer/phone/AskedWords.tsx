import type { ReactNode } from 'react';
import { useText } from '../i18n/text.tsx';
import { classes } from '../ui/classes.ts';
import { FormattedHeadline, FormattedText } from '../rich/FormattedText.tsx';
import { languageName } from '../rich/language-name.ts';
import type { Saying } from '../rich/sayings.tsx';
import { Hint } from './Hint.tsx';
import { ReadAloud } from './ReadAloud.tsx';
import styles from './AskedWords.module.css';
import screens from './screens.module.css';

type AskedWordsProps = {
  /** What the question says, the first language first. */
  shown: readonly Saying[];
  swap: () => void;
  /** What stands there where there is no text. */
  aloud?: string;
  /** The options as they are read aloud, in the order of this phone. */
  options?: readonly string[];
  /** What stands between the words and the helps: a picture. */
  children?: ReactNode;
};

/** The text of a question that is open, in one language or two, with what helps to understand it. */
export function AskedWords({ shown, swap, aloud, options, children }: AskedWordsProps) {
  const { t } = useText();
  const [first, other] = shown;
  if (!first) return null;
  const hints = shown.filter(({ hint }) => hint !== undefined && hint.trim() !== '');
  const lines = [first.text, ...(options ?? [])];
  const next = other && (other.language ?? null);
  return (
    <div>
      <FormattedHeadline
        className={screens.question}
        markup={first.rich.text}
        plain={first.text.trim() || other?.text.trim() || (aloud ?? t('student.question.aloud'))}
        language={first.language}
      />
      {other && other.text.trim() !== '' && (
        <FormattedText
          className={classes(screens.question, styles.other)}
          markup={other.rich.text}
          plain={other.text}
          language={other.language}
        />
      )}
      {children}
      <div className={styles.helps}>
        {other && (
          <button type="button" className={styles.help} onClick={swap}>
            {typeof next === 'string'
              ? t('student.question.first', { language: languageName(next) })
              : t('student.question.swap')}
          </button>
        )}
        <ReadAloud key={lines.join('\n')} lines={lines} language={first.language} />
        {hints.length > 0 && <Hint hints={hints} />}
      </div>
    </div>
  );
}
