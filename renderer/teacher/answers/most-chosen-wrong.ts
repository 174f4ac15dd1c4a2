import type { AnswerRow } from '../../../lan-server/questions/kind.ts';

/** The wrong answer that most students chose; the first of equals; null where there was none or nothing is keyed. */
export function mostChosenWrong<Row extends Pick<AnswerRow, 'count' | 'right'>>(
  rows: readonly Row[],
): Row | null {
  let most: Row | null = null;
  for (const row of rows) if (row.right === false && row.count > (most?.count ?? 0)) most = row;
  return most;
}
