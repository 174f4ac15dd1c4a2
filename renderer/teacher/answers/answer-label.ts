import type { KindName } from '../../../lan-server/questions/index.ts';
import type { AnswerRow } from '../../../lan-server/questions/kind.ts';
import type { TextApi } from '../../i18n/text.tsx';
import { labelSaid } from '../../questions/lives.ts';

/** What an answer says, in the teacher's language; a bare letter says nothing and gives ''. */
export function answerLabel(
  kind: KindName,
  row: Pick<AnswerRow, 'label'>,
  t: TextApi['t'],
): string {
  return labelSaid(kind, row.label, t).trim();
}
