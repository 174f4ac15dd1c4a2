import { useState } from 'react';
import type { StudentId } from '../../../lan-server/contract/ids.ts';
import type { StudentHistory } from '../../../lan-server/contract/history.ts';
import { useText } from '../../i18n/text.tsx';
import {
  Button,
  ButtonLink,
  EmptyState,
  ErrorNotice,
  Icon,
  icons,
  Link,
  LoadingFrame,
  Sheet,
} from '../../ui/index.ts';
import { useApi } from '../api-context.tsx';
import { errorIn } from '../api-failure.ts';
import { paths } from '../router/paths.ts';
import { useErrorText } from '../shell/error-text.ts';
import { usePage } from '../shell/page.ts';
import { Shell } from '../shell/Shell.tsx';
import { useWhen } from '../shell/when.ts';
import { EraseDialog } from './EraseDialog.tsx';
import type { Erased } from './EraseDialog.tsx';
import { ErasedNote } from './ErasedNote.tsx';
import { figuresOf } from './figures.ts';
import { LessonsTable } from './LessonsTable.tsx';
import { useStudentHistory } from './queries.ts';
import { ShareChart } from './ShareChart.tsx';
import styles from './StudentPage.module.css';

/** One student across lessons, what is kept of them, and erasing it. */
export function StudentPage({ studentId }: { studentId: StudentId }) {
  const { t } = useText();
  const errorText = useErrorText();
  const query = useStudentHistory(studentId);
  const [erased, setErased] = useState<Erased | null>(null);
  if (erased) return <ErasedNote {...erased} />;
  if (query.data) return <Student history={query.data} onErased={setErased} />;
  const error = errorIn(query.error ?? query.failureReason);
  const gone = error?.code === 'not_found' || error?.code === 'bad_request';
  return (
    <Shell>
      {error ? (
        <ErrorNotice
          happened={
            gone
              ? t('history.student.gone')
              : t('teacher.page.failed.happened', { reason: errorText(error) })
          }
          safe={t(gone ? 'history.student.goneSafe' : 'teacher.page.failed.safe')}
          action={
            gone ? (
              <ButtonLink href={paths.classes}>{t('history.student.toClasses')}</ButtonLink>
            ) : (
              <Button onClick={() => void query.refetch()}>{t('teacher.page.failed.retry')}</Button>
            )
          }
        />
      ) : (
        <LoadingFrame count={8} />
      )}
    </Shell>
  );
}

function Student({
  history,
  onErased,
}: {
  history: StudentHistory;
  onErased: (erased: Erased) => void;
}) {
  const { t, language } = useText();
  const api = useApi();
  const when = useWhen();
  const [asking, setAsking] = useState(false);
  const { student, lessons, written, enrolments, mayErase } = history;
  usePage(student.name);
  const newestFirst = lessons.toReversed();
  return (
    <Shell>
      <Link className={styles.back} href={paths.classes}>
        <Icon path={icons.arrowLeft} size="s" />
        {t('history.student.back')}
      </Link>
      <header className={styles.header}>
        <h1>
          <bdi>{student.name}</bdi>
        </h1>
        <p className="soft">
          {[
            student.number !== null && t('history.student.number', { number: student.number }),
            student.archivedAt !== null &&
              t('history.student.archived', { when: when(student.archivedAt) }),
            t('history.student.words', { count: lessons.length }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </header>
      <div className={styles.columns}>
        <div className={styles.column}>
          {lessons.length === 0 ? (
            <EmptyState title={t('history.student.none')}>
              {t('history.student.noneWords')}
            </EmptyState>
          ) : (
            <>
              <Figures history={history} />
              <ShareChart lessons={lessons} />
              <section aria-labelledby="student-lessons">
                <h2 id="student-lessons">{t('history.student.lessons')}</h2>
                <LessonsTable lessons={newestFirst} />
              </section>
            </>
          )}
          <section aria-labelledby="student-written">
            <h2 id="student-written">{t('history.student.written')}</h2>
            {written.length === 0 ? (
              <p className="soft">{t('history.student.writtenNone')}</p>
            ) : (
              <ul className={styles.written}>
                {written.map(({ lessonId, question, text, at }) => (
                  <li key={`${lessonId} ${at} ${question}`}>
                    <p className="small soft">
                      <Link href={paths.results(lessonId)}>{question}</Link> · {when(at)}
                    </p>
                    <p className={styles.said}>
                      <bdi>{text}</bdi>
                    </p>
                  </li>
                ))}
              </ul>
            )}
          </section>
        </div>
        <div className={styles.aside}>
          <Sheet as="section" pad="roomy" label={t('history.student.enrolments')}>
            <h2>{t('history.student.enrolments')}</h2>
            <ul className={styles.enrolments}>
              {enrolments.map(({ className, sectionName, from, to }) => {
                const name =
                  sectionName === null
                    ? className
                    : t('history.student.section', { class: className, section: sectionName });
                return (
                  <li key={`${className} ${from}`}>
                    {to === null
                      ? t('history.student.enrolled', { name, from: when(from) })
                      : t('history.student.left', { name, from: when(from), to: when(to) })}
                  </li>
                );
              })}
            </ul>
          </Sheet>
          <Sheet as="section" pad="roomy" label={t('history.student.kept')}>
            <h2>{t('history.student.kept')}</h2>
            <p className="soft">{t('history.student.keptWords')}</p>
            <div className={styles.acts}>
              {(['html', 'json'] as const).map((format) => (
                <ButtonLink
                  key={format}
                  href={api.studentFileHref(student.id, format, language)}
                  download
                  icon={<Icon path={icons.download} />}
                >
                  {t(
                    format === 'html' ? 'history.student.exportPage' : 'history.student.exportJson',
                  )}
                </ButtonLink>
              ))}
            </div>
            {mayErase && (
              <div className={styles.erase}>
                <p className="soft">{t('history.student.eraseWords')}</p>
                <Button look="stop" onClick={() => setAsking(true)}>
                  {t('history.student.erase')}
                </Button>
              </div>
            )}
          </Sheet>
        </div>
      </div>
      {asking && (
        <EraseDialog student={student} onErased={onErased} onClose={() => setAsking(false)} />
      )}
    </Shell>
  );
}

function Figures({ history }: { history: StudentHistory }) {
  const { t, number, percent } = useText();
  const { right, keyed, answered, asked, there, late, lessons } = figuresOf(history);
  return (
    <dl className={styles.sums} aria-label={t('history.student.figures')}>
      {keyed > 0 && (
        <div>
          <dt>{t('history.student.right')}</dt>
          <dd>
            {percent(right / keyed)}{' '}
            <small>{t('history.student.rightOf', { right, count: keyed })}</small>
          </dd>
        </div>
      )}
      {asked > 0 && (
        <div>
          <dt>{t('history.student.answered')}</dt>
          <dd>
            {percent(answered / asked)}{' '}
            <small>{t('history.student.answeredOf', { answered, count: asked })}</small>
          </dd>
        </div>
      )}
      <div>
        <dt>{t('history.student.there')}</dt>
        <dd>
          {number(there)}{' '}
          <small>
            {t('history.student.thereOf', { count: lessons })}
            {late > 0 && <> · {t('history.student.late', { count: late })}</>}
          </small>
        </dd>
      </div>
    </dl>
  );
}
