import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';
import type { TextApi } from './voice.ts';

export type { TextApi } from './voice.ts';

const TextContext = createContext<TextApi | null>(null);

/** Gives one language to everything below it. Pages use DeskTexts or PhoneTexts, which find the language first. */
export function TextProvider({ text, children }: { text: TextApi; children: ReactNode }) {
  return <TextContext.Provider value={text}>{children}</TextContext.Provider>;
}

/** The voice of the page: `const { t } = useText()`. */
export function useText(): TextApi {
  const text = useContext(TextContext);
  if (!text) throw new Error('useText needs DeskTexts or PhoneTexts above it');
  return text;
}
