import type { Results } from '../../../lan-server/contract/api.ts';
import { useText } from '../../i18n/text.tsx';
import { Sheet } from '../../ui/index.ts';
import styles from './LateAnswers.module.css';
import { lateAnswersOf, lateSpan } from './late.ts';
import type { LateAnswer } from './late.ts';

/** What arrived after a closing: what counts, and what was kept without counting, with the reason. */
export function LateAnswers({ results }: { results: Results }) {
  const { t } = useText();
  const late = lateAnswersOf(results);
  if (late.length === 0) return null;
  return (
    <Sheet as="section" pad="roomy" label={t('results.late.heading')} className={styles.sheet}>
      <h2 className={styles.heading}>{t('results.late.heading')}</h2>
      <ol>
        {late.map((one) => (
          <li key={`${one.question} ${one.seatId} ${one.at}`} className={styles.answer}>
            <b>{one.question}</b>
            <span>
              <b>
                <bdi>{one.name ?? t('results.matrix.unnamed', { number: String(one.number) })}</bdi>
              </b>{' '}
              · <bdi>{one.answer}</bdi> · <WhatBecame late={one} />
            </span>
          </li>
        ))}
      </ol>
    </Sheet>
  );
}

function WhatBecame({ late }: { late: LateAnswer }) {
  const { t } = useText();
  if (late.reason === null) {
    const { unit, count } = lateSpan(late.lateMs);
    return t('results.late.counts', { span: t(`results.late.${unit}`, { count }) });
  }
  return t('results.late.countsNot', { reason: t(`results.late.reason.${late.reason}`) });
}
