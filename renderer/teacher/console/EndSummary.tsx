import type { LessonId } from '../../../lan-server/contract/ids.ts';
import { useText } from '../../i18n/text.tsx';
import { ButtonLink, Icon, icons, LoadingFrame } from '../../ui/index.ts';
import { InShortSheet } from '../results/InShortSheet.tsx';
import { useResults } from '../results/queries.ts';
import { paths } from '../router/paths.ts';
import styles from './EndSummary.module.css';

/** In the console of a lesson that is over: what came of it. */
export function EndSummary({ lessonId }: { lessonId: LessonId }) {
  const { t } = useText();
  const results = useResults(lessonId).data;
  return (
    <aside className={styles.summary} aria-label={t('history.summary.title')}>
      {results ? <InShortSheet results={results} /> : <LoadingFrame count={4} />}
      <ButtonLink href={paths.results(lessonId)} icon={<Icon path={icons.chart} />}>
        {t('history.summary.open')}
      </ButtonLink>
    </aside>
  );
}
