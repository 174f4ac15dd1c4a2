import { useEffect, useState } from 'react';
import { useText } from '../../i18n/text.tsx';
import { Notice, Sheet } from '../../ui/index.ts';
import { BarePage } from '../shell/BarePage.tsx';
import { usePage } from '../shell/page.ts';
import { useMoment } from '../shell/moment.ts';
import { madeAtOf } from './copies.ts';
import { JobProgress } from './JobProgress.tsx';
import type { FollowedJob } from './queries.ts';
import styles from './RestoringPage.module.css';

/** Milliseconds without an answer after which something has to be done by hand. */
const patience = 45_000;

/** Whether the program has been away for so long that waiting alone may not help. */
function useTooLong(away: boolean): boolean {
  const [tooLong, setTooLong] = useState(false);
  useEffect(() => {
    if (!away) return undefined;
    const timer = setTimeout(() => setTooLong(true), patience);
    return () => {
      clearTimeout(timer);
      setTooLong(false);
    };
  }, [away]);
  return tooLong;
}

/** While other data take the place of these: nothing else can be done, and the page says what is going on until it is over. */
export function RestoringPage({ followed }: { followed: FollowedJob }) {
  const { t } = useText();
  const moment = useMoment();
  const { job, away, cancel } = followed;
  const tooLong = useTooLong(away);
  const title = t(
    job?.kind === 'empty'
      ? 'safety.job.emptying'
      : job?.kind === 'goOn'
        ? 'safety.job.goingOn'
        : 'safety.job.restoring',
  );
  usePage(title);
  return (
    <BarePage width="wide" title={title}>
      {job?.kind === 'restore' && job.backupId !== null && (
        <p className={styles.when}>{moment(madeAtOf(job.backupId))}</p>
      )}
      <Sheet pad="roomy" className={styles.sheet}>
        {job && <JobProgress job={job} away={away} onCancel={cancel} />}
      </Sheet>
      <p className="soft">{t('safety.job.keepOn')}</p>
      <div role="status" className={styles.slow}>
        {tooLong && <Notice tone="warn">{t('safety.job.slow')}</Notice>}
      </div>
    </BarePage>
  );
}
