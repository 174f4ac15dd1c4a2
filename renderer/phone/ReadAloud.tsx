import { useText } from '../i18n/text.tsx';
import { useReading } from '../rich/use-reading.ts';
import styles from './AskedWords.module.css';

type ReadAloudProps = {
  /** What is read, one after the other. */
  lines: readonly string[];
  /** Unset: not known; then that of the page. */
  language: string | undefined;
};

/** Reads a question aloud, where the phone has a voice of its own for the language; else nothing stands there. */
export function ReadAloud({ lines, language }: ReadAloudProps) {
  const { t, language: page } = useText();
  const voice = useReading(lines, language ?? page);
  if (!voice) return null;
  return (
    <button type="button" className={styles.help} onClick={voice.toggle}>
      {t(voice.reading ? 'student.question.quiet' : 'student.question.read')}
    </button>
  );
}
