import { useEffect, useState } from 'react';

/**
 * The browser's own voice for a language; null where it has none. Only voices of the device itself: others would need the internet,
 * which a classroom may not have.
 */
export function useVoice(language: string): SpeechSynthesisVoice | null {
  const [voice, setVoice] = useState<SpeechSynthesisVoice | null>(null);
  useEffect(() => {
    const speech = speechHere();
    if (!speech) return undefined;
    const look = () => setVoice(voiceFor(speech.getVoices(), language));
    look();
    // Browsers learn of their voices late; older Safari has them at once and tells of nothing.
    if (typeof speech.addEventListener !== 'function') return undefined;
    speech.addEventListener('voiceschanged', look);
    return () => speech.removeEventListener('voiceschanged', look);
  }, [language]);
  return voice;
}

/** The browser's speech, where it has any. */
export function speechHere(): SpeechSynthesis | null {
  return 'speechSynthesis' in window ? window.speechSynthesis : null;
}

/** The same region first (`es-MX`), else any of the language; as the browser's default comes first. */
function voiceFor(
  voices: readonly SpeechSynthesisVoice[],
  language: string,
): SpeechSynthesisVoice | null {
  const tagOf = ({ lang }: SpeechSynthesisVoice) => lang.replace('_', '-').toLowerCase();
  const wanted = language.toLowerCase();
  const here = voices.filter(({ localService }) => localService);
  const same = here.filter((one) => tagOf(one).split('-')[0] === wanted.split('-')[0]);
  return (
    same.find((one) => tagOf(one) === wanted) ?? same.find((one) => one.default) ?? same[0] ?? null
  );
}

/** Text as a voice should say it: a formula by its words, without the signs of TeX. */
export function speakable(text: string): string {
  return text
    .replace(/\\([a-zA-Z]+)/g, ' $1 ')
    .replace(/[${}\\]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
