/** Paths that pages and server share; no schema here, so that the student's page can import it without zod. */
export const socketPath = '/live';
export const apiPath = '/api/v1';
/** Pictures of questions, by their name. */
export const mediaPath = '/media';
/** Stands among the names of pictures that a lesson has loaded beforehand: the typeface of formulas, which comes with the pages. */
export const formulaFont = 'formulas';
/** At most so many rows of a list travel in one answer. */
export const longestPage = 100;
