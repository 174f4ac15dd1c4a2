import type { LessonId } from '../../../lan-server/contract/ids.ts';
import { useText } from '../../i18n/text.tsx';
import { Button, ButtonLink, ErrorNotice, LoadingFrame, Topbar } from '../../ui/index.ts';
import { errorIn } from '../api-failure.ts';
import { paths } from '../router/paths.ts';
import { useErrorText } from '../shell/error-text.ts';
import { useResults } from './queries.ts';
import { Report } from './Report.tsx';
import styles from './ResultsPage.module.css';

/** The results of one lesson: so far while it runs, for good afterwards. */
export function ResultsPage({ lessonId }: { lessonId: LessonId }) {
  const { t } = useText();
  const errorText = useErrorText();
  const results = useResults(lessonId);
  if (results.data) return <Report results={results.data} />;
  const error = errorIn(results.error ?? results.failureReason);
  const gone = error?.code === 'not_found' || error?.code === 'bad_request';
  return (
    <>
      <Topbar
        back={{ href: paths.resultsList, label: t('results.back') }}
        title={t('results.list.heading')}
      />
      <main className={styles.waiting}>
        {error ? (
          <ErrorNotice
            happened={
              gone ? t('results.error.gone') : `${t('results.error.happened')} ${errorText(error)}`
            }
            safe={t(gone ? 'results.error.goneSafe' : 'results.error.safe')}
            action={
              gone ? (
                <ButtonLink href={paths.resultsList}>{t('results.back')}</ButtonLink>
              ) : (
                <Button onClick={() => void results.refetch()}>{t('results.error.retry')}</Button>
              )
            }
          />
        ) : (
          <LoadingFrame count={8} />
        )}
      </main>
    </>
  );
}
