import { mostFound, wholeList } from '../contract/roll.ts';
import type { FoundName, FoundNames, Proof } from '../contract/roll.ts';
import type { ListedStudent } from '../ports.ts';

/** A name as it is searched: small letters without their marks. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLocaleLowerCase('en');
}

/** Whether every typed word begins a word of the name. */
function fits(name: string, words: readonly string[]): boolean {
  const own = folded(name).split(/[^\p{L}\p{N}]+/u);
  return words.every((word) => own.some((part) => part.startsWith(word)));
}

/** A student as they find themselves; `proof`: what the list asks for where there is a PIN. */
export function asFound(
  { studentId, name, avatar, number, pin }: ListedStudent,
  proof: Proof,
  alike = false,
): FoundName {
  return {
    student: studentId,
    name,
    avatar,
    ...(alike && number !== null && { number }),
    ...(proof !== 'none' && pin !== null && { proof }),
  };
}

/**
 * The names of a list in which every typed word begins a word, whatever its accents. Without a word: all, where the list is no longer
 * than `wholeList`; else none.
 */
export function findNames(
  students: readonly ListedStudent[],
  text: string,
  proofOf: (student: ListedStudent) => Proof,
): FoundNames {
  const words = folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const whole = students.length <= wholeList;
  const found =
    words.length === 0 ? (whole ? students : []) : students.filter((one) => fits(one.name, words));
  const shown = whole ? found : found.slice(0, mostFound);
  const seen = new Map<string, number>();
  for (const { name } of found) seen.set(name, (seen.get(name) ?? 0) + 1);
  return {
    names: shown.map((one) => asFound(one, proofOf(one), (seen.get(one.name) ?? 0) > 1)),
    more: found.length > shown.length || (words.length === 0 && !whole),
  };
}
