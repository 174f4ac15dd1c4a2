/** Languages that are offered for questions: those that schools ask for most, as tags. */
const tags =
  'ar bg bn ca cs da de el en es et eu fa fi fr gl he hi hr hu it ja ko ku lt lv nl no pl ps pt ro ru sk sl so sq sr sv ti tr uk ur vi zh';

/** Each with its name in the reader's language, in the order of the names. `own` is offered too where it is none of them. */
export function languagesOffered(
  reader: string,
  own: string | undefined,
): { value: string; label: string }[] {
  const names = new Intl.DisplayNames([reader], { type: 'language' });
  return [...new Set([...tags.split(' '), ...(own === undefined ? [] : [own])])]
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => a.label.localeCompare(b.label, reader));
}
