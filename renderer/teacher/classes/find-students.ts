/** Case and accents do not matter when one is looking for somebody: “zoe” finds “Zoë”. */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** Those who have every word of `wanted` in one of the texts, in their order; all when nothing is wanted. */
export function findAmong<One>(
  all: readonly One[],
  wanted: string,
  textsOf: (one: One) => readonly (string | null)[],
): One[] {
  const words = plain(wanted).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...all];
  return all.filter((one) => {
    const text = plain(textsOf(one).join(' '));
    return words.every((word) => text.includes(word));
  });
}
