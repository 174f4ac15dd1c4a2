import temml from 'temml';
import type { Typeset } from '../questions/settle.ts';

/**
 * TeX as MathML by Temml, on the laptop, so that a phone loads no script for formulas. Nothing is trusted (no links, no styles of
 * the author's), and macros cannot blow up.
 */
export const typeset: Typeset = (tex, display) => {
  try {
    return temml.renderToString(tex, {
      displayMode: display,
      throwOnError: true,
      trust: false,
      maxExpand: 200,
      maxSize: [20, 20],
    });
  } catch {
    // A formula that is being written, or none at all: it is shown as it was typed.
    return null;
  }
};
