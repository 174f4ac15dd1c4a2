/** No vowel, so that no word comes out, and of 2 and Z, 5 and S, 8 and B, U and V, 1 and L one each: 25 signs. */
export const classCodeSigns = '23456789CDFGHJKMNPQRTVWXY';
export const classCodeLength = 6;
const pattern = new RegExp(`^[${classCodeSigns}]{${classCodeLength}}$`);
const folded: Record<string, string> = { Z: '2', S: '5', B: '8', U: 'V' };

/**
 * The code of a class as somebody typed it: small letters, spaces and look-alikes are forgiven. null where it can be none. A lesson's code
 * is digits alone and at most six of them: whoever reads both asks for a lesson first. No schema here, for the student's page.
 */
export function readClassCode(typed: string): string | null {
  const code = typed
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/[ZSBU]/g, (sign) => folded[sign] ?? sign);
  return pattern.test(code) ? code : null;
}
