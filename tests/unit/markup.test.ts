import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { typeset } from '../../lan-server/library/typeset.ts';
import { readMarkup, writeMarkup } from '../../lan-server/questions/markup.ts';
import { plainOf } from '../../lan-server/questions/plain-text.ts';
import { formulasIn, settled } from '../../lan-server/questions/settle.ts';

const plain = (markup: string) => plainOf(readMarkup(markup) ?? ['refused']);
type Words = Parameters<typeof settled>[0];
const bare: Words = { text: '', explanation: '' };

describe('formatted text', () => {
  test('is read and written back as it was, with every tag that a teacher can make', () => {
    const markup =
      '<p>A <strong>bold <em>and</em></strong> x<sup>2</sup>, H<sub>2</sub>O, <code>a &lt; b &amp;&amp; c</code><br/>next</p>' +
      '<ul><li><p>one</p><ol><li><p>inner</p></li></ol></li><li><p>two</p></li></ul><pre>if (a)\n  b();</pre>' +
      '<table><tbody><tr><th><p>t</p></th><th><p>v</p></th></tr><tr><td><p>1</p></td><td><p>2</p></td></tr></tbody></table>';
    const nodes = readMarkup(markup);
    expect(nodes && writeMarkup(nodes)).toBe(markup);
    expect(plain(markup)).toBe(
      'A bold and x2, H2O, a < b && c\nnext\n• one\n  1. inner\n• two\nif (a)\n  b();\nt | v\n1 | 2',
    );
  });

  test('refuses whatever is not on the list, without ever guessing what was meant', () => {
    const hostile = [
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '<p onclick="alert(1)">x</p>',
      '<p style="position:fixed">x</p>',
      '<a href="javascript:alert(1)">x</a>',
      '<P>x</P>',
      '<p>x',
      '<p>x</p></div>',
      '<p><table></table></p>',
      '<p>&#x3c;script&#x3e;</p>',
      '<p>&unknown;</p>',
      '<!--><img src=x onerror=alert(1)>-->',
      '<![CDATA[<p>]]>',
      '<svg><script>alert(1)</script></svg>',
      '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
      '<math><mtext><table><mglyph><style><!--</style><img title="--><img src=1 onerror=alert(1)>">',
      '<math><annotation-xml encoding="text/html"><p>x</p></annotation-xml></math>',
      '<math><maction actiontype="statusline#http://x"><mi>x</mi></maction></math>',
      '<math href="javascript:alert(1)"><mi>x</mi></math>',
      '<math><mi xlink:href="javascript:alert(1)">x</mi></math>',
      '<math><mtext><strong>x</strong></mtext></math>',
      '<math><semantics><annotation encoding="text/html">x</annotation></semantics></math>',
      '<math><mspace width="9em;background:url(x)"></mspace></math>',
      '<p>\u0000</p>',
      '<em>'.repeat(100) + '</em>'.repeat(100),
      '<'.repeat(5000),
      '<p '.repeat(5000),
    ];
    for (const markup of hostile) expect(readMarkup(markup), markup).toBeNull();
  });

  test('that was taken is written so that it is taken again, the same', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<em>',
      '</em>',
      '<math>',
      '</math>',
      '<mi>',
      '</mi>',
      '<br/>',
      '&amp;',
      '&lt;',
      'x',
      '"',
      '<td>',
      '<li>',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const nodes = readMarkup(pieces.join(''));
        if (nodes) expect(readMarkup(writeMarkup(nodes))).toEqual(nodes);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a question that is stored', () => {
  test('has its plain text from the formatted one, and its formulas typeset from their TeX', () => {
    const lie =
      '<p>Half is <math><semantics><mi>nonsense</mi><annotation encoding="application/x-tex">\\frac{1}{2}</annotation></semantics></math></p>';
    const kept = settled({ ...bare, text: 'something else', rich: { text: lie } }, typeset);
    expect(kept.text).toBe('Half is $\\frac{1}{2}$');
    expect(kept.rich?.text).toContain('<mfrac><mn>1</mn><mn>2</mn></mfrac>');
    expect(kept.rich?.text).not.toContain('nonsense');
    expect(settled(kept, typeset)).toEqual(kept);
  });

  test('keeps no formatting that says nothing', () => {
    const kept = settled({ ...bare, text: 'Why?', rich: { text: '<p>Why?</p>' } }, typeset);
    expect(kept).toEqual({ ...bare, text: 'Why?' });
  });

  test('has the formulas of its options, of a hint and of a second language too', () => {
    const kept = settled<Words>(
      {
        ...bare,
        hint: 'Think of $x^2$',
        options: ['$\\sqrt{2}$', 'two'],
        second: { language: 'es', text: 'medio', options: ['', '$\\pi$ dos'] },
      },
      typeset,
    );
    expect(kept.rich?.options).toEqual([expect.stringContaining('<msqrt>'), '']);
    expect(kept.rich?.hint).toContain('<msup>');
    expect(kept.second?.rich?.options).toEqual(['', expect.stringContaining('π')]);
  });

  test('takes an amount of money for what it is', () => {
    expect(formulasIn('It costs $5, not $10.', typeset)).toBe('');
    expect(formulasIn('5$ or 6$', typeset)).toBe('');
  });

  test('shows what is no TeX as it was typed, and lets no TeX link, load or style anything', () => {
    for (const tex of [
      '\\frac{1',
      '\\href{javascript:alert(1)}{x}',
      '\\url{http://x}',
      '\\includegraphics{http://x}',
      '\\style{position:fixed}{x}',
      '\\class{x}{y}',
      '\\def\\a{\\a\\a}\\a',
      '\\text{<img src=x>}',
      '\\color{red}x',
    ]) {
      const markup = formulasIn(`$${tex}$`, typeset);
      const nodes = readMarkup(markup);
      expect(nodes, tex).not.toBeNull();
      expect(markup).not.toMatch(/<(?:a|img|script|style)\b|<[a-z]+[^>]* (?:href|style|class)=/);
      expect(plainOf(nodes ?? [])).toBe(`$${tex}$`);
    }
  });
});
