import type { Outcome } from '../../../lan-server/contract/dashboard.ts';
import type { LessonSummary } from '../../../lan-server/contract/api.ts';
import { useText } from '../../i18n/text.tsx';
import { ButtonLink, Icon, icons, Link } from '../../ui/index.ts';
import { paths } from '../router/paths.ts';
import { useWhen } from '../shell/when.ts';
import styles from './HomePage.module.css';

const shown = 4;

/** The last lessons that have ended, each with its results. */
export function RecentLessons({
  lessons,
  outcomes,
}: {
  lessons: readonly LessonSummary[];
  outcomes: readonly Outcome[];
}) {
  const { t, time } = useText();
  const rightIn = (lessonId: string) =>
    outcomes.find((one) => one.lessonId === lessonId)?.right ?? null;
  const when = useWhen();
  if (lessons.length === 0) return null;
  return (
    <section aria-labelledby="recent-lessons">
      <div className={styles.sectionHead}>
        <h2 id="recent-lessons">{t('teacher.home.recentLessons')}</h2>
        <Link className={styles.all} href={paths.resultsList}>
          {t('teacher.nav.results')}
        </Link>
      </div>
      <ul>
        {lessons.slice(0, shown).map((lesson) => (
          <li key={lesson.id} className={styles.lesson}>
            <span className={styles.when}>{time(lesson.startedAt)}</span>
            <div className={styles.what}>
              <b>{lesson.title || t('teacher.library.untitled')}</b>
              <p className="small soft">
                {when(lesson.startedAt)}
                {' · '}
                {t('teacher.home.tookPart', { count: lesson.seats })}
                {' · '}
                {t('teacher.library.questions', { count: lesson.questions })}
                <Right share={rightIn(lesson.id)} />
              </p>
            </div>
            <ButtonLink
              small
              href={paths.results(lesson.id)}
              icon={<Icon path={icons.chart} size="s" />}
              aria-label={t('teacher.home.resultsOf', {
                title: lesson.title || t('teacher.library.untitled'),
              })}
            >
              {t('teacher.home.results')}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Right({ share }: { share: number | null }) {
  const { t, percent } = useText();
  if (share === null) return null;
  return (
    <>
      {' · '}
      {t('history.home.outcome', { share: percent(share) })}
    </>
  );
}
