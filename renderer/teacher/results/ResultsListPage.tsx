import { useState } from 'react';
import type { LessonSummary } from '../../../lan-server/contract/api.ts';
import { useText } from '../../i18n/text.tsx';
import {
  Button,
  ButtonLink,
  EmptyState,
  ErrorNotice,
  Link,
  LoadingFrame,
  Pill,
  SearchBox,
  Table,
} from '../../ui/index.ts';
import { errorIn } from '../api-failure.ts';
import { useLessons } from '../queries.ts';
import { paths } from '../router/paths.ts';
import { useErrorText } from '../shell/error-text.ts';
import { usePage } from '../shell/page.ts';
import { Shell } from '../shell/Shell.tsx';
import { findLessons } from './find-lessons.ts';
import styles from './ResultsListPage.module.css';
import { useSpan } from './span.ts';

/** All lessons with their results, newest first. */
export function ResultsListPage() {
  const { t } = useText();
  const errorText = useErrorText();
  const lessons = useLessons();
  const [wanted, setWanted] = useState('');
  usePage(t('results.list.heading'));
  const failed = errorIn(lessons.error ?? lessons.failureReason);
  const found = findLessons(lessons.data ?? [], wanted);
  return (
    <Shell>
      <header className={styles.header}>
        <h1>{t('results.list.heading')}</h1>
        {lessons.data && lessons.data.length > 0 && (
          <SearchBox
            label={t('results.list.find')}
            value={wanted}
            onChange={setWanted}
            shortcut="/"
          />
        )}
      </header>
      {failed && !lessons.data && (
        <ErrorNotice
          happened={`${t('results.error.happened')} ${errorText(failed)}`}
          safe={t('results.error.safe')}
          action={
            <Button onClick={() => void lessons.refetch()}>{t('results.error.retry')}</Button>
          }
        />
      )}
      {!lessons.data && !failed && <LoadingFrame count={6} />}
      {lessons.data?.length === 0 && (
        <EmptyState
          title={t('results.list.emptyTitle')}
          step={
            <ButtonLink look="filled" href={paths.home}>
              {t('results.list.emptyStep')}
            </ButtonLink>
          }
        >
          {t('results.list.emptyWords')}
        </EmptyState>
      )}
      {lessons.data && lessons.data.length > 0 && (
        <>
          <p className="sr" role="status">
            {wanted.trim() !== '' && t('results.list.found', { count: found.length })}
          </p>
          {found.length === 0 ? (
            <EmptyState
              title={t('results.list.noneFound', { search: wanted.trim() })}
              step={<Button onClick={() => setWanted('')}>{t('results.list.all')}</Button>}
            />
          ) : (
            <LessonTable lessons={found} />
          )}
        </>
      )}
    </Shell>
  );
}

const tones = { live: 'live', paused: 'warn', ended: 'plain' } as const;

function LessonTable({ lessons }: { lessons: readonly LessonSummary[] }) {
  const { t, number } = useText();
  const span = useSpan();
  return (
    <div className={styles.list}>
      <Table caption={t('results.list.heading')} hideCaption>
        <thead>
          <tr>
            <th scope="col">{t('results.list.title')}</th>
            <th scope="col">{t('results.list.date')}</th>
            <th scope="col" data-figure>
              {t('results.list.questions')}
            </th>
            <th scope="col" data-figure>
              {t('results.list.students')}
            </th>
            <th scope="col">{t('results.list.state')}</th>
          </tr>
        </thead>
        <tbody>
          {lessons.map((lesson) => (
            <tr key={lesson.id}>
              <th scope="row">
                <Link href={paths.results(lesson.id)} className={styles.title}>
                  {lesson.title || t('results.list.untitled')}
                </Link>
                {lesson.subject && <span className="small soft"> {lesson.subject}</span>}
                {lesson.sharedBy !== undefined && (
                  <span className="small soft">
                    {' '}
                    {t('staff.shared.of', { name: lesson.sharedBy })}
                  </span>
                )}
              </th>
              <td className={styles.date}>{span(lesson)}</td>
              <td data-figure>{number(lesson.questions)}</td>
              <td data-figure>{number(lesson.seats)}</td>
              <td>
                <Pill tone={tones[lesson.status]}>{t(`results.list.${lesson.status}`)}</Pill>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
