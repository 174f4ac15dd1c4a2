import type { Editor } from '@tiptap/core';
import { longestTex } from '../../../lan-server/questions/settle.ts';

/** What is selected becomes the TeX of a formula; nothing selected, an empty one. It is left selected, to be written. */
export function insertFormula(editor: Editor): boolean {
  if (editor.isActive('math')) return false;
  const { from, to } = editor.state.selection;
  const tex = editor.state.doc.textBetween(from, to, ' ').slice(0, longestTex);
  return editor
    .chain()
    .focus()
    .insertContentAt({ from, to }, { type: 'math', attrs: { tex } })
    .setNodeSelection(from)
    .run();
}
