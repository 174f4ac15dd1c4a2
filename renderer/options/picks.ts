import { listText } from '../i18n/list-text.ts';
import type { TextApi } from '../i18n/text.tsx';
import { letterAt } from '../ui/shapes.ts';

/** Puts an option among the picked, or takes it away; always in the order of the letters. */
export function toggled(picked: readonly number[], option: number): number[] {
  if (picked.includes(option)) return picked.filter((one) => one !== option);
  return [...picked, option].sort((a, b) => a - b);
}

/** Picked options by their letters: “A and C”. */
export function picksNamed(picked: readonly number[], text: TextApi): string {
  return listText(
    picked.map((option) => letterAt(option).toUpperCase()),
    text,
  );
}
