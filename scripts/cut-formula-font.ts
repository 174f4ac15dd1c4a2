import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

// node scripts/cut-formula-font.ts: cuts the font of formulas, renderer/rich/fonts, out of STIX Two Math. Needed only after a new version
// of that font, or when formulas can hold a sign that they could not hold before.

const from = fileURLToPath(
  import.meta.resolve('@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2'),
);
const into = fileURLToPath(
  new URL('../renderer/rich/fonts/stix-two-math-subset.woff2', import.meta.url),
);

/** First and last code point of each run of signs that Temml can set; what stretches is found from these by the font's own tables. */
const runs: readonly (readonly [number, number])[] = [
  // Latin letters, dotless i and j, accents, Greek
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x131, 0x131],
  [0x237, 0x237],
  [0x300, 0x338],
  [0x391, 0x3f6],
  // Points, dashes, primes, signs that are not seen, accents over several letters
  [0x2010, 0x2026],
  [0x2030, 0x203e],
  [0x2044, 0x2044],
  [0x2057, 0x2057],
  [0x2061, 0x2064],
  [0x20d0, 0x20ef],
  // Letters with a meaning (ℝ, ℓ, ℏ), arrows, operators, brackets
  [0x2100, 0x214f],
  [0x2190, 0x21ff],
  [0x2200, 0x22ff],
  [0x2308, 0x230b],
  [0x231c, 0x231f],
  [0x2322, 0x2323],
  [0x239b, 0x23b7],
  [0x23d0, 0x23d0],
  [0x23dc, 0x23e1],
  // Shapes
  [0x25a0, 0x25a2],
  [0x25b2, 0x25c3],
  [0x25ca, 0x25cb],
  [0x25cf, 0x25cf],
  [0x25ef, 0x25ef],
  [0x2605, 0x2606],
  [0x2660, 0x2667],
  [0x266d, 0x266f],
  [0x2713, 0x2717],
  [0x2720, 0x2720],
  // More brackets, long arrows, operators of textbooks
  [0x27c2, 0x27ff],
  [0x2980, 0x2980],
  [0x2985, 0x2986],
  [0x29c4, 0x29c5],
  [0x29eb, 0x29eb],
  [0x2a00, 0x2a0c],
  [0x2a2f, 0x2a2f],
  [0x2a7d, 0x2aca],
  // Italic, bold, script, fraktur, double-struck, sans and typewriter letters
  [0x1d400, 0x1d7ff],
];

const signs = runs
  .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => first + at))
  .map((code) => String.fromCodePoint(code))
  .join('');

const cut = await subsetFont(await readFile(from), signs, {
  targetFormat: 'woff2',
  noHinting: true,
});
await writeFile(into, cut);
console.log(`${into}: ${cut.length} bytes`);
