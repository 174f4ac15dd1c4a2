import type { Outcome } from '../../../lan-server/contract/dashboard.ts';
import type { LessonSummary } from '../../../lan-server/contract/api.ts';
import { useText } from '../../i18n/text.tsx';
import { ButtonLink, classes, Icon, icons } from '../../ui/index.ts';
import { paths } from '../router/paths.ts';
import rows from '../shell/Rows.module.css';
import { SectionHead } from '../shell/SectionHead.tsx';
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
      <SectionHead
        id="recent-lessons"
        title={t('teacher.home.recentLessons')}
        all={{ href: paths.resultsList, words: t('teacher.nav.results') }}
      />
      <ul>
        {lessons.slice(0, shown).map((lesson) => (
          <li key={lesson.id} className={classes(rows.row, styles.lesson)}>
            <span className={classes(rows.when, styles.when)}>{time(lesson.startedAt)}</span>
            <div className={rows.what}>
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
