/** px between the left edge and the names, less the gap between address and code. */
const room = 1168 - 48;
/** Widest that a figure, a dot counted in, and a spaced figure of the code come out at, in parts of the type size. */
const perLetter = 0.56;
const perDigit = 0.67;

/**
 * The type size in px at which address and code stand on one line: 124 where they can, less for a long port or a host name,
 * because an address that breaks is typed wrongly; never below 44.
 */
export function figureSize(address: string, code: string): number {
  const wide = address.length * perLetter + code.length * perDigit;
  return Math.max(44, Math.min(124, Math.floor(room / wide)));
}
