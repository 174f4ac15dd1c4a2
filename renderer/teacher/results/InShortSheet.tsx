import type { Results } from '../../../lan-server/contract/api.ts';
import { useText } from '../../i18n/text.tsx';
import { Sheet } from '../../ui/index.ts';
import { useAttendance } from '../attendance/queries.ts';
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
      <Attendance lessonId={results.lesson.id} />
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

/** Who was away or late, where the lesson had a list of names. */
function Attendance({ lessonId }: { lessonId: string }) {
  const { t } = useText();
  const students = useAttendance(lessonId, false).data?.students ?? [];
  if (students.length === 0) return null;
  const absent = students.filter(({ status }) => status === 'absent');
  const late = students.filter(({ status }) => status === 'late');
  const nameOf = (name: string | null) => name ?? t('history.summary.nameless');
  if (absent.length === 0 && late.length === 0) return <p>{t('history.summary.everybody')}</p>;
  return (
    <dl className={styles.facts}>
      {absent.length > 0 && (
        <>
          <dt>{t('history.summary.absent')}</dt>
          <dd>{absent.map(({ name }) => nameOf(name)).join(', ')}</dd>
        </>
      )}
      {late.length > 0 && (
        <>
          <dt>{t('history.summary.late')}</dt>
          <dd>
            {late
              .map(({ name, minutes }) =>
                minutes === null
                  ? nameOf(name)
                  : t('history.summary.lateBy', { name: nameOf(name), minutes }),
              )
              .join(', ')}
          </dd>
        </>
      )}
    </dl>
  );
}
