import type { Comparison } from '../../lan-server/contract/comparison.ts';
import type { TextApi } from '../i18n/text.tsx';

/** What the two votes are called: before and after talking, or, where the key was shown in between, the first time and now. */
export function comparedHeads({ talked }: Pick<Comparison, 'talked'>, t: TextApi['t']) {
  return talked
    ? { before: t('projector.compare.firstVote'), now: t('projector.compare.afterTalking') }
    : { before: t('projector.compare.firstTime'), now: t('projector.compare.now') };
}
