import { useEffect, useState } from 'react';
import { useText } from '../i18n/text.tsx';
import { speakable, speechHere, useVoice } from '../rich/use-voice.ts';
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
  const voice = useVoice(language ?? page);
  const [reading, setReading] = useState(false);

  // Other words are another component (by their key), another screen has none: nothing goes on talking.
  useEffect(() => () => speechHere()?.cancel(), []);

  if (!voice) return null;

  function read() {
    const speech = speechHere();
    if (!speech || !voice) return;
    speech.cancel();
    if (reading) {
      setReading(false);
      return;
    }
    const said = lines.map(speakable).filter((line) => line !== '');
    said.forEach((line, at) => {
      const words = new SpeechSynthesisUtterance(line);
      words.voice = voice;
      words.lang = voice.lang;
      if (at === said.length - 1) {
        words.onend = () => setReading(false);
        words.onerror = () => setReading(false);
      }
      speech.speak(words);
    });
    setReading(said.length > 0);
  }

  return (
    <button type="button" className={styles.help} onClick={read}>
      {t(reading ? 'student.question.quiet' : 'student.question.read')}
    </button>
  );
}
