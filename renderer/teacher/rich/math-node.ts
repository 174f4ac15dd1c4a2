import { InputRule, Node, nodePasteRule } from '@tiptap/core';
import type { Markup } from '../../../lan-server/questions/markup.ts';
import { formula, longestTex } from '../../../lan-server/questions/settle.ts';
import { typeset } from '../../rich/typeset.ts';
import '../../rich/formulas.css';
import { insertFormula } from './insert-formula.ts';
import styles from './RichEditor.module.css';

const names = 'http://www.w3.org/1998/Math/MathML';

/** Draws a formula into `into`, tag by tag. */
function draw(into: Element, node: Markup): void {
  if (typeof node === 'string') {
    into.append(node);
    return;
  }
  const made = document.createElementNS(names, node.tag);
  for (const [name, value] of Object.entries(node.attributes)) made.setAttribute(name, value);
  for (const child of node.children) draw(made, child);
  into.append(made);
}

/** Two dollar signs with TeX between them, by the rule of settle.ts. */
const typed = /\$(?=\S)([^$\n]{1,600}?)(?<=\S)\$$/;
const pasted = /\$(?=\S)([^$\n]{1,600}?)(?<=\S)\$(?!\d)/g;

/** A formula: one sign in the text, drawn as it will be, its TeX kept. Typed between dollar signs, or by its button. */
export const MathNode = Node.create({
  name: 'math',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  addAttributes: () => ({ tex: { default: '' }, display: { default: false } }),
  parseHTML() {
    return [
      {
        tag: 'math',
        getAttrs(math) {
          const tex = math.querySelector('annotation[encoding="application/x-tex"]')?.textContent;
          if (tex === undefined || tex.length > longestTex) return false;
          return { tex, display: math.getAttribute('display') === 'block' };
        },
      },
    ];
  },
  renderHTML: ({ node }) => ['span', { class: 'math' }, `$${String(node.attrs['tex'])}$`],
  renderText: ({ node }) => `$${String(node.attrs['tex'])}$`,
  addKeyboardShortcuts() {
    return { 'Mod-m': () => insertFormula(this.editor) };
  },
  addInputRules() {
    return [
      new InputRule({
        find: typed,
        handler: ({ state, range, match }) => {
          state.tr.replaceWith(range.from, range.to, this.type.create({ tex: match[1] ?? '' }));
        },
      }),
    ];
  },
  addPasteRules() {
    return [
      nodePasteRule({ find: pasted, type: this.type, getAttributes: ([, tex]) => ({ tex }) }),
    ];
  },
  addNodeView:
    () =>
    ({ node }) => {
      const dom = document.createElement('span');
      const tex = String(node.attrs['tex']);
      dom.className = styles.math ?? '';
      dom.contentEditable = 'false';
      if (tex === '' || typeset(tex, false) === null) {
        dom.classList.add(styles.unset ?? '');
        dom.textContent = tex === '' ? '…' : tex;
      } else draw(dom, formula(tex, node.attrs['display'] === true, typeset));
      return { dom };
    },
});
