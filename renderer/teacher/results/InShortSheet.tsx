import type { Results } from '../../../lan-server/contract/api.ts';
import { useText } from '../../i18n/text.tsx';
import { Sheet } from '../../ui/index.ts';
import { questionTitle } from '../answers/question-title.ts';
import { reteachBelow, rightShare } from './figures.ts';
import { inShort } from './in-short.ts';
import styles from './InShortSheet.module.css';

/** What a teacher wants to know of a lesson when it is over: who came, how many took part, what was hard, what to do next. */
export function InShortSheet({ results }: { results: Results }) {
  const { t, percent } = useText();
  const { took, students, gave, hardest, again, keyed } = inShort(results);
  const question = (place: number) => {
    const item = results.questions[place];
    if (!item) return null;
    return (
      <>
        {place + 1}. <bdi>{questionTitle(item.question, t)}</bdi>{' '}
        <span className="soft">
          {t('history.summary.share', { share: percent(rightShare(item) ?? 0) })}
        </span>
      </>
    );
  };
  return (
    <Sheet as="section" pad="roomy" label={t('history.summary.title')} className={styles.sheet}>
      <h2>{t('history.summary.title')}</h2>
      <p>
        {t('history.summary.took', { took, count: students })}
        {gave === null ? '.' : ` ${t('history.summary.gave', { share: percent(gave) })}`}
      </p>
      {keyed && (
        <dl className={styles.facts}>
          {hardest.length > 0 && (
            <>
              <dt>{t('history.summary.hardest')}</dt>
              <dd>
                {hardest.map((place) => (
                  <span key={place} className={styles.line}>
                    {question(place)}
                  </span>
                ))}
              </dd>
            </>
          )}
          <dt>{t('history.summary.again')}</dt>
          <dd>
            {again === null
              ? t('history.summary.allWell', { share: percent(reteachBelow) })
              : question(again)}
          </dd>
        </dl>
      )}
    </Sheet>
  );
}
