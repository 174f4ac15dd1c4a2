const basicLatin = Array.from({ length: 0x7f - 0x20 }, (_, place) =>
  String.fromCodePoint(0x20 + place),
).join('');

// A language's own letters and marks: add a line with each new language.
const letters = {
  es: 'ÁÉÍÓÚÜÑáéíóúüñ¿¡«»ªº',
};

// Letters of the names of children who speak something else at home.
const inNames = 'äëïöàèìòùâêîôûçãõ';

const punctuation = '–—‘’“”…•·';
const figures = '−×÷±°²³½€';
const spaces = '\u00a0\u2009\u202f';

/**
 * Every character that the student page's own font can draw. What is missing is drawn in the device's own face, never
 * as a box.
 */
export const phoneCharacters: string = [
  basicLatin,
  ...Object.values(letters),
  inNames,
  punctuation,
  figures,
  spaces,
].join('');
