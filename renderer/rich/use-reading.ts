import { useEffect, useState } from 'react';
import { speakable, speechHere, useVoice } from './use-voice.ts';

export type Reading = { reading: boolean; toggle: () => void };

/**
 * Reads lines aloud one after the other, or falls silent; null where the device has no voice of its own for the language. Whoever
 * uses it is made anew (by a key) for other lines: what was being read ends with its component.
 */
export function useReading(lines: readonly string[], language: string): Reading | null {
  const voice = useVoice(language);
  const [reading, setReading] = useState(false);

  // Other words are another component, another screen has none: nothing goes on talking.
  useEffect(() => () => speechHere()?.cancel(), []);

  if (!voice) return null;

  function toggle() {
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

  return { reading, toggle };
}
