/** As many letters as a name has on the wall. */
export const nameLetters = 24;
