import { Extension, Node } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { Subscript } from '@tiptap/extension-subscript';
import { Superscript } from '@tiptap/extension-superscript';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { StarterKit } from '@tiptap/starter-kit';
import { valueOf } from './editor-text.ts';
import { MathNode } from './math-node.ts';

/** Cells of one column and row each: what a phone can show. */
const single = {
  colspan: { default: 1, parseHTML: () => 1, rendered: false },
  rowspan: { default: 1, parseHTML: () => 1, rendered: false },
  colwidth: { default: null, parseHTML: () => null, rendered: false },
};

/** A line break within a paragraph, by Shift+Enter alone. */
const LineBreak = Node.create({
  name: 'hardBreak',
  group: 'inline',
  inline: true,
  selectable: false,
  linebreakReplacement: true,
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: () => ['br'],
  renderText: () => '\n',
  addKeyboardShortcuts() {
    return { 'Shift-Enter': () => this.editor.commands.insertContent({ type: this.name }) };
  },
});

/** Refuses what would make the text longer than a question may be. */
const bounded = (longest: number) =>
  Extension.create({
    name: 'bounded',
    addProseMirrorPlugins: () => [
      new Plugin({
        filterTransaction(transaction, state) {
          if (!transaction.docChanged) return true;
          const length = valueOf(transaction.doc.toJSON() as never).text.length;
          return length <= longest || length < valueOf(state.doc.toJSON() as never).text.length;
        },
      }),
    ],
  });

/**
 * What a question's text can hold; the same list as in markup.ts. Whatever else is pasted loses its tags and keeps its words. Undo is
 * the editor page's own, and Ctrl+Enter adds a question there.
 */
export const editorKit = (longest: number) => [
  StarterKit.configure({
    blockquote: false,
    heading: false,
    horizontalRule: false,
    link: false,
    strike: false,
    underline: false,
    undoRedo: false,
    dropcursor: false,
    gapcursor: false,
    hardBreak: false,
  }),
  LineBreak,
  Subscript,
  Superscript,
  // Bare tags: a style attribute is against the policy of the page.
  Table.extend({ renderHTML: () => ['table', ['tbody', 0]] }).configure({
    resizable: false,
    View: null,
  }),
  TableRow,
  TableHeader.extend({ content: 'paragraph+', addAttributes: () => single }),
  TableCell.extend({ content: 'paragraph+', addAttributes: () => single }),
  MathNode,
  bounded(longest),
];
