import { acceptedBy } from '../../../lan-server/questions/slider/accepted.ts';
import type { SliderKey, PublicSlider } from '../../../lan-server/questions/slider/index.ts';
import type { TextApi } from '../../i18n/text.tsx';
import { acceptedSaid } from '../../numbers/figures.ts';

/** The key in words: the numbers that count as right. */
export function saySliderKey({ unit }: PublicSlider, key: SliderKey, text: TextApi): string {
  return acceptedSaid(acceptedBy(key), unit, text);
}
