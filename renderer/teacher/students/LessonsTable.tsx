import type { StudentLesson } from '../../../lan-server/contract/history.ts';
import { useText } from '../../i18n/text.tsx';
import { Link, Table } from '../../ui/index.ts';
import { paths } from '../router/paths.ts';
import { useWhen } from '../shell/when.ts';
import { shareOf } from './figures.ts';

/** A student's lessons, in the order in which they are given. */
export function LessonsTable({ lessons }: { lessons: readonly StudentLesson[] }) {
  const { t, number, percent } = useText();
  const when = useWhen();
  return (
    <Table caption={t('history.student.lessons')} hideCaption>
      <thead>
        <tr>
          <th scope="col">{t('history.student.lesson')}</th>
          <th scope="col">{t('history.student.when')}</th>
          <th scope="col">{t('history.student.came')}</th>
          <th scope="col" data-figure>
            {t('history.student.points')}
          </th>
          <th scope="col" data-figure>
            {t('history.student.share')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lessons.map((lesson) => {
          const share = shareOf(lesson);
          return (
            <tr key={lesson.lessonId}>
              <th scope="row">
                <Link href={paths.results(lesson.lessonId)}>
                  {lesson.title || t('results.list.untitled')}
                </Link>
                {lesson.className !== null && (
                  <span className="small soft"> {lesson.className}</span>
                )}
              </th>
              <td>{when(lesson.startedAt)}</td>
              <td>
                <Came {...lesson} />
              </td>
              <td data-figure>
                {lesson.maxPoints > 0 &&
                  t('history.student.pointsOf', {
                    points: number(lesson.points),
                    max: number(lesson.maxPoints),
                  })}
              </td>
              <td data-figure>{share !== null && percent(share)}</td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}

function Came({ attendance, minutesLate }: StudentLesson) {
  const { t } = useText();
  if (attendance !== 'late') return <>{t(`history.student.${attendance}`)}</>;
  return (
    <>
      {minutesLate === null
        ? t('history.student.lateOnly')
        : t('history.student.lateBy', { minutes: minutesLate })}
    </>
  );
}
