import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { loadDeskText } from './desk-voice.ts';
import { pickLanguage } from './languages.ts';
import { TextProvider } from './text.tsx';
import type { TextApi } from './voice.ts';

type DeskTextsProps = {
  /** What the teacher set; null or unknown means: as the browser says. */
  language: string | null;
  children: ReactNode;
};

/**
 * The texts of the teacher's and the projector's pages. Draws nothing until the first language is there; when the
 * language changes, the old one stays in place until the new one has come. Sets `lang` and `dir` of the page.
 */
export function DeskTexts({ language, children }: DeskTextsProps) {
  const [text, setText] = useState<TextApi | null>(null);
  const wanted = pickLanguage(language, navigator.languages);

  useEffect(() => {
    let current = true;
    void loadDeskText(wanted).then((loaded) => {
      if (!current) return;
      document.documentElement.lang = loaded.language;
      document.documentElement.dir = loaded.direction;
      setText(loaded);
    });
    return () => {
      current = false;
    };
  }, [wanted]);

  return text && <TextProvider text={text}>{children}</TextProvider>;
}
