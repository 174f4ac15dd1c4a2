import naughty from 'naughty-words';

/** The languages that classes of this program write in; a name of any of them may come in any lesson. */
const listed = ['en', 'es', 'fr', 'de', 'pt', 'ar', 'hi', 'zh'];

/** On the lists, and yet what somebody is called or may well be. */
const fine = new Set(['concha', 'dick', 'negro', 'suck', 'trio', 'xx']);

/** Signs that stand for letters where a filter is to be got round. */
const disguises: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

const isHan = /\p{Script=Han}/u;

/**
 * Tells whether a nickname may stand on the wall: none of its words, and not all of it together, is on the list of coarse words
 * (npm `naughty-words`, CC BY 4.0), also with accents, capitals, doubled letters or `$1gn$`. Whole words only: Essex and Shiitake
 * are names. In Chinese, which has no spaces between words, anywhere.
 */
export function createNameFilter(): (name: string) => boolean {
  const coarse = new Set<string>();
  const within: string[] = [];
  for (const language of listed) {
    for (const word of naughty[language] ?? []) {
      const key = plain(word);
      // Figures alone are no word: “13.” stands on a list, and there is a thirteenth student.
      if (/^\p{N}*$/u.test(key) || fine.has(key)) continue;
      if (language !== 'zh') coarse.add(key);
      else if (key.length > 1 && isHan.test(key)) within.push(key);
    }
  }
  const isCoarse = (word: string) => coarse.has(word) || coarse.has(undoubled(word));
  return (name) => {
    // Only beside a letter do signs stand for letters: the 455th student is no insult.
    const disguised = name.replaceAll(/\S+/g, (word) =>
      /\p{L}/u.test(word)
        ? word.replaceAll(/[013457@$!]/g, (sign) => disguises[sign] ?? sign)
        : word,
    );
    for (const spelling of new Set([name, disguised])) {
      const words = spelling.split(/[^\p{L}\p{M}\p{N}]+/u).map(plain);
      const together = words.join('');
      if ([...words, together].some(isCoarse)) return false;
      if (isHan.test(together) && within.some((word) => together.includes(word))) return false;
    }
    return true;
  };
}

/** Letters alone, small, without accents; other scripts keep their marks. */
function plain(word: string): string {
  return word
    .normalize('NFKD')
    .replaceAll(/\p{Script=Inherited}/gu, '')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '')
    .toLocaleLowerCase('en');
}

function undoubled(word: string): string {
  return word.replaceAll(/(.)\1+/gu, '$1');
}
