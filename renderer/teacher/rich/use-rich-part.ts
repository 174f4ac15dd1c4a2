import { useEffect, useState } from 'react';
import type { RichEditor } from './RichEditor.tsx';
import type { Typeset } from '../../../lan-server/questions/settle.ts';

/** What formatted text needs: its editor, and what typesets formulas. */
export type RichPart = { RichEditor: typeof RichEditor; typeset: Typeset };

/** Fetches it while the first question is on the desk; null until it is there. */
export function useRichPart(): RichPart | null {
  const [part, setPart] = useState<RichPart | null>(null);
  useEffect(() => {
    let gone = false;
    const fetchIt = () =>
      import('./rich-part.ts').then(
        ({ RichEditor, typeset }) => {
          if (!gone) setPart({ RichEditor, typeset });
        },
        // The laptop is away for a moment: writing goes on plain meanwhile.
        () => setTimeout(() => void (gone || fetchIt()), 2000),
      );
    void fetchIt();
    return () => {
      gone = true;
    };
  }, []);
  return part;
}
