import { useState } from 'react';
import type { ReactNode } from 'react';
import boardEn from '../../i18n/en/board.json';
import en from '../../i18n/en/roll.json';
import boardEs from '../../i18n/es/board.json';
import es from '../../i18n/es/roll.json';
import { createPhoneText } from '../../i18n/phone-voice.ts';
import type { TextTree } from '../../i18n/phone-voice.ts';
import { TextProvider, useText } from '../../i18n/text.tsx';
import type { Language } from '../../i18n/languages.ts';

const texts: Record<Language, TextTree> = {
  en: { roll: en, board: boardEn },
  es: { roll: es, board: boardEs },
};

/** The page's texts and those of this part, which the page does not carry: most phones never need them. */
export function RollTexts({ children }: { children: ReactNode }) {
  const { language } = useText();
  const [text] = useState(() => {
    const carried = JSON.parse(document.getElementById('texts')?.textContent ?? '{}') as TextTree;
    return createPhoneText(language, { ...carried, ...texts[language] });
  });
  return <TextProvider text={text}>{children}</TextProvider>;
}
