import { mostNumber } from '../../lan-server/questions/most-number.ts';

/**
 * The number that somebody typed: comma or point, a minus of any kind, spaces anywhere, the unit after it. null where it is none, is
 * out of bounds, or could be read in two ways (`1.000,5`).
 */
export function readNumber(typed: string, unit = ''): number | null {
  let text = typed.replace(/\s/g, '');
  const suffix = unit.replace(/\s/g, '');
  if (suffix !== '' && text.slice(-suffix.length) === suffix) text = text.slice(0, -suffix.length);
  text = text.replace(/[−–—]/g, '-').replace(',', '.');
  if (!/^[+-]?(\d{1,13}(\.\d{0,9})?|\.\d{1,9})$/.test(text)) return null;
  const number = Number(text);
  // No number is −0.
  return Math.abs(number) <= mostNumber ? number || 0 : null;
}

/** A number as it is typed: no grouping, no power of ten. */
export function typedNumber(number: number): string {
  const plain = String(number);
  return plain.indexOf('e') < 0 ? plain : number.toFixed(9).replace(/\.?0+$/, '');
}

/** The same with the other sign. */
export function signChanged(typed: string): string {
  const text = typed.trim();
  return /^[-−–—]/.test(text) ? text.slice(1) : `-${text.replace(/^\+/, '')}`;
}
