import { useState } from 'react';
import type { ReactNode } from 'react';
import { createPhoneText } from './phone-voice.ts';
import type { TextTree } from './phone-voice.ts';
import { TextProvider } from './text.tsx';
import type { TextApi } from './voice.ts';

/** Reads the texts that the student page carries in `<script type="application/json" id="texts">`. */
export function readPhoneText(page: Document): TextApi {
  const carried = page.getElementById('texts')?.textContent ?? '{}';
  return createPhoneText(page.documentElement.lang, JSON.parse(carried) as TextTree);
}

/** The texts of the student page, from the page itself: no request, nothing to wait for. */
export function PhoneTexts({ children }: { children: ReactNode }) {
  const [text] = useState(() => readPhoneText(document));
  return <TextProvider text={text}>{children}</TextProvider>;
}
