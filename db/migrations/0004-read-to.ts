/** How far into a lesson's journal its report tables have been written: they follow the journal in quiet moments. */
export const sql = `
  ALTER TABLE lesson_summaries ADD COLUMN read_to INTEGER NOT NULL DEFAULT 0;
  UPDATE lesson_summaries SET read_to =
    COALESCE((SELECT MAX(seq) FROM journal WHERE journal.lesson_id = lesson_summaries.lesson_id), 0);
`;
