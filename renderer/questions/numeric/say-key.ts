import { acceptedBy } from '../../../lan-server/questions/numeric/accepted.ts';
import type { NumericKey, PublicNumeric } from '../../../lan-server/questions/numeric/index.ts';
import type { TextApi } from '../../i18n/text.tsx';
import { acceptedSaid } from '../../numbers/figures.ts';

/** The key in words: the numbers that count as right. */
export function sayNumericKey({ unit }: PublicNumeric, key: NumericKey, text: TextApi): string {
  return acceptedSaid(acceptedBy(key), unit, text);
}
