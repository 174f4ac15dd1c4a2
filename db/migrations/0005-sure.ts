/** What a student said of an answer: 1 sure, 0 not sure, null nothing. */
export const sql = `
  ALTER TABLE counted_answers ADD COLUMN sure INTEGER CHECK (sure IN (0, 1));
`;
