import type { Results } from '../../../lan-server/contract/api.ts';
import { useText } from '../../i18n/text.tsx';
import { Icon, icons } from '../../ui/index.ts';
import styles from './MarkedAnswers.module.css';

type Marked = NonNullable<Results['marked']>;
type MarkedAnswersProps = {
  /** Those of one question. */
  marked: Marked;
  /** What a seat wrote. */
  textOf: (seatId: string) => string | null;
};

/** Answers to an open question that the teacher starred, grouped or kept from the wall, under their headings. */
export function MarkedAnswers({ marked, textOf }: MarkedAnswersProps) {
  const { t } = useText();
  const told = marked.filter(
    ({ starred, heading, standing }) => starred || heading !== '' || standing === 'hidden',
  );
  if (told.length === 0) return null;
  // Those without a heading come last.
  const headings = [...new Set(told.map(({ heading }) => heading))].toSorted(
    (a, b) => Number(a === '') - Number(b === ''),
  );
  return (
    <section className={styles.marked} aria-label={t('results.marked.heading')}>
      <p className="label">{t('results.marked.heading')}</p>
      {headings.map((heading) => (
        <div key={heading}>
          {heading !== '' && (
            <h3 className={styles.heading}>
              <bdi>{heading}</bdi>
            </h3>
          )}
          <ul>
            {told
              .filter((one) => one.heading === heading)
              .toSorted((a, b) => Number(b.starred) - Number(a.starred))
              .map(({ seatId, starred, standing }) => (
                <li key={seatId} className={styles.answer}>
                  {starred && (
                    <Icon path={icons.star} size="s" label={t('results.marked.starred')} />
                  )}
                  <bdi>{textOf(seatId)}</bdi>
                  {standing === 'hidden' && (
                    <span className="small soft">{t('results.marked.hidden')}</span>
                  )}
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
