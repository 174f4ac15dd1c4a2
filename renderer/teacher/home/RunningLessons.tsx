import type { Glance } from '../../../lan-server/contract/dashboard.ts';
import type { LessonSummary } from '../../../lan-server/contract/api.ts';
import { useText } from '../../i18n/text.tsx';
import { ButtonLink, classes, Icon, icons } from '../../ui/index.ts';
import { paths } from '../router/paths.ts';
import rows from '../shell/Rows.module.css';
import { SectionHead } from '../shell/SectionHead.tsx';
import styles from './HomePage.module.css';
import { useRunning } from './queries.ts';

/** Lessons that are on now; the newest lies on top, and Enter goes to it. */
export function RunningLessons({ lessons }: { lessons: readonly LessonSummary[] }) {
  const { t, time } = useText();
  const glances = useRunning(lessons.length > 0).data ?? [];
  if (lessons.length === 0) return null;
  return (
    <section aria-labelledby="running">
      <SectionHead id="running" title={t('teacher.home.running')} />
      <ul>
        {lessons.map((lesson, index) => (
          <li
            key={lesson.id}
            className={index === 0 ? styles.now : classes(rows.row, styles.lesson)}
          >
            <span className={classes(rows.when, styles.when)}>{time(lesson.startedAt)}</span>
            <div className={rows.what}>
              <b>{lesson.title || t('teacher.library.untitled')}</b>
              <p className="small soft">
                {t(
                  lesson.status === 'paused'
                    ? 'teacher.home.pausedSince'
                    : 'teacher.home.runningSince',
                  {
                    time: time(lesson.startedAt),
                    seats: t('teacher.home.here', { count: lesson.seats }),
                  },
                )}
                {' · '}
                {t('teacher.home.code', { code: lesson.code })}
              </p>
              <AtAGlance glance={glances.find(({ lessonId }) => lessonId === lesson.id) ?? null} />
            </div>
            <ButtonLink
              href={paths.lesson(lesson.id)}
              look={index === 0 ? 'filled' : 'bordered'}
              icon={<Icon path={icons.wall} />}
              {...(index === 0 ? { shortcut: 'Enter' } : {})}
            >
              {t('teacher.home.goOn')}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How it goes just now; as high before it is known. */
function AtAGlance({ glance }: { glance: Glance | null }) {
  const { t } = useText();
  if (!glance) return <p className="small">{'\u00A0'}</p>;
  const { here, seats, question, questions, open, answered } = glance;
  return (
    <p className="small">
      {[
        t('history.home.glanceHere', { here, count: seats }),
        question === null
          ? t('history.home.glanceLobby')
          : t('history.home.glanceQuestion', { question, questions }),
        open && t('history.home.glanceOpen', { answered }),
      ]
        .filter(Boolean)
        .join(' · ')}
    </p>
  );
}
