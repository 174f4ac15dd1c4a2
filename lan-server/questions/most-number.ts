/**
 * The largest number that kinds ask for, either sign: neighbours still stay apart as floating point, and it can be read. A file of
 * its own, because phones need it and carry no schemas.
 */
export const mostNumber = 1e12;
