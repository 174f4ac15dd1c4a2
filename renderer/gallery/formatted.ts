import type { MoreExplanation } from '../../lan-server/questions/words.ts';
import type { PublicQuestion } from '../../lan-server/questions/index.ts';
import { settled } from '../../lan-server/questions/settle.ts';
import { typeset } from '../rich/typeset.ts';

/** Made-up questions with all that formatted text can hold, for the gallery. */

const tex = (source: string, display = '') =>
  `<math${display}><semantics><annotation encoding="application/x-tex">${source}</annotation></semantics></math>`;

const raw = {
  id: 'gallery-formatted',
  kind: 'choice' as const,
  points: 1,
  text: '',
  language: 'en',
  rich: {
    text:
      `<p>A car brakes evenly from <em>v</em><sub>0</sub>, so that ${tex(String.raw`a = \frac{\Delta v}{\Delta t}`)}. How far does it go?</p>` +
      '<table><tbody><tr><th><p>t in s</p></th><td><p>0</p></td><td><p>4</p></td></tr>' +
      '<tr><th><p>v in m/s</p></th><td><p>20</p></td><td><p>0</p></td></tr></tbody></table>',
  },
  options: [
    String.raw`$s = \frac{v_0^2}{2a}$`,
    '$s = v_0 t$',
    String.raw`$s = \sqrt{2 a v_0}$, and not one metre more`,
    'It never stands',
  ],
};

/** A table and formulas. */
export const formatted: PublicQuestion = settled(raw, typeset);

/** The same with a second language beside the first. */
export const twoLanguages: PublicQuestion = settled(
  {
    ...raw,
    second: {
      language: 'es',
      text: 'Un coche frena uniformemente desde v0. ¿Qué distancia recorre hasta pararse?',
      options: ['', '', '', 'No se para nunca'],
    },
  },
  typeset,
);

const why = settled(
  {
    text: '',
    explanation: '',
    rich: {
      explanation: `<p>The mean speed is <strong>half</strong> of v<sub>0</sub>:</p><p>${tex(String.raw`s = \frac{v_0}{2} \cdot t = \frac{v_0}{2} \cdot \frac{v_0}{a}`, ' display="block"')}</p>`,
    },
  },
  typeset,
);
export const formattedWhy: { explanation: string; moreExplanation: MoreExplanation } = {
  explanation: why.explanation,
  moreExplanation: {
    ...(why.rich.explanation && { rich: why.rich.explanation }),
    second: { language: 'es', text: 'La velocidad media es la mitad de la inicial.' },
  },
};

/** A formula wider than a narrow wall at full size. */
export const wideFormula: PublicQuestion = settled(
  {
    ...raw,
    id: 'gallery-wide-formula',
    rich: {
      text: `<p>Which term is missing?</p><p>${tex(String.raw`\sum_{k=0}^{n} \binom{n}{k} x^k y^{n-k} = \binom{n}{0} y^n + \binom{n}{1} x y^{n-1} + \binom{n}{2} x^2 y^{n-2} + \dots + \binom{n}{n-1} x^{n-1} y`, ' display="block"')}</p><ol><li><p>the last</p></li><li><p>the first</p></li></ol><pre>sum(choose(n, k))</pre>`,
    },
  },
  typeset,
);
