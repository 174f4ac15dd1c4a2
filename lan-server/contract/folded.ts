/** A text without capitals and accents, as people look for words: “Ósmosis” is found by “osmosis”. */
export function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** Tells whether a text holds every word of what is looked for, in any order; every text does where nothing is. */
export function holding(wanted: string): (text: string) => boolean {
  const words = folded(wanted).split(/\s+/).filter(Boolean);
  return (text) => {
    const said = folded(text);
    return words.every((word) => said.includes(word));
  };
}
