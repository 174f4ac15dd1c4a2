/** Percentages of fewer answers than this say more than is known: the count stands alone. */
export const fewAnswers = 10;
