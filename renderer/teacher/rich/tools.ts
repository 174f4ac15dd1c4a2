import type { Editor } from '@tiptap/core';
import { insertFormula } from './insert-formula.ts';

/** What the bar over a text can do. */
export type ToolName =
  | 'bold'
  | 'italic'
  | 'subscript'
  | 'superscript'
  | 'code'
  | 'bullets'
  | 'numbers'
  | 'table'
  | 'formula';
/** What it can do while one writes in a table. */
export type TableToolName = 'addRow' | 'addColumn' | 'deleteRow' | 'deleteColumn' | 'deleteTable';

export type Tool = {
  name: ToolName;
  /** As `aria-keyshortcuts` writes it. */
  keys: string | null;
};

export const tools: readonly Tool[] = [
  { name: 'bold', keys: 'Control+B' },
  { name: 'italic', keys: 'Control+I' },
  { name: 'subscript', keys: 'Control+,' },
  { name: 'superscript', keys: 'Control+.' },
  { name: 'code', keys: 'Control+E' },
  { name: 'bullets', keys: 'Control+Shift+8' },
  { name: 'numbers', keys: 'Control+Shift+7' },
  { name: 'table', keys: null },
  { name: 'formula', keys: 'Control+M' },
];
export const tableTools: readonly TableToolName[] = [
  'addRow',
  'addColumn',
  'deleteRow',
  'deleteColumn',
  'deleteTable',
];

/** Does it where the cursor is. */
export function use(editor: Editor, name: ToolName | TableToolName): void {
  const at = editor.chain().focus();
  switch (name) {
    case 'bold':
      at.toggleBold().run();
      return;
    case 'italic':
      at.toggleItalic().run();
      return;
    case 'subscript':
      at.unsetSuperscript().toggleSubscript().run();
      return;
    case 'superscript':
      at.unsetSubscript().toggleSuperscript().run();
      return;
    case 'code':
      // Several lines of code are a block; a few words stand in the line.
      if (editor.isActive('codeBlock') || spansLines(editor)) at.toggleCodeBlock().run();
      else at.toggleCode().run();
      return;
    case 'bullets':
      at.toggleBulletList().run();
      return;
    case 'numbers':
      at.toggleOrderedList().run();
      return;
    case 'table':
      at.insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run();
      return;
    case 'formula':
      insertFormula(editor);
      return;
    case 'addRow':
      at.addRowAfter().run();
      return;
    case 'addColumn':
      at.addColumnAfter().run();
      return;
    case 'deleteRow':
      at.deleteRow().run();
      return;
    case 'deleteColumn':
      at.deleteColumn().run();
      return;
    case 'deleteTable':
      at.deleteTable().run();
      return;
    default:
      name satisfies never;
  }
}

function spansLines({ state: { selection } }: Editor): boolean {
  return !selection.$from.sameParent(selection.$to);
}

/** Which tools are on where the cursor is. */
export function activeTools(editor: Editor): Record<ToolName, boolean> & { inTable: boolean } {
  return {
    bold: editor.isActive('bold'),
    italic: editor.isActive('italic'),
    subscript: editor.isActive('subscript'),
    superscript: editor.isActive('superscript'),
    code: editor.isActive('code') || editor.isActive('codeBlock'),
    bullets: editor.isActive('bulletList'),
    numbers: editor.isActive('orderedList'),
    table: false,
    formula: editor.isActive('math'),
    inTable: editor.isActive('table'),
  };
}
