import temml from 'temml';
import type { Typeset } from '../../lan-server/questions/settle.ts';

/** TeX as MathML in the teacher's own window, while it is written; the laptop typesets it again when it is saved, just so. */
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
    return null;
  }
};
